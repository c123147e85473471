package org.colloquy.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of tags. */
final class TagStore {
    /** Every tag with what it hangs on. */
    static final String TAGS =
            """
            SELECT g.id, g.transcript_id, g.criterion_id, g.first_word, g.last_word, g.start_ms,
                g.end_ms, g.quote, g.reason, g.strength, g.suggested, g.state, g.created_by, g.created_at, g.withdrawn_by,
                g.withdrawn_at, t.recording_id, r.session_id, c.number, c.text, p.name,
                w.name AS withdrawn_name, s.method, s.date
            FROM tag g
            JOIN transcript t ON t.id = g.transcript_id
            JOIN recording r ON r.id = t.recording_id
            JOIN session s ON s.id = r.session_id
            JOIN criterion c ON c.id = g.criterion_id
            JOIN learning_outcome o ON o.id = c.outcome_id
            JOIN person p ON p.id = g.created_by
            LEFT JOIN person w ON w.id = g.withdrawn_by
            """;

    Optional<Tag> find(Handle handle, String tagId) {
        return handle.createQuery(TAGS + "WHERE g.id = :id")
                .bind("id", tagId)
                .map((row, context) -> tag(row))
                .findOne();
    }

    /** All of a transcript, withdrawn ones too, by place and then by criterion. */
    List<Tag> ofTranscript(Handle handle, String transcriptId) {
        return handle.createQuery(
                        TAGS
                                + """
                                WHERE g.transcript_id = :transcript
                                ORDER BY g.start_ms, g.end_ms, o.position, c.position, g.created_at,
                                    g.id
                                """)
                .bind("transcript", transcriptId)
                .map((row, context) -> tag(row))
                .list();
    }

