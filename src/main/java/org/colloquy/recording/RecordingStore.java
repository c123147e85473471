package org.colloquy.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.media.MediaFacts;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The tables {@code recording} and {@code chunk}. */
final class RecordingStore {
    private static final String SELECT =
            """
            SELECT recording.*, person.name AS by_name,
                (SELECT COUNT(*) FROM chunk WHERE chunk.recording_id = recording.id) AS chunks
            FROM recording JOIN person ON person.id = recording.created_by
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    RecordingStore(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    void insert(String id, String sessionId, RecordingRequest request, String personId) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        INSERT INTO recording (id, session_id, file_name, media_type,
                                            source, state, length_bytes, set_aside, created_by,
                                            created_at)
                                        VALUES (:id, :session, :name, :type, :source, 'receiving',
                                            0, FALSE, :by, :at)
                                        """)
                                .bind("id", id)
                                .bind("session", sessionId)
                                .bind("name", request.fileName())
                                .bind("type", request.mediaType())
                                .bind("source", request.source().toString())
                                .bind("by", personId)
                                .bind("at", Database.now(clock))
                                .execute());
    }

    Optional<Recording> find(String id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(SELECT + " WHERE recording.id = :id")
                                .bind("id", id)
                                .map(RecordingStore::recording)
                                .findOne());
    }

    Recording get(String id) {
        return find(id).orElseThrow(() -> new Problem.NotFound("There is no such recording."));
    }

    /** In the order in which they were begun. */
    List<Recording> ofSession(String sessionId) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        SELECT
                                                + " WHERE session_id = :session"
                                                + " ORDER BY recording.created_at, recording.id")
                                .bind("session", sessionId)
                                .map(RecordingStore::recording)
                                .list());
    }

    List<Recording> inState(Recording.State state) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(SELECT + " WHERE state = :state")
                                .bind("state", state.toString())
                                .map(RecordingStore::recording)
                                .list());
    }

    Optional<Chunk> findChunk(String recordingId, int number) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT number, offset_bytes, length_bytes, sha256
                                        FROM chunk WHERE recording_id = :id AND number = :number
                                        """)
                                .bind("id", recordingId)
                                .bind("number", number)
                                .map(
                                        (row, context) ->
                                                new Chunk(
                                                        row.getInt(1),
                                                        row.getLong(2),
                                                        row.getLong(3),
                                                        row.getString(4)))
                                .findOne());
    }

    /** The row of the manifest and the new length, together. */
    void add(String recordingId, Chunk chunk) {
        jdbi.useTransaction(
                handle -> {
                    handle.createUpdate(
                                    """
                                    INSERT INTO chunk (recording_id, number, offset_bytes,
                                        length_bytes, sha256, received_at)
                                    VALUES (:id, :number, :offset, :length, :sha256, :at)
                                    """)
                            .bind("id", recordingId)
                            .bind("number", chunk.number())
                            .bind("offset", chunk.offsetBytes())
                            .bind("length", chunk.lengthBytes())
                            .bind("sha256", chunk.sha256())
                            .bind("at", Database.now(clock))
                            .execute();
                    handle.createUpdate(
                                    """
                                    UPDATE recording SET length_bytes = :length
                                    WHERE id = :id AND state = 'receiving'
                                    """)
                            .bind("length", chunk.offsetBytes() + chunk.lengthBytes())
                            .bind("id", recordingId)
                            .execute();
                });
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

    void ready(String id, MediaFacts facts, @Nullable String problem) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        UPDATE recording SET state = 'ready', problem = :problem,
                                            duration_ms = :millis, channels = :channels,
                                            format = :format
                                        WHERE id = :id AND state <> 'receiving'
                                        """)
                                .bind("problem", problem)
                                .bind("millis", Math.round(facts.durationSeconds() * 1000))
                                .bind("channels", facts.channels())
                                .bind("format", facts.format() + "/" + facts.codec())
                                .bind("id", id)
                                .execute());
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

    void setAside(String id, boolean setAside) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        "UPDATE recording SET set_aside = :aside WHERE id = :id")
                                .bind("aside", setAside)
                                .bind("id", id)
                                .execute());
    }

    private static Recording recording(ResultSet row, StatementContext context)
            throws SQLException {
        long millis = row.getLong("duration_ms");
        Double seconds = row.wasNull() ? null : millis / 1000.0;
        int count = row.getInt("channels");
        Integer channels = row.wasNull() ? null : count;
        return new Recording(
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
                new PersonName(row.getString("created_by"), row.getString("by_name")));
    }
}
