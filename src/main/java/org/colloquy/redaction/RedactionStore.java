package org.colloquy.redaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.people.PersonName;
import org.colloquy.people.Right;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of redactions, and of the joins that carry them from one recording to another. */
final class RedactionStore {
    /**
     * A row, and where it stands.
     *
     * @param liftedAt null: it hides
     */
    record Row(Redaction redaction, @Nullable Instant liftedAt) {}

    private static final String ROWS =
            """
            SELECT d.id, d.recording_id, d.start_ms, d.end_ms, d.reason, d.created_by,
                d.created_at, d.lifted_at, p.name
            FROM redaction d JOIN person p ON p.id = d.created_by
            """;

    /** What hides in the recording, wherever it was made, at its time there, by time. */
    List<Redaction> list(Handle handle, String recordingId) {
        long duration =
                handle.select("SELECT duration_ms FROM recording WHERE id = ?", recordingId)
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(Long.MAX_VALUE);
        List<Redaction> list = new ArrayList<>();
        for (SharedSound.Place place : SharedSound.of(handle, recordingId)) {
            handle.createQuery(ROWS + "WHERE d.recording_id = :id AND d.lifted_at IS NULL")
                    .bind("id", place.recordingId())
                    .map((row, context) -> row(row).redaction())
                    .forEach(
                            made ->
                                    shifted(made, recordingId, place.offsetMillis(), duration)
                                            .ifPresent(list::add));
        }
        list.sort(
                Comparator.comparingLong(Redaction::startMillis)
                        .thenComparingLong(Redaction::endMillis)
                        .thenComparing(Redaction::id));
        return list;
    }

    private static Optional<Redaction> shifted(
            Redaction made, String recordingId, long offsetMillis, long duration) {
        long start = Math.max(0, made.startMillis() + offsetMillis);
        long end = made.endMillis() + offsetMillis;
        return end <= start || start >= duration
                ? Optional.empty()
                : Optional.of(
                        new Redaction(
                                made.id(),
                                recordingId,
                                start,
                                end,
                                made.reason(),
                                made.by(),
                                made.at()));
    }

    Hidden hidden(Handle handle, String recordingId) {
        return new Hidden(
                list(handle, recordingId).stream()
                        .map(one -> new Hidden.Span(one.startMillis(), one.endMillis()))
                        .toList());
    }

    /** The recordings in which anything is hidden: those with a redaction, and what shares them. */
    Set<String> redacted(Handle handle) {
        Set<String> recordings = new HashSet<>();
        handle.createQuery("SELECT DISTINCT recording_id FROM redaction WHERE lifted_at IS NULL")
                .mapTo(String.class)
                .list()
                .forEach(
                        id ->
                                SharedSound.of(handle, id)
                                        .forEach(place -> recordings.add(place.recordingId())));
        return recordings;
    }

    /**
     * What {@link Veil} calls names: what is said in hidden stretches, by whichever engine, and
     * what people typed where it may have been said; without what is said openly.
     */
    Set<String> names(Handle handle, String recordingId, Hidden hidden) {
        Set<String> names = new HashSet<>();
        Set<String> open = new HashSet<>();
        handle.createQuery(
                        """
                        SELECT w.text, w.start_ms, w.end_ms, t.state = 'present' AS is_read
                        FROM transcript t
                        JOIN word w ON w.transcript_id = t.id
                        WHERE t.recording_id = :recording
                        UNION ALL
                        SELECT m.text, m.start_ms, m.end_ms, FALSE FROM transcript t
                        JOIN machine_word m ON m.transcript_id = t.id
                        WHERE t.recording_id = :recording
                        UNION ALL
                        SELECT w.text, w.start_ms, w.end_ms, FALSE FROM transcript t
                        JOIN opinion o ON o.transcript_id = t.id
                        JOIN opinion_word w ON w.opinion_id = o.id
                        WHERE t.recording_id = :recording
                        """)
                .bind("recording", recordingId)
                .map(
                        (row, context) -> {
                            String text = row.getString("text");
                            if (hidden.hides(row.getLong("start_ms"), row.getLong("end_ms"))) {
                                Veil.parts(text).forEach(names::add);
                            } else if (row.getBoolean("is_read")) {
                                Veil.parts(text).forEach(open::add);
                            }
                            return text;
                        })
                .forEach(ignored -> {});
        typed(handle, recordingId, TurnsHeld.of(handle, recordingId, hidden))
                .forEach(text -> Veil.parts(text).forEach(names::add));
        names.removeAll(open);
        return names;
    }

    /** What those turns read before and after each correction. */
    private static List<String> typed(Handle handle, String recordingId, Set<Integer> turns) {
        List<String> texts = new ArrayList<>();
        handle.createQuery(
                        """
                        SELECT c.turn_id, c.text_before, c.text_after FROM transcript t
                        JOIN correction c ON c.transcript_id = t.id
                        WHERE t.recording_id = :recording
                        """)
                .bind("recording", recordingId)
                .map(
                        (row, context) -> {
                            if (turns.contains(row.getInt("turn_id"))) {
                                texts.add(row.getString("text_before"));
                                texts.add(row.getString("text_after"));
                            }
                            return texts;
                        })
                .forEach(ignored -> {});
        return texts;
    }

    Optional<Row> find(Handle handle, String id) {
        return handle.createQuery(ROWS + "WHERE d.id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    void insert(
            Handle handle,
            String id,
            String recordingId,
            Hidden.Span span,
            String reason,
            String personId,
            Instant at) {
        handle.execute(
                """
                INSERT INTO redaction (id, recording_id, start_ms, end_ms, reason, created_by,
                    created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                recordingId,
                span.startMillis(),
                span.endMillis(),
                reason,
                personId,
                at);
    }

    /**
     * @param liftedBy null: it hides again
     */
    void setLifted(
            Handle handle, String id, @Nullable String liftedBy, @Nullable Instant liftedAt) {
        handle.createUpdate("UPDATE redaction SET lifted_by = :by, lifted_at = :at WHERE id = :id")
                .bind("by", liftedBy)
                .bind("at", liftedAt)
                .bind("id", id)
                .execute();
    }

    static boolean assesses(Handle handle, String personId, String recordingId) {
        return handle.createQuery(
                                """
                        SELECT COUNT(*) FROM recording r
                        JOIN session s ON s.id = r.session_id
                        JOIN enrolment e ON e.id = s.enrolment_id
                        WHERE r.id = :recording AND e.assessor_id = :person
                        """)
                        .bind("recording", recordingId)
                        .bind("person", personId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static boolean hasRight(Handle handle, String personId, Right right) {
        return handle.createQuery(
                                """
                        SELECT COUNT(*) FROM person_right
                        WHERE person_id = :person AND name = :right
                        """)
                        .bind("person", personId)
                        .bind("right", right.toString())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Redaction(
                        row.getString("id"),
                        row.getString("recording_id"),
                        row.getLong("start_ms"),
                        row.getLong("end_ms"),
                        row.getString("reason"),
                        new PersonName(row.getString("created_by"), row.getString("name")),
                        Instant.ofEpochMilli(row.getTimestamp("created_at").getTime())),
                row.getTimestamp("lifted_at") == null
                        ? null
                        : Instant.ofEpochMilli(row.getTimestamp("lifted_at").getTime()));
    }
}
