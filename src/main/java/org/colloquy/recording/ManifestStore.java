package org.colloquy.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.media.ByteSpan;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code chunk}, and how far a recording that is received has come. */
final class ManifestStore {
    private final Jdbi jdbi;

    /**
     * How far a recording has come.
     *
     * @param nextNumber of the piece that is wanted
     * @param lastPart the part of the piece before; -1: none has come
     */
    record Standing(Recording.State state, long lengthBytes, int nextNumber, int lastPart) {}

    ManifestStore(Database database) {
        this.jdbi = database.jdbi();
    }

    /** Looks at the last piece only: a recording of hours has thousands. */
    Standing standing(String recordingId) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT r.state, r.length_bytes,
                                            COALESCE(c.number + 1, 0) AS next,
                                            COALESCE(c.part, -1) AS part
                                        FROM recording r
                                        LEFT JOIN chunk c ON c.recording_id = r.id
                                            AND c.number = (SELECT MAX(number) FROM chunk
                                                WHERE recording_id = r.id)
                                        WHERE r.id = :id
                                        """)
                                .bind("id", recordingId)
                                .map(
                                        (row, context) ->
                                                new Standing(
                                                        Recording.State.of(row.getString(1)),
                                                        row.getLong(2),
                                                        row.getInt(3),
                                                        row.getInt(4)))
                                .findOne()
                                .orElseThrow(
                                        () -> new Problem.NotFound("There is no such recording.")));
    }

    Optional<Chunk> find(String recordingId, int number) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT number, part, offset_bytes, length_bytes, sha256,
                                            received_at
                                        FROM chunk WHERE recording_id = :id AND number = :number
                                        """)
                                .bind("id", recordingId)
                                .bind("number", number)
                                .map(ManifestStore::chunk)
                                .findOne());
    }

    List<Chunk> list(String recordingId) {
        return jdbi.withHandle(
                handle -> {
                    try (Stream<Chunk> chunks =
                            handle
                                    .createQuery(
                                            """
                                            SELECT number, part, offset_bytes, length_bytes, sha256,
                                                received_at
                                            FROM chunk WHERE recording_id = :id ORDER BY number
                                            """)
                                    .bind("id", recordingId)
                                    .map(ManifestStore::chunk)
                                    .stream()) {
                        return chunks.toList();
                    }
                });
    }

    /** Where each part lies in the original, in order. */
    List<ByteSpan> spans(String recordingId) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT MIN(offset_bytes), SUM(length_bytes) FROM chunk
                                        WHERE recording_id = :id GROUP BY part ORDER BY part
                                        """)
                                .bind("id", recordingId)
                                .map((row, context) -> new ByteSpan(row.getLong(1), row.getLong(2)))
                                .list());
    }

    /** The row of the manifest and the new length, together. */
    void add(String recordingId, Chunk chunk) {
        jdbi.useTransaction(
                handle -> {
                    handle.createUpdate(
                                    """
                                    INSERT INTO chunk (recording_id, number, part, offset_bytes,
                                        length_bytes, sha256, received_at)
                                    VALUES (:id, :number, :part, :offset, :length, :sha256, :at)
                                    """)
                            .bind("id", recordingId)
                            .bind("number", chunk.number())
                            .bind("part", chunk.part())
                            .bind("offset", chunk.offsetBytes())
                            .bind("length", chunk.lengthBytes())
                            .bind("sha256", chunk.sha256())
                            .bind("at", chunk.receivedAt())
                            .execute();
                    handle.createUpdate(
                                    """
                                    UPDATE recording SET length_bytes = :length
                                    WHERE id = :id AND state = 'receiving'
                                    """)
                            .bind("length", chunk.endBytes())
                            .bind("id", recordingId)
                            .execute();
                });
    }

    private static Chunk chunk(ResultSet row, StatementContext context) throws SQLException {
        return new Chunk(
                row.getInt("number"),
                row.getInt("part"),
                row.getLong("offset_bytes"),
                row.getLong("length_bytes"),
                row.getString("sha256"),
                row.getTimestamp("received_at").toInstant());
    }
}
