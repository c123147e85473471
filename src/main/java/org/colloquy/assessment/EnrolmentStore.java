package org.colloquy.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The table {@code enrolment}, with the names of its people and its unit. */
final class EnrolmentStore {
    private static final String SELECT =
            """
            SELECT e.id, e.created_at,
                   learner.id AS learner_id, learner.name AS learner_name,
                   unit.id AS unit_id, unit.title AS unit_title, unit.number AS unit_number,
                   assessor.id AS assessor_id, assessor.name AS assessor_name,
                   iqa.id AS iqa_id, iqa.name AS iqa_name
            FROM enrolment e
            JOIN person learner ON learner.id = e.learner_id
            JOIN unit ON unit.id = e.unit_id
            JOIN person assessor ON assessor.id = e.assessor_id
            LEFT JOIN person iqa ON iqa.id = e.iqa_id
            """;

    private static final RowMapper<EnrolmentSummary> NAMES =
            (row, context) -> {
                String iqa = row.getString("iqa_id");
                return new EnrolmentSummary(
                        row.getString("id"),
                        new PersonName(row.getString("learner_id"), row.getString("learner_name")),
                        new EnrolmentSummary.UnitName(
                                row.getString("unit_id"),
                                row.getString("unit_title"),
                                row.getString("unit_number")),
                        new PersonName(
                                row.getString("assessor_id"), row.getString("assessor_name")),
                        iqa == null ? null : new PersonName(iqa, row.getString("iqa_name")),
                        row.getTimestamp("created_at").toInstant(),
                        List.of(),
                        0,
                        null);
            };

    private EnrolmentStore() {}

    /** All, in order of learner and unit; counts not filled in. */
    static List<EnrolmentSummary> list(Handle handle) {
        return handle.createQuery(SELECT + " ORDER BY learner.name, unit.title, e.id")
                .map(NAMES)
                .list();
    }

    /** Counts not filled in. */
    static Optional<EnrolmentSummary> find(Handle handle, String id) {
        return handle.createQuery(SELECT + " WHERE e.id = :id").bind("id", id).map(NAMES).findOne();
    }

    static boolean exists(Handle handle, String learnerId, String unitId) {
        return handle.createQuery(
                                """
                                SELECT COUNT(*) FROM enrolment
                                WHERE learner_id = :learner AND unit_id = :unit
                                """)
                        .bind("learner", learnerId)
                        .bind("unit", unitId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static void insert(
            Handle handle,
            String id,
            String learnerId,
            String unitId,
            String assessorId,
            @Nullable String iqaId,
            Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO enrolment
                            (id, learner_id, unit_id, assessor_id, iqa_id, created_at)
                        VALUES (:id, :learner, :unit, :assessor, :iqa, :now)
                        """)
                .bind("id", id)
                .bind("learner", learnerId)
                .bind("unit", unitId)
                .bind("assessor", assessorId)
                .bind("iqa", iqaId)
                .bind("now", now)
                .execute();
    }

    static void update(Handle handle, String id, String assessorId, @Nullable String iqaId) {
        handle.createUpdate(
                        """
                        UPDATE enrolment SET assessor_id = :assessor, iqa_id = :iqa
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("assessor", assessorId)
                .bind("iqa", iqaId)
                .execute();
    }
}