    /** What counts as evidence for those criteria. */
    List<Tags.Quoted> quotes(
            Handle handle, Set<String> criterionIds, String exceptTranscript, int most) {
        if (criterionIds.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(
                        """
                        SELECT criterion_id, quote, recording_id, start_ms, end_ms FROM (
                            SELECT g.criterion_id, g.quote, t.recording_id, g.start_ms, g.end_ms,
                                ROW_NUMBER() OVER (PARTITION BY g.criterion_id
                                    ORDER BY g.created_at DESC, g.id) AS newest
                            FROM tag g
                            JOIN transcript t ON t.id = g.transcript_id
                            WHERE g.criterion_id IN (<criteria>) AND g.state = 'active'
                                AND g.strength <> 'context' AND g.transcript_id <> :except)
                        WHERE newest <= :most
                        """)
                .bindList("criteria", List.copyOf(criterionIds))
                .bind("except", exceptTranscript)
                .bind("most", most)
                .map(
                        (row, context) ->
                                new Tags.Quoted(
                                        row.getString("criterion_id"),
                                        row.getString("quote"),
                                        row.getString("recording_id"),
                                        row.getLong("start_ms"),
                                        row.getLong("end_ms")))
                .list();
    }

    /** A tag not withdrawn, of the same words and criterion, other than the one given. */
    Optional<String> twin(
            Handle handle,
            String transcriptId,
            String criterionId,
            Passage passage,
            @Nullable String exceptTagId) {
        return handle.createQuery(
                        """
                        SELECT id FROM tag
                        WHERE transcript_id = :transcript AND criterion_id = :criterion
                            AND first_word = :first AND last_word = :last
                            AND state <> 'withdrawn' AND id <> :except
                        LIMIT 1
                        """)
                .bind("transcript", transcriptId)
                .bind("criterion", criterionId)
                .bind("first", passage.firstWord())
                .bind("last", passage.lastWord())
                .bind("except", exceptTagId == null ? "" : exceptTagId)
                .mapTo(String.class)
                .findOne();
    }

    /** The criteria of the unit that the recording's learner is enrolled on: id to number. */
    Map<String, String> criteria(Handle handle, String recordingId) {
        Map<String, String> numbers = new TreeMap<>();
        handle.createQuery(
                        """
                        SELECT c.id, c.number FROM recording r
                        JOIN session s ON s.id = r.session_id
                        JOIN enrolment e ON e.id = s.enrolment_id
                        JOIN learning_outcome o ON o.unit_id = e.unit_id
                        JOIN criterion c ON c.outcome_id = o.id
                        WHERE r.id = :recording
                        """)
                .bind("recording", recordingId)
                .map((row, context) -> numbers.put(row.getString("id"), row.getString("number")))
                .list();
        return numbers;
    }

    /** One of those criteria. */
    Optional<Tag.Criterion> criterion(Handle handle, String recordingId, String criterionId) {
        return handle.createQuery(
                        """
                        SELECT c.id, c.number, c.text FROM recording r
                        JOIN session s ON s.id = r.session_id
                        JOIN enrolment e ON e.id = s.enrolment_id
                        JOIN learning_outcome o ON o.unit_id = e.unit_id
                        JOIN criterion c ON c.outcome_id = o.id
                        WHERE r.id = :recording AND c.id = :criterion
                        """)
                .bind("recording", recordingId)
                .bind("criterion", criterionId)
                .map((row, context) -> criterion(row))
                .findOne();
    }

    /** Of a row with a criterion's id, number and text. */
    static Tag.Criterion criterion(ResultSet row) throws SQLException {
        return new Tag.Criterion(
                row.getString("id"), row.getString("number"), row.getString("text"));
    }

    void insert(
            Handle handle,
            String id,
            String transcriptId,
            String criterionId,
            Passage passage,
            String reason,
            Strength strength,
            boolean suggested,
            String personId,
            Instant at) {
        handle.createUpdate(
                        """
                        INSERT INTO tag (id, transcript_id, criterion_id, first_word, last_word,
                            start_ms, end_ms, quote, reason, strength, suggested, state,
                            created_by, created_at)
                        VALUES (:id, :transcript, :criterion, :first, :last,
                            :start, :end, :quote, :reason, :strength, :suggested, 'active',
                            :person, :at)
                        """)
                .bind("id", id)
                .bind("transcript", transcriptId)
                .bind("criterion", criterionId)
                .bind("first", passage.firstWord())
                .bind("last", passage.lastWord())
                .bind("start", passage.startMillis())
                .bind("end", passage.endMillis())
                .bind("quote", passage.text())
                .bind("reason", reason)
                .bind("strength", strength.toString())
                .bind("suggested", suggested)
                .bind("person", personId)
                .bind("at", at)
                .execute();
    }

    /** Everything about a tag that can change, but for its withdrawal. */
    void update(Handle handle, Tag tag) {
        handle.createUpdate(
                        """
                        UPDATE tag SET criterion_id = :criterion, first_word = :first,
                            last_word = :last, start_ms = :start, end_ms = :end, quote = :quote,
                            reason = :reason, strength = :strength, state = :state
                        WHERE id = :id
                        """)
                .bind("first", tag.firstWord())
                .bind("last", tag.lastWord())
                .bind("start", tag.startMillis())
                .bind("end", tag.endMillis())
                .bind("quote", tag.quote())
                .bind("reason", tag.reason())
                .bind("criterion", tag.criterion().id())
                .bind("strength", tag.strength().toString())
                .bind("state", tag.state().toString())
                .bind("id", tag.id())
                .execute();
    }

    void move(Handle handle, String tagId, String transcriptId) {
        handle.execute("UPDATE tag SET transcript_id = ? WHERE id = ?", transcriptId, tagId);
    }

    void setState(
            Handle handle,
            String tagId,
            Tag.State state,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt) {
        handle.createUpdate(
                        """
                        UPDATE tag SET state = :state, withdrawn_by = :by, withdrawn_at = :at
                        WHERE id = :id
                        """)
                .bind("state", state.toString())
                .bind("by", withdrawnBy)
                .bind("at", withdrawnAt)
                .bind("id", tagId)
                .execute();
    }

    static Tag tag(ResultSet row) throws SQLException {
        String withdrawnBy = row.getString("withdrawn_by");
        return new Tag(
                row.getString("id"),
                row.getString("recording_id"),
                row.getString("transcript_id"),
                row.getString("session_id"),
                new Tag.Criterion(
                        row.getString("criterion_id"),
                        row.getString("number"),
                        row.getString("text")),
                row.getInt("first_word"),
                row.getInt("last_word"),
                row.getLong("start_ms"),
                row.getLong("end_ms"),
                row.getString("quote"),
                row.getString("reason"),
                Strength.parse(row.getString("strength")),
                row.getBoolean("suggested"),
                new PersonName(row.getString("created_by"), row.getString("name")),
                instant(row, "created_at"),
                Tag.State.of(row.getString("state")),
                withdrawnBy == null
                        ? null
                        : new Tag.Withdrawal(
                                new PersonName(withdrawnBy, row.getString("withdrawn_name")),
                                instant(row, "withdrawn_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getTimestamp(column).getTime());
    }
}
