package org.colloquy.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code recording_mark}. */
final class MarkStore {
    /** All of a recording in order of time, withdrawn ones too. */
    List<Mark> ofRecording(Handle handle, String recordingId) {
        Timeline timeline = timeline(handle, recordingId);
        List<Mark> marks =
                handle.createQuery(
                                """
                                SELECT mark.*, person.name AS by_name FROM recording_mark mark
                                JOIN person ON person.id = mark.created_by
                                WHERE mark.recording_id = :recording
                                """)
                        .bind("recording", recordingId)
                        .map((row, context) -> mark(row))
                        .list();
        marks.forEach(mark -> timeline.knows(mark.part(), millis(mark.partSeconds())));
        return marks.stream()
                .map(
                        mark ->
                                mark.placedAt(
                                        timeline.millis(mark.part(), millis(mark.partSeconds()))
                                                / 1000.0))
                .sorted(
                        Comparator.comparing(Mark::seconds)
                                .thenComparing(Mark::at)
                                .thenComparing(Mark::id))
                .toList();
    }

    Optional<Mark> find(Handle handle, String recordingId, String markId) {
        return ofRecording(handle, recordingId).stream()
                .filter(mark -> mark.id().equals(markId))
                .findFirst();
    }

    private static Timeline timeline(Handle handle, String recordingId) {
        List<Timeline.Decoded> parts =
                handle.createQuery(
                                """
                                SELECT number, start_ms, duration_ms FROM recording_part
                                WHERE recording_id = :recording
                                """)
                        .bind("recording", recordingId)
                        .map(
                                (row, context) ->
                                        new Timeline.Decoded(
                                                row.getInt("number"),
                                                row.getLong("start_ms"),
                                                row.getLong("duration_ms")))
                        .list();
        Long whole =
                handle.createQuery("SELECT duration_ms FROM recording WHERE id = :recording")
                        .bind("recording", recordingId)
                        .map((row, context) -> Optional.ofNullable(longOrNull(row, "duration_ms")))
                        .findOne()
                        .flatMap(duration -> duration)
                        .orElse(null);
        return new Timeline(parts, whole);
    }

    void insert(
            Handle handle,
            String recordingId,
            String markId,
            MarkRequest request,
            @Nullable String questionText,
            String personId,
            Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO recording_mark (recording_id, id, kind, part, part_ms, length_ms,
                            note, question_id, question_text, criterion_id, at, created_by,
                            created_at)
                        VALUES (:recording, :id, :kind, :part, :partMillis, :lengthMillis,
                            :note, :question, :questionText, :criterion, :at, :by, :now)
                        """)
                .bind("recording", recordingId)
                .bind("id", markId)
                .bind("kind", request.kind().toString())
                .bind("part", request.part())
                .bind("partMillis", request.partMillis())
                .bind("lengthMillis", request.lengthMillis())
                .bind("note", request.note())
                .bind("question", request.questionId())
                .bind("questionText", questionText)
                .bind("criterion", request.criterionId())
                .bind("at", request.time())
                .bind("by", personId)
                .bind("now", now)
                .execute();
    }

    /** What of a mark may change. */
    void update(Handle handle, String recordingId, String markId, MarkRequest request) {
        handle.createUpdate(
                        """
                        UPDATE recording_mark SET note = :note,
                            length_ms = COALESCE(:lengthMillis, length_ms)
                        WHERE recording_id = :recording AND id = :id
                        """)
                .bind("note", request.note())
                .bind("lengthMillis", request.lengthMillis())
                .bind("recording", recordingId)
                .bind("id", markId)
                .execute();
    }

    void withdraw(Handle handle, String recordingId, String markId, String personId, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE recording_mark SET withdrawn_by = :by, withdrawn_at = :now
                        WHERE recording_id = :recording AND id = :id AND withdrawn_at IS NULL
                        """)
                .bind("by", personId)
                .bind("now", now)
                .bind("recording", recordingId)
                .bind("id", markId)
                .execute();
    }

    void tagged(Handle handle, String recordingId, String markId, String tagId) {
        handle.execute(
                "UPDATE recording_mark SET tag_id = ? WHERE recording_id = ? AND id = ?",
                tagId,
                recordingId,
                markId);
    }

    private static Mark mark(ResultSet row) throws SQLException {
        Long length = longOrNull(row, "length_ms");
        return new Mark(
                row.getString("id"),
                row.getString("recording_id"),
                Mark.Kind.of(row.getString("kind")),
                row.getInt("part"),
                row.getLong("part_ms") / 1000.0,
                length == null ? null : length / 1000.0,
                row.getString("note"),
                row.getString("question_id"),
                row.getString("question_text"),
                row.getString("criterion_id"),
                row.getTimestamp("at").toInstant(),
                0,
                row.getString("tag_id"),
                new PersonName(row.getString("created_by"), row.getString("by_name")),
                row.getTimestamp("withdrawn_at") != null);
    }

    private static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }
}
