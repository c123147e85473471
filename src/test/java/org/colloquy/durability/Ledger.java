package org.colloquy.durability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every promise that a server made to the pages, in order; several pages write at once. */
final class Ledger {
    private final Map<String, List<Promise>> byRecording = new LinkedHashMap<>();

    synchronized void add(Promise promise) {
        byRecording.computeIfAbsent(promise.recordingId(), id -> new ArrayList<>()).add(promise);
    }

    synchronized List<Promise> of(String recordingId) {
        return List.copyOf(byRecording.getOrDefault(recordingId, List.of()));
    }

    synchronized List<String> recordings() {
        return List.copyOf(byRecording.keySet());
    }

    synchronized long count(Promise.Kind kind) {
        return byRecording.values().stream()
                .flatMap(Collection::stream)
                .filter(promise -> promise.kind() == kind)
                .count();
    }

    /** The bytes of all pieces that were acknowledged. */
    synchronized long bytes() {
        return byRecording.values().stream()
                .flatMap(Collection::stream)
                .filter(promise -> promise.kind() == Promise.Kind.PIECE)
                .mapToLong(Promise::lengthBytes)
                .sum();
    }

    /** What was promised up to a moment of the monotonic clock. */
    synchronized Ledger until(long nanos) {
        Ledger earlier = new Ledger();
        byRecording.values().stream()
                .flatMap(Collection::stream)
                .filter(promise -> promise.atNanos() <= nanos)
                .forEach(earlier::add);
        return earlier;
    }
}
