package org.colloquy.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.common.Json;
import org.colloquy.common.Text;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;

/** The SQL of the history. */
final class HistoryStore {
    /** The states that a change leads from and to. */
    record States(String before, String after) {}

    private static final String CHANGES =
            """
            SELECT h.id, h.recording_id, h.number, h.kind, h.text, h.person_id, p.name, h.at,
                h.undone, h.turn_ids, h.tag_ids, h.read_before, h.read_after, h.start_ms
            FROM history h
            JOIN person p ON p.id = h.person_id
            """;

    int latest(Handle handle, String recordingId) {
        return handle.createQuery(
                        "SELECT COALESCE(MAX(touched), 0) FROM history WHERE recording_id = :id")
                .bind("id", recordingId)
                .mapTo(Integer.class)
                .one();
    }

    void insert(Handle handle, String id, int number, Instant at, NewChange change) {
        handle.execute(
                """
                INSERT INTO history (id, recording_id, number, touched, kind, text, person_id, at,
                    start_ms, turn_ids, tag_ids, read_before, read_after, state_before,
                    state_after, undone, closed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, FALSE)
                """,
                id,
                change.recordingId(),
                number,
                number,
                change.kind().toString(),
                Text.toStore(change.text()),
                change.personId(),
                at,
                change.startMillis(),
                Json.write(change.turnIds()),
                Json.write(change.tagIds()),
                change.readBefore(),
                change.readAfter(),
                change.before(),
                change.after());
    }

    /** A step that goes on: what it led to is another. */
    void goOn(Handle handle, String id, int touched, Instant at, String after, String readAfter) {
        handle.execute(
                """
                UPDATE history SET touched = ?, at = ?, state_after = ?, read_after = ?,
                    closed = FALSE
                WHERE id = ?
                """,
                touched,
                at,
                after,
                readAfter,
                id);
    }

    void setUndone(Handle handle, String id, boolean undone, int touched) {
        handle.execute(
                "UPDATE history SET undone = ?, closed = FALSE, touched = ? WHERE id = ?",
                undone,
                touched,
                id);
    }

    void close(Handle handle, String id) {
        handle.execute("UPDATE history SET closed = TRUE WHERE id = ?", id);
    }

    /** What a person undid and does not redo, for they went on with something else. */
    void closeUndone(Handle handle, String recordingId, String personId) {
        handle.execute(
                """
                UPDATE history SET closed = TRUE
                WHERE recording_id = ? AND person_id = ? AND undone AND NOT closed
                """,
                recordingId,
                personId);
    }

    void close(Handle handle, String recordingId, Collection<ChangeKind> kinds) {
        for (ChangeKind kind : kinds) {
            handle.execute(
                    "UPDATE history SET closed = TRUE WHERE recording_id = ? AND kind = ?",
                    recordingId,
                    kind.toString());
        }
    }

    Optional<Change> find(Handle handle, String recordingId, String id) {
        return handle.createQuery(CHANGES + "WHERE h.recording_id = :recording AND h.id = :id")
                .bind("recording", recordingId)
                .bind("id", id)
                .map((row, context) -> change(row))
                .findOne();
    }

    /** The newest of a person that stands. */
    Optional<Change> nextUndo(Handle handle, String recordingId, String personId) {
        return next(
                handle,
                recordingId,
                personId,
                "AND NOT h.undone AND NOT h.closed ORDER BY h.number DESC LIMIT 1");
    }

    /** What a person undid last. */
    Optional<Change> nextRedo(Handle handle, String recordingId, String personId) {
        return next(
                handle,
                recordingId,
                personId,
                "AND h.undone AND NOT h.closed ORDER BY h.touched DESC LIMIT 1");
    }

    /** The newest that a person did, undone or not. */
    Optional<Change> newest(Handle handle, String recordingId, String personId) {
        return next(handle, recordingId, personId, "ORDER BY h.number DESC LIMIT 1");
    }

    private static Optional<Change> next(
            Handle handle, String recordingId, String personId, String which) {
        return handle.createQuery(
                        CHANGES
                                + "WHERE h.recording_id = :recording AND h.person_id = :me "
                                + which)
                .bind("recording", recordingId)
                .bind("me", personId)
                .map((row, context) -> change(row))
                .findOne();
    }

    int touched(Handle handle, String id) {
        return handle.createQuery("SELECT touched FROM history WHERE id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
    }

    States states(Handle handle, String id) {
        return handle.createQuery("SELECT state_before, state_after FROM history WHERE id = :id")
                .bind("id", id)
                .map(
                        (row, context) ->
                                new States(
                                        row.getString("state_before"),
                                        row.getString("state_after")))
                .one();
    }

    /** Those touched after that count, the ones touched first. */
    List<Change> after(Handle handle, String recordingId, int after, int most) {
        return handle.createQuery(
                        CHANGES
                                + "WHERE h.recording_id = :recording AND h.touched > :after"
                                + " ORDER BY h.touched LIMIT :most")
                .bind("recording", recordingId)
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> change(row))
                .list();
    }

    /** The newest, in the order they were done. */
    List<Change> newest(Handle handle, String recordingId, int most) {
        return handle.createQuery(
                        CHANGES
                                + "WHERE h.recording_id = :recording"
                                + " ORDER BY h.number DESC LIMIT :most")
                .bind("recording", recordingId)
                .bind("most", most)
                .map((row, context) -> change(row))
                .list()
                .reversed();
    }

    private static Change change(ResultSet row) throws SQLException {
        long start = row.getLong("start_ms");
        Long startMillis = row.wasNull() ? null : start;
        return new Change(
                row.getString("id"),
                row.getString("recording_id"),
                row.getInt("number"),
                ChangeKind.of(row.getString("kind")),
                Objects.requireNonNull(Text.stored(row.getString("text"))),
                new PersonName(row.getString("person_id"), row.getString("name")),
                Instant.ofEpochMilli(row.getTimestamp("at").getTime()),
                row.getBoolean("undone"),
                List.of(Json.read(row.getString("turn_ids"), Integer[].class)),
                List.of(Json.read(row.getString("tag_ids"), String[].class)),
                row.getString("read_before"),
                row.getString("read_after"),
                startMillis);
    }
}
