package org.colloquy.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.media.MediaFacts;
import org.colloquy.media.PartedSound;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code recording} and what hangs on it; the pieces have {@link ManifestStore}. */
final class RecordingStore {
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

    private final Jdbi jdbi;
    private final Clock clock;

    RecordingStore(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    /** Once for each id: where it is there already, nothing happens. */
    void insert(String id, String sessionId, RecordingRequest request, String personId) {
        jdbi.useTransaction(
                handle -> {
                    int made =
                            handle.createUpdate(
                                            """
                                            INSERT INTO recording (id, session_id, file_name,
                                                media_type, source, state, length_bytes, set_aside,
                                                created_by, created_at)
                                            VALUES (:id, :session, :name, :type, :source,
                                                'receiving', 0, FALSE, :by, :at)
                                            ON CONFLICT DO NOTHING
                                            """)
                                    .bind("id", id)
                                    .bind("session", sessionId)
                                    .bind("name", request.fileName())
                                    .bind("type", request.mediaType())
                                    .bind("source", request.source().toString())
                                    .bind("by", personId)
                                    .bind("at", Database.now(clock))
                                    .execute();
                    List<Microphone> microphones = request.microphones();
                    if (made == 1 && microphones != null) {
                        addMicrophones(handle, id, microphones);
                    }
                });
    }

    private static void addMicrophones(Handle handle, String id, List<Microphone> microphones) {
        for (int channel = 0; channel < microphones.size(); channel++) {
            handle.createUpdate(
                            """
                            INSERT INTO recording_microphone (recording_id, channel, label, speaker)
                            VALUES (:id, :channel, :label, :speaker)
                            """)
                    .bind("id", id)
                    .bind("channel", channel)
                    .bind("label", microphones.get(channel).label())
                    .bind("speaker", microphones.get(channel).speaker())
                    .execute();
        }
    }

    Optional<Recording> find(String id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(SELECT + " WHERE recording.id = :id")
                                .bind("id", id)
                                .map(Row::read)
                                .findOne()
                                .map(row -> row.toRecording(handle)));
    }

    Recording get(String id) {
        return find(id).orElseThrow(() -> new Problem.NotFound("There is no such recording."));
    }

    /** In the order in which they were begun. */
    List<Recording> ofSession(String sessionId) {
        return jdbi.withHandle(
                handle ->
                        withDetails(
                                handle,
                                handle.createQuery(
                                                SELECT
                                                        + " WHERE session_id = :session ORDER BY"
                                                        + " recording.created_at, recording.id")
                                        .bind("session", sessionId)
                                        .map(Row::read)
                                        .list()));
    }

    List<Recording> list() {
        return jdbi.withHandle(
                handle ->
                        withDetails(
                                handle,
                                handle.createQuery(
                                                SELECT
                                                        + " ORDER BY recording.created_at,"
                                                        + " recording.id")
                                        .map(Row::read)
                                        .list()));
    }

    /**
     * @param sha256 of the whole; null: of none
     */
    List<Recording> withBytes(@Nullable String sha256) {
        if (sha256 == null) {
            return List.of();
        }
        return jdbi.withHandle(
                handle ->
                        withDetails(
                                handle,
                                handle.createQuery(
                                                SELECT
                                                        + " WHERE sha256 = :sha256 ORDER BY"
                                                        + " recording.created_at, recording.id")
                                        .bind("sha256", sha256)
                                        .map(Row::read)
                                        .list()));
    }

    List<Recording> inState(Recording.State state) {
        return jdbi.withHandle(
                handle ->
                        withDetails(
                                handle,
                                handle.createQuery(
                                                SELECT
                                                        + " WHERE state = :state ORDER BY"
                                                        + " recording.created_at, recording.id")
                                        .bind("state", state.toString())
                                        .map(Row::read)
                                        .list()));
    }

