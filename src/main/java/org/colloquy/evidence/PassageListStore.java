package org.colloquy.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.assessment.EnrolmentSummary.UnitName;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of lists of passages. What many passages have in common is read once and put together
 * here: joined by the database it would be read again for each of thousands.
 */
final class PassageListStore {
    /** A transcript that passages are in, and whose it is. */
    record Source(
            String transcriptId,
            String recordingId,
            String recordingName,
            String sessionId,
            String method,
            String date,
            String enrolmentId,
            PersonName learner,
            PersonName assessor,
            UnitName unit) {}

    /**
     * A tag as a list needs it.
     *
     * @param firstTurn where its passage begins; null: that word is gone
     */
    record Tagged(
            String id,
            String transcriptId,
            String criterionId,
            String strength,
            String state,
            long startMillis,
            long endMillis,
            String taggerId,
            @Nullable Integer firstTurn,
            @Nullable Integer lastTurn) {}

    /** The present transcripts that a person may see, by unit, learner and date. */
    List<Source> sources(
            Handle handle, String seen, String viewerId, Collection<String> withheldSessions) {
        return handle.createQuery(
                        """
                        SELECT t.id AS transcript_id, r.id AS recording_id, r.file_name,
                            s.id AS session_id, s.method, s.date, e.id AS enrolment_id,
                            e.learner_id, l.name AS learner, e.assessor_id, a.name AS assessor,
                            u.id AS unit_id, u.title, u.number
                        FROM transcript t
                        JOIN recording r ON r.id = t.recording_id AND NOT r.set_aside
                        JOIN session s ON s.id = r.session_id
                        JOIN enrolment e ON e.id = s.enrolment_id
                        JOIN unit u ON u.id = e.unit_id
                        JOIN person l ON l.id = e.learner_id
                        JOIN person a ON a.id = e.assessor_id
                        WHERE t.state = 'present' AND s.id NOT IN (<withheld>) AND (
                        """
                                + seen
                                + """
                                )
                                ORDER BY u.title, u.id, l.name, l.id, s.date, s.start_time,
                                    s.created_at, r.created_at, r.id
                                """)
                .bindList(
                        "withheld",
                        Stream.concat(Stream.of(""), withheldSessions.stream()).toList())
                .bind("viewer", viewerId)
                .map((row, context) -> source(row))
                .list();
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getString("transcript_id"),
                row.getString("recording_id"),
                row.getString("file_name"),
                row.getString("session_id"),
                row.getString("method"),
                row.getString("date"),
                row.getString("enrolment_id"),
                new PersonName(row.getString("learner_id"), row.getString("learner")),
                new PersonName(row.getString("assessor_id"), row.getString("assessor")),
                new UnitName(
                        row.getString("unit_id"), row.getString("title"), row.getString("number")));
    }

    /** All tags on these transcripts, in no order. */
    List<Tagged> tagged(Handle handle, Collection<String> transcriptIds, boolean withdrawn) {
        List<Tagged> tagged = new ArrayList<>();
        for (List<String> some : Slices.of(transcriptIds)) {
            handle.createQuery(
                            """
                            SELECT g.id, g.transcript_id, g.criterion_id, g.strength, g.state,
                                g.start_ms, g.end_ms, g.created_by, f.turn_id, l.turn_id
                            FROM tag g
                            LEFT JOIN word f
                                ON f.transcript_id = g.transcript_id AND f.id = g.first_word
                            LEFT JOIN word l
                                ON l.transcript_id = g.transcript_id AND l.id = g.last_word
                            WHERE g.transcript_id IN (<ids>)
                                AND (:withdrawn OR g.state <> 'withdrawn')
                            """)
                    .bindList("ids", some)
                    .bind("withdrawn", withdrawn)
                    .map((row, context) -> tagged(row))
                    .forEach(tagged::add);
        }
        return tagged;
    }

    /** By number of the column: by name each would be looked up anew in each of thousands. */
    private static Tagged tagged(ResultSet row) throws SQLException {
        int first = row.getInt(9);
        Integer firstTurn = row.wasNull() ? null : first;
        int last = row.getInt(10);
        Integer lastTurn = row.wasNull() ? null : last;
        return new Tagged(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getString(8),
                firstTurn,
                lastTurn);
    }

    /** Every criterion that anything is tagged to, in the order of the units. */
    Map<String, Tag.Criterion> criteria(Handle handle) {
        Map<String, Tag.Criterion> criteria = new LinkedHashMap<>();
        handle.createQuery(
                        """
                        SELECT c.id, c.number, c.text FROM criterion c
                        JOIN learning_outcome o ON o.id = c.outcome_id
                        JOIN unit u ON u.id = o.unit_id
                        WHERE c.id IN (SELECT criterion_id FROM tag)
                        ORDER BY u.title, u.id, o.position, c.position
                        """)
                .map((row, context) -> TagStore.criterion(row))
                .forEach(criterion -> criteria.put(criterion.id(), criterion));
        return criteria;
    }

    Map<String, String> names(Handle handle, Collection<String> personIds) {
        Map<String, String> names = new HashMap<>();
        for (List<String> some : Slices.of(personIds)) {
            handle.createQuery("SELECT id, name FROM person WHERE id IN (<ids>)")
                    .bindList("ids", some)
                    .map((row, context) -> Map.entry(row.getString("id"), row.getString("name")))
                    .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        }
        return names;
    }

    /** The quote and the reason of each tag on these transcripts, by the tag's id. */
    Map<String, String> texts(Handle handle, Collection<String> transcriptIds) {
        Map<String, String> texts = new HashMap<>();
        for (List<String> some : Slices.of(transcriptIds)) {
            handle.createQuery(
                            """
                            SELECT id, quote || char(10) || reason AS text FROM tag
                            WHERE transcript_id IN (<ids>)
                            """)
                    .bindList("ids", some)
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
        }
        return texts;
    }

    /** Whole tags on these transcripts. */
    List<Tag> tagsOf(Handle handle, Collection<String> transcriptIds) {
        return tags(handle, "WHERE g.transcript_id IN (<ids>)", transcriptIds);
    }

    /** These tags by their id. */
    Map<String, Tag> tags(Handle handle, Collection<String> tagIds) {
        Map<String, Tag> tags = new HashMap<>();
        tags(handle, "WHERE g.id IN (<ids>)", tagIds).forEach(tag -> tags.put(tag.id(), tag));
        return tags;
    }

    private static List<Tag> tags(Handle handle, String where, Collection<String> ids) {
        List<Tag> tags = new ArrayList<>();
        for (List<String> some : Slices.of(ids)) {
            try (Query query = handle.createQuery(TagStore.TAGS + where)) {
                query.bindList("ids", some)
                        .map((row, context) -> TagStore.tag(row))
                        .forEach(tags::add);
            }
        }
        return tags;
    }
}
