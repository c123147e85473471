package org.colloquy.redaction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Which recordings hold sound of one recording: the parts it was joined from, those it was joined
 * into, what these were joined into, and so on, as far as they hold the same stretch of sound. Two
 * parts of one whole share nothing, though both are in it.
 */
final class SharedSound {
    /**
     * Where another recording's sound is in the one that is asked about.
     *
     * @param offsetMillis what to add to a time in that recording; may be negative
     */
    record Place(String recordingId, long offsetMillis) {}

    /** Less than this is what rounding makes of two parts that touch, and no sound in common. */
    private static final long NOTHING_MILLIS = 250;

    /**
     * A place, and the stretch of that recording, in its own time, that is sound of the one asked
     * about.
     */
    private record Window(Place place, long fromMillis, long toMillis) {}

    private SharedSound() {}

    /** The recording itself first. */
    static List<Place> of(Handle handle, String recordingId) {
        List<Place> places = new ArrayList<>();
        Place itself = new Place(recordingId, 0);
        Deque<Window> next =
                new ArrayDeque<>(
                        List.of(new Window(itself, 0, durationMillis(handle, recordingId))));
        Set<Place> seen = new HashSet<>(Set.of(itself));
        while (!next.isEmpty()) {
            Window window = next.remove();
            places.add(window.place());
            neighbours(handle, window).stream()
                    .filter(one -> one.toMillis() - one.fromMillis() > NOTHING_MILLIS)
                    .filter(one -> seen.add(one.place()))
                    .forEach(next::add);
        }
        return places;
    }

    private static List<Window> neighbours(Handle handle, Window window) {
        return handle.createQuery(
                        """
                        SELECT j.from_id AS id, j.offset_ms AS offset, r.duration_ms
                        FROM recording_join j JOIN recording r ON r.id = j.from_id
                        WHERE j.recording_id = :id
                        UNION ALL
                        SELECT j.recording_id, -j.offset_ms, r.duration_ms
                        FROM recording_join j JOIN recording r ON r.id = j.recording_id
                        WHERE j.from_id = :id
                        """)
                .bind("id", window.place().recordingId())
                .map(
                        (row, context) -> {
                            long offset = row.getLong("offset");
                            long known = row.getLong("duration_ms");
                            long duration = row.wasNull() ? Long.MAX_VALUE : known;
                            return new Window(
                                    new Place(
                                            row.getString("id"),
                                            window.place().offsetMillis() + offset),
                                    Math.max(0, window.fromMillis() - offset),
                                    Math.min(duration, shifted(window.toMillis(), offset)));
                        })
                .list();
    }

    /** An end that is not known stays so. */
    private static long shifted(long toMillis, long offset) {
        return toMillis == Long.MAX_VALUE ? toMillis : toMillis - offset;
    }

    private static long durationMillis(Handle handle, String recordingId) {
        return handle.select("SELECT duration_ms FROM recording WHERE id = ?", recordingId)
                .mapTo(Long.class)
                .findOne()
                .orElse(Long.MAX_VALUE);
    }
}
