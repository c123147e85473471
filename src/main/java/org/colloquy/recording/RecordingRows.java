package org.colloquy.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.colloquy.common.Text;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads recordings with what hangs on them: parts, microphones, what they were joined from. */
final class RecordingRows {
    private static final String SELECT =
            """
            SELECT recording.*, person.name AS by_name,
                (SELECT COUNT(*) FROM chunk WHERE chunk.recording_id = recording.id) AS chunks,
                (SELECT MAX(received_at) FROM chunk
                    WHERE chunk.recording_id = recording.id) AS last_at,
                (SELECT whole.id FROM recording_join j JOIN recording whole ON whole.id = j.recording_id
                    WHERE j.from_id = recording.id AND NOT whole.set_aside
                    ORDER BY whole.created_at DESC, whole.id LIMIT 1) AS joined_into
            FROM recording JOIN person ON person.id = recording.created_by
            """;

    private RecordingRows() {}

    /**
     * In the order in which they were begun.
     *
     * @param condition in SQL, over the columns of recording; a constant of ours, never what
     *     somebody sent
     * @param values of its question marks
     */
    static List<Recording> list(Handle handle, String condition, Object... values) {
        List<Row> rows =
                handle.select(
                                SELECT
                                        + " WHERE "
                                        + condition
                                        + " ORDER BY recording.created_at, recording.id",
                                values)
                        .map(Row::read)
                        .list();
        return rows.stream().map(row -> row.toRecording(handle)).toList();
    }

    /** A row of the table, before what hangs on it is read. */
    private record Row(Recording bare) {
        static Row read(ResultSet row, StatementContext context) throws SQLException {
            long millis = row.getLong("duration_ms");
            Double seconds = row.wasNull() ? null : millis / 1000.0;
            int count = row.getInt("channels");
            Integer channels = row.wasNull() ? null : count;
            Timestamp last = row.getTimestamp("last_at");
            return new Row(
                    new Recording(
                            row.getString("id"),
                            row.getString("session_id"),
                            row.getString("file_name"),
                            row.getString("media_type"),
                            Recording.Source.parse(row.getString("source")),
                            Recording.State.parse(row.getString("state")),
                            row.getInt("chunks"),
                            row.getLong("length_bytes"),
                            row.getString("sha256"),
                            seconds,
                            channels,
                            row.getString("format"),
                            Text.stored(row.getString("problem")),
                            row.getBoolean("set_aside"),
                            row.getTimestamp("created_at").toInstant(),
                            new PersonName(row.getString("created_by"), row.getString("by_name")),
                            List.of(),
                            List.of(),
                            last == null ? null : last.toInstant(),
                            List.of(),
                            row.getString("joined_into")));
        }

        Recording toRecording(Handle handle) {
            String id = bare.id();
            return bare.with(parts(handle, id), microphones(handle, id), joinedFrom(handle, id));
        }
    }

    private static List<RecordingPart> parts(Handle handle, String id) {
        return handle.createQuery(
                        """
                        SELECT c.part, MIN(c.number) AS first, SUM(c.length_bytes) AS bytes,
                            p.start_ms, p.duration_ms
                        FROM chunk c
                        LEFT JOIN recording_part p
                            ON p.recording_id = c.recording_id AND p.number = c.part
                        WHERE c.recording_id = :id
                        GROUP BY c.part, p.start_ms, p.duration_ms ORDER BY c.part
                        """)
                .bind("id", id)
                .map(
                        (row, context) ->
                                new RecordingPart(
                                        row.getInt("part"),
                                        row.getInt("first"),
                                        row.getLong("bytes"),
                                        seconds(row, "start_ms"),
                                        seconds(row, "duration_ms")))
                .list();
    }

    private static @Nullable Double seconds(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : millis / 1000.0;
    }

    private static List<Microphone> microphones(Handle handle, String id) {
        return handle.createQuery(
                        """
                        SELECT label, speaker FROM recording_microphone
                        WHERE recording_id = :id ORDER BY channel
                        """)
                .bind("id", id)
                .map((row, context) -> new Microphone(row.getString(1), row.getString(2)))
                .list();
    }

    private static List<JoinedPart> joinedFrom(Handle handle, String id) {
        return handle.createQuery(
                        """
                        SELECT from_id, offset_ms FROM recording_join
                        WHERE recording_id = :id ORDER BY position
                        """)
                .bind("id", id)
                .map((row, context) -> new JoinedPart(row.getString(1), row.getLong(2) / 1000.0))
                .list();
    }
}
