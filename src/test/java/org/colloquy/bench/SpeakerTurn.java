package org.colloquy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.colloquy.common.Json;

/**
 * Somebody speaks.
 *
 * @param speaker a name, the same for the same person of one recording
 */
record SpeakerTurn(String speaker, double startSeconds, double endSeconds) {

    SpeakerTurn {
        if (!(startSeconds >= 0) || !(endSeconds >= startSeconds)) {
            throw new IllegalArgumentException(
                    speaker + " from " + startSeconds + " to " + endSeconds);
        }
    }

    /** The turns of each recording in an RTTM file: "SPEAKER name 1 start length x x speaker". */
    static Map<String, List<SpeakerTurn>> rttm(Path file) throws IOException {
        Map<String, List<SpeakerTurn>> turns = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.strip().split("\\s+");
            if (fields[0].equals("SPEAKER")) {
                double start = Double.parseDouble(fields[3]);
                double end = start + Double.parseDouble(fields[4]);
                turns.computeIfAbsent(fields[1], first -> new ArrayList<>())
                        .add(new SpeakerTurn(fields[7], start, end));
            }
        }
        return turns;
    }

    /**
     * The turns in the JSON of {@code transcribe}: words of one speaker joined over short gaps.
     *
     * @param joinSeconds gaps up to this long belong to the turn
     */
    static List<SpeakerTurn> words(Path json, double joinSeconds) throws IOException {
        Map<?, ?> transcript = Json.read(Files.readString(json), Map.class);
        Map<String, List<SpeakerTurn>> words = new TreeMap<>();
        for (Object each : (List<?>) Objects.requireNonNull(transcript.get("words"))) {
            Map<?, ?> word = (Map<?, ?>) each;
            SpeakerTurn turn =
                    new SpeakerTurn(
                            String.valueOf(word.get("speaker")),
                            seconds(word, "start"),
                            seconds(word, "end"));
            words.computeIfAbsent(turn.speaker(), first -> new ArrayList<>()).add(turn);
        }
        return words.values().stream()
                .flatMap(of -> joined(of, joinSeconds).stream())
                .sorted(Comparator.comparingDouble(SpeakerTurn::startSeconds))
                .toList();
    }

    private static double seconds(Map<?, ?> word, String name) {
        return ((Number) Objects.requireNonNull(word.get(name))).doubleValue();
    }

    /** One speaker's turns, those with shorter gaps made one. */
    static List<SpeakerTurn> joined(List<SpeakerTurn> turns, double joinSeconds) {
        List<SpeakerTurn> joined = new ArrayList<>();
        for (SpeakerTurn turn : turns) {
            SpeakerTurn before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && turn.startSeconds() - before.endSeconds() <= joinSeconds) {
                double end = Math.max(before.endSeconds(), turn.endSeconds());
                joined.set(
                        joined.size() - 1,
                        new SpeakerTurn(turn.speaker(), before.startSeconds(), end));
            } else {
                joined.add(turn);
            }
        }
        return joined;
    }
}
