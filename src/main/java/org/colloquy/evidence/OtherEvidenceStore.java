package org.colloquy.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of other evidence. */
final class OtherEvidenceStore {
    private static final String ALL =
            """
            SELECT v.id, v.enrolment_id, v.kind, v.title, v.location, v.relevance, v.date,
                v.created_by, v.created_at, v.withdrawn_at, v.version, p.name
            FROM other_evidence v JOIN person p ON p.id = v.created_by
            """;

    /** Of an enrolment, withdrawn ones too, by date and then as they came. */
    List<OtherEvidence> list(Handle handle, String enrolmentId) {
        return handle.createQuery(
                        ALL
                                + """
                                WHERE v.enrolment_id = :enrolment
                                ORDER BY COALESCE(v.date, '9999'), v.created_at, v.id
                                """)
                .bind("enrolment", enrolmentId)
                .map((row, context) -> evidence(handle, row))
                .list();
    }

    Optional<OtherEvidence> find(Handle handle, String id) {
        return handle.createQuery(ALL + "WHERE v.id = :id")
                .bind("id", id)
                .map((row, context) -> evidence(handle, row))
                .findOne();
    }

    /** The criteria of the unit that the learner is enrolled on. */
    Set<String> criteria(Handle handle, String enrolmentId) {
        return new HashSet<>(
                handle.createQuery(
                                """
                                SELECT c.id FROM enrolment e
                                JOIN learning_outcome o ON o.unit_id = e.unit_id
                                JOIN criterion c ON c.outcome_id = o.id
                                WHERE e.id = :enrolment
                                """)
                        .bind("enrolment", enrolmentId)
                        .mapTo(String.class)
                        .list());
    }

    void insert(
            Handle handle,
            String id,
            String enrolmentId,
            OtherEvidenceRequest request,
            String personId,
            Instant at) {
        handle.createUpdate(
                        """
                        INSERT INTO other_evidence (id, enrolment_id, kind, title, location,
                            relevance, date, created_by, created_at)
                        VALUES (:id, :enrolment, :kind, :title, :location, :relevance, :date,
                            :person, :at)
                        """)
                .bind("id", id)
                .bind("enrolment", enrolmentId)
                .bind("kind", request.kind().toString())
                .bind("title", request.title())
                .bind("location", request.location())
                .bind("relevance", request.relevance())
                .bind("date", text(request.date()))
                .bind("person", personId)
                .bind("at", at)
                .execute();
        insertCriteria(handle, id, request);
    }

    void update(Handle handle, String id, OtherEvidenceRequest request) {
        handle.createUpdate(
                        """
                        UPDATE other_evidence SET kind = :kind, title = :title,
                            location = :location, relevance = :relevance, date = :date,
                            version = version + 1
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("kind", request.kind().toString())
                .bind("title", request.title())
                .bind("location", request.location())
                .bind("relevance", request.relevance())
                .bind("date", text(request.date()))
                .execute();
        handle.execute("DELETE FROM other_evidence_criterion WHERE evidence_id = ?", id);
        insertCriteria(handle, id, request);
    }

    private static void insertCriteria(Handle handle, String id, OtherEvidenceRequest request) {
        for (OtherEvidence.Meets meets : request.criteria()) {
            handle.execute(
                    """
                    INSERT INTO other_evidence_criterion (evidence_id, criterion_id, strength)
                    VALUES (?, ?, ?)
                    """,
                    id,
                    meets.criterionId(),
                    meets.strength().toString());
        }
    }

    /**
     * @param by null: it counts
     */
    void setWithdrawn(Handle handle, String id, @Nullable String by, @Nullable Instant at) {
        handle.createUpdate(
                        """
                        UPDATE other_evidence SET withdrawn_by = :by, withdrawn_at = :at,
                            version = version + 1
                        WHERE id = :id
                        """)
                .bind("by", by)
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static OtherEvidence evidence(Handle handle, ResultSet row) throws SQLException {
        String id = row.getString("id");
        String date = row.getString("date");
        return new OtherEvidence(
                id,
                row.getString("enrolment_id"),
                OtherEvidence.Kind.parse(row.getString("kind")),
                row.getString("title"),
                row.getString("location"),
                row.getString("relevance"),
                date == null ? null : LocalDate.parse(date),
                criteriaOf(handle, id),
                new PersonName(row.getString("created_by"), row.getString("name")),
                Instant.ofEpochMilli(row.getTimestamp("created_at").getTime()),
                row.getTimestamp("withdrawn_at") != null,
                row.getInt("version"));
    }

    private static List<OtherEvidence.Meets> criteriaOf(Handle handle, String id) {
        return handle.createQuery(
                        """
                        SELECT m.criterion_id, m.strength FROM other_evidence_criterion m
                        JOIN criterion c ON c.id = m.criterion_id
                        JOIN learning_outcome o ON o.id = c.outcome_id
                        WHERE m.evidence_id = :id ORDER BY o.position, c.position
                        """)
                .bind("id", id)
                .map(
                        (row, context) ->
                                new OtherEvidence.Meets(
                                        row.getString("criterion_id"),
                                        Strength.parse(row.getString("strength"))))
                .list();
    }
}
