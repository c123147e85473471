package org.colloquy.redaction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Which turns may ever have held hidden words. A text that a turn once had says nothing about
 * times, words go from turn to turn, and those that were taken out have left nothing: so a turn is
 * named where a hidden stretch is in it, or beside it, where it was cut off from such a turn or
 * such a turn from it, and where it holds no word any more. A later hearing may give a turn's id to
 * another turn or to none: a turn is named where that is so in any transcript that was ever read.
 */
public final class TurnsHeld {
    private record Row(int id, int position, int splitFrom, long startMillis, long endMillis) {
        boolean isEmpty() {
            return endMillis < 0;
        }
    }

    private final Jdbi jdbi;

    public TurnsHeld(Database database) {
        this.jdbi = database.jdbi();
    }

    /** The ids of those turns of a recording; none where nothing is hidden. */
    public Set<Integer> of(String recordingId, Hidden hidden) {
        return hidden.isEmpty()
                ? Set.of()
                : jdbi.withHandle(handle -> of(handle, recordingId, hidden));
    }

    static Set<Integer> of(Handle handle, String recordingId, Hidden hidden) {
        Set<Integer> held = new HashSet<>();
        handle.createQuery(
                        """
                        SELECT id FROM transcript
                        WHERE recording_id = :recording AND state IN ('present', 'earlier')
                        """)
                .bind("recording", recordingId)
                .mapTo(String.class)
                .list()
                .forEach(transcript -> held.addAll(held(rows(handle, transcript), hidden)));
        return held;
    }

    private static List<Row> rows(Handle handle, String transcriptId) {
        return handle.createQuery(
                        """
                        SELECT t.id, t.position, COALESCE(t.split_from, 0) AS split_from,
                            COALESCE(MIN(w.start_ms), -1) AS start_ms,
                            COALESCE(MAX(w.end_ms), -1) AS end_ms
                        FROM turn t
                        LEFT JOIN word w ON w.transcript_id = t.transcript_id AND w.turn_id = t.id
                        WHERE t.transcript_id = :id
                        GROUP BY t.id, t.position, t.split_from
                        ORDER BY t.position
                        """)
                .bind("id", transcriptId)
                .map(
                        (row, context) ->
                                new Row(
                                        row.getInt("id"),
                                        row.getInt("position"),
                                        row.getInt("split_from"),
                                        row.getLong("start_ms"),
                                        row.getLong("end_ms")))
                .list();
    }

    private static Set<Integer> held(List<Row> all, Hidden hidden) {
        Set<Integer> held = new HashSet<>();
        List<Row> rows = all.stream().filter(row -> !row.isEmpty()).toList();
        all.stream().filter(Row::isEmpty).forEach(row -> held.add(row.id()));
        for (int i = 0; i < rows.size(); i++) {
            long from =
                    i == 0 ? 0 : Math.min(rows.get(i - 1).endMillis(), rows.get(i).startMillis());
            long to =
                    i + 1 == rows.size()
                            ? Long.MAX_VALUE
                            : Math.max(rows.get(i + 1).startMillis(), rows.get(i).endMillis());
            if (hidden.meets(from, to)) {
                for (int beside = Math.max(0, i - 1);
                        beside <= Math.min(rows.size() - 1, i + 1);
                        beside++) {
                    held.add(rows.get(beside).id());
                }
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Row row : all) {
                if (row.splitFrom() != 0
                        && held.contains(row.id()) != held.contains(row.splitFrom())) {
                    held.add(row.id());
                    held.add(row.splitFrom());
                    more = true;
                }
            }
        }
        return held;
    }
}
