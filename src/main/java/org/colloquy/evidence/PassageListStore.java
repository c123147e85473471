package org.colloquy.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.assessment.EnrolmentSummary.UnitName;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;

/** The SQL of lists of passages. */
final class PassageListStore {
    /**
     * What a passage is chosen and counted by.
     *
     * @param values of each facet but the speaker
     * @param labels as people read them
     */
    record Entry(
            String tagId,
            String recordingId,
            String recordingName,
            String enrolmentId,
            String date,
            long startMillis,
            long endMillis,
            boolean withdrawn,
            Map<PassageFacet, String> values,
            Map<PassageFacet, String> labels,
            PersonName learner,
            PersonName assessor,
            UnitName unit,
            String method) {}

    /**
     * All that a person may see, by criterion, learner, date and place.
     *
     * @param seen the condition for the enrolment "e", about the person "viewer"
     */
    List<Entry> entries(
            Handle handle, String seen, String viewerId, Collection<String> withheldSessions) {
        return handle.createQuery(
                        """
                        SELECT g.id, g.criterion_id, g.strength, g.state, g.start_ms, g.end_ms,
                            g.created_by, p.name AS tagger, c.number AS criterion_number,
                            c.text AS criterion_text, u.id AS unit_id, u.title,
                            u.number AS unit_number, e.id AS enrolment_id, e.learner_id,
                            l.name AS learner, e.assessor_id, a.name AS assessor,
                            s.id AS session_id, s.method, s.date, r.id AS recording_id, r.file_name
                        FROM tag g
                        JOIN transcript t ON t.id = g.transcript_id AND t.state = 'present'
                        JOIN recording r ON r.id = t.recording_id AND NOT r.set_aside
                        JOIN session s ON s.id = r.session_id
                        JOIN enrolment e ON e.id = s.enrolment_id
                        JOIN unit u ON u.id = e.unit_id
                        JOIN criterion c ON c.id = g.criterion_id
                        JOIN learning_outcome o ON o.id = c.outcome_id
                        JOIN person p ON p.id = g.created_by
                        JOIN person l ON l.id = e.learner_id
                        JOIN person a ON a.id = e.assessor_id
                        WHERE s.id NOT IN (<withheld>) AND (
                        """
                                + seen
                                + """
                                )
                                ORDER BY u.title, u.id, o.position, c.position, l.name, l.id,
                                    s.date, s.start_time, s.created_at, r.created_at, g.start_ms,
                                    g.end_ms, g.id
                                """)
                .bindList(
                        "withheld",
                        Stream.concat(Stream.of(""), withheldSessions.stream()).toList())
                .bind("viewer", viewerId)
                .map((row, context) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Map<PassageFacet, String> values = new EnumMap<>(PassageFacet.class);
        Map<PassageFacet, String> labels = new EnumMap<>(PassageFacet.class);
        values.put(PassageFacet.CRITERION, row.getString("criterion_id"));
        labels.put(
                PassageFacet.CRITERION,
                row.getString("criterion_number") + " " + row.getString("criterion_text"));
        values.put(PassageFacet.UNIT, row.getString("unit_id"));
        labels.put(PassageFacet.UNIT, row.getString("title"));
        values.put(PassageFacet.LEARNER, row.getString("learner_id"));
        labels.put(PassageFacet.LEARNER, row.getString("learner"));
        values.put(PassageFacet.ASSESSOR, row.getString("assessor_id"));
        labels.put(PassageFacet.ASSESSOR, row.getString("assessor"));
        values.put(PassageFacet.SESSION, row.getString("session_id"));
        values.put(PassageFacet.METHOD, row.getString("method"));
        values.put(PassageFacet.TAGGER, row.getString("created_by"));
        labels.put(PassageFacet.TAGGER, row.getString("tagger"));
        values.put(PassageFacet.STRENGTH, row.getString("strength"));
        values.put(PassageFacet.STATE, row.getString("state"));
        return new Entry(
                row.getString("id"),
                row.getString("recording_id"),
                row.getString("file_name"),
                row.getString("enrolment_id"),
                row.getString("date"),
                row.getLong("start_ms"),
                row.getLong("end_ms"),
                row.getString("state").equals(Tag.State.WITHDRAWN.toString()),
                values,
                labels,
                new PersonName(row.getString("learner_id"), row.getString("learner")),
                new PersonName(row.getString("assessor_id"), row.getString("assessor")),
                new UnitName(
                        row.getString("unit_id"),
                        row.getString("title"),
                        row.getString("unit_number")),
                row.getString("method"));
    }

    /** These tags by their id. */
    Map<String, Tag> tags(Handle handle, Collection<String> tagIds) {
        Map<String, Tag> tags = new HashMap<>();
        Slices.of(tagIds)
                .forEach(
                        some ->
                                handle.createQuery(TagStore.TAGS + "WHERE g.id IN (<ids>)")
                                        .bindList("ids", some)
                                        .map((row, context) -> TagStore.tag(row))
                                        .forEach(tag -> tags.put(tag.id(), tag)));
        return tags;
    }

    static Set<String> recordings(Collection<Entry> entries) {
        Set<String> ids = new java.util.HashSet<>();
        entries.forEach(entry -> ids.add(entry.recordingId()));
        return ids;
    }
}