    void close(String id, String sha256) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        UPDATE recording SET state = 'preparing', sha256 = :sha256,
                                            completed_at = :at
                                        WHERE id = :id AND state = 'receiving'
                                        """)
                                .bind("sha256", sha256)
                                .bind("at", Database.now(clock))
                                .bind("id", id)
                                .execute());
    }

    /** With what became of each part. */
    void ready(String id, PartedSound sound, @Nullable String problem) {
        MediaFacts facts = sound.facts();
        jdbi.useTransaction(
                handle -> {
                    handle.createUpdate(
                                    """
                                    UPDATE recording SET state = 'ready', problem = :problem,
                                        duration_ms = :millis, channels = :channels,
                                        format = :format
                                    WHERE id = :id AND state <> 'receiving'
                                    """)
                            .bind("problem", problem)
                            .bind("millis", millis(facts.durationSeconds()))
                            .bind("channels", facts.channels())
                            .bind("format", facts.format() + "/" + facts.codec())
                            .bind("id", id)
                            .execute();
                    handle.execute("DELETE FROM recording_part WHERE recording_id = ?", id);
                    for (int i = 0; i < sound.parts().size(); i++) {
                        PartedSound.Part part = sound.parts().get(i);
                        long start = millis(part.startSeconds());
                        handle.execute(
                                """
                                INSERT INTO recording_part (recording_id, number, start_ms,
                                    duration_ms, problem)
                                VALUES (?, ?, ?, ?, ?)
                                """,
                                id,
                                i,
                                start,
                                millis(part.startSeconds() + part.durationSeconds()) - start,
                                part.problem());
                    }
                });
    }

    private static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }

    void unreadable(String id, String problem) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        UPDATE recording SET state = 'unreadable', problem = :problem
                                        WHERE id = :id
                                        """)
                                .bind("problem", problem)
                                .bind("id", id)
                                .execute());
    }

    void setProblem(String id, @Nullable String problem) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "UPDATE recording SET problem = ? WHERE id = ?", problem, id));
    }

    /**
     * @throws Problem.Conflict where it is to be taken back while its sound counts in another one
     */
    void setAside(String id, boolean setAside) {
        jdbi.useTransaction(
                handle -> {
                    if (!setAside) {
                        countsIn(handle, id)
                                .ifPresent(
                                        other -> {
                                            throw new Problem.Conflict(
                                                    "The same sound is in “"
                                                            + other
                                                            + "” because recordings were joined,"
                                                            + " and its evidence would count twice."
                                                            + " Set that one aside first, then take"
                                                            + " this one back.");
                                        });
                    }
                    handle.createUpdate("UPDATE recording SET set_aside = :aside WHERE id = :id")
                            .bind("aside", setAside)
                            .bind("id", id)
                            .execute();
                });
    }

    /**
     * The name of another recording, not set aside, that has some of the same sound by joining: as
     * a whole, as a part, or as another whole of the same part, at any depth.
     */
    private static Optional<String> countsIn(Handle handle, String id) {
        return handle.createQuery(
                        """
                        WITH RECURSIVE within(top, id) AS (
                            SELECT r.id, r.id FROM recording r
                            WHERE r.session_id = (SELECT session_id FROM recording WHERE id = :id)
                                AND (r.id = :id OR NOT r.set_aside)
                            UNION
                            SELECT within.top, j.from_id FROM within
                            JOIN recording_join j ON j.recording_id = within.id)
                        SELECT other.file_name FROM within mine
                        JOIN within its ON its.id = mine.id AND its.top <> mine.top
                        JOIN recording other ON other.id = its.top
                        WHERE mine.top = :id
                        ORDER BY other.created_at DESC, other.id LIMIT 1
                        """)
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
    }

    void rename(String id, String name) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "UPDATE recording SET file_name = ? WHERE id = ?", name, id));
    }

    private static List<Recording> withDetails(Handle handle, List<Row> rows) {
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
                            row.getString("problem"),
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
