package org.colloquy.criteria;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.common.Id;
import org.colloquy.criteria.Unit.Outcome;
import org.colloquy.criteria.UnitDraft.CriterionDraft;
import org.colloquy.criteria.UnitDraft.MethodDraft;
import org.colloquy.criteria.UnitDraft.OutcomeDraft;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code unit}, {@code learning_outcome}, {@code criterion} and {@code unit_method}. */
final class UnitStore {
    private UnitStore() {}

    static List<UnitSummary> list(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT unit.id, title, number, reference, level,
                               (SELECT count(*) FROM learning_outcome
                                WHERE unit_id = unit.id) AS outcomes,
                               (SELECT count(*) FROM criterion
                                JOIN learning_outcome
                                  ON learning_outcome.id = criterion.outcome_id
                                WHERE unit_id = unit.id) AS criteria,
                               (SELECT count(*) FROM enrolment
                                WHERE unit_id = unit.id) AS enrolments
                        FROM unit
                        ORDER BY title, unit.id
                        """)
                .map(
                        (row, context) ->
                                new UnitSummary(
                                        row.getString("id"),
                                        row.getString("title"),
                                        row.getString("number"),
                                        row.getString("reference"),
                                        row.getString("level"),
                                        row.getInt("outcomes"),
                                        row.getInt("criteria"),
                                        row.getInt("enrolments")))
                .list();
    }

    static Optional<Unit> find(Handle handle, String id) {
        return handle.createQuery(
                        """
                        SELECT unit.*,
                               EXISTS (SELECT 1 FROM session
                                       JOIN enrolment ON enrolment.id = session.enrolment_id
                                       WHERE enrolment.unit_id = unit.id) AS in_use
                        FROM unit WHERE id = :id
                        """)
                .bind("id", id)
                .map((row, context) -> unit(handle, row))
                .findOne();
    }

    private static Unit unit(Handle handle, ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new Unit(
                id,
                row.getString("title"),
                row.getString("number"),
                row.getString("reference"),
                row.getString("level"),
                whole(row, "credit_value"),
                whole(row, "guided_learning_hours"),
                row.getString("purpose"),
                truth(row, "simulation_allowed"),
                row.getString("evidence_requirements"),
                outcomes(handle, id),
                methods(handle, id),
                row.getBoolean("in_use"));
    }

    private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : Integer.valueOf(value);
    }

    private static @Nullable Boolean truth(ResultSet row, String column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : Boolean.valueOf(value);
    }

    private static List<Outcome> outcomes(Handle handle, String unitId) {
        Map<String, List<Criterion>> criteria = new LinkedHashMap<>();
        handle.createQuery(
                        """
                        SELECT criterion.* FROM criterion
                        JOIN learning_outcome ON learning_outcome.id = criterion.outcome_id
                        WHERE unit_id = :unit
                        ORDER BY criterion.position
                        """)
                .bind("unit", unitId)
                .map(
                        (row, context) ->
                                Map.entry(
                                        row.getString("outcome_id"),
                                        new Criterion(
                                                row.getString("id"),
                                                row.getString("number"),
                                                row.getString("text"))))
                .forEach(
                        found ->
                                criteria.computeIfAbsent(found.getKey(), any -> new ArrayList<>())
                                        .add(found.getValue()));
        return handle.createQuery(
                        "SELECT * FROM learning_outcome WHERE unit_id = :unit ORDER BY position")
                .bind("unit", unitId)
                .map(
                        (row, context) ->
                                new Outcome(
                                        row.getString("id"),
                                        row.getString("number"),
                                        row.getString("text"),
                                        criteria.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    private static List<MethodDraft> methods(Handle handle, String unitId) {
        return handle.createQuery(
                        "SELECT * FROM unit_method WHERE unit_id = :unit ORDER BY position")
                .bind("unit", unitId)
                .map(
                        (row, context) ->
                                new MethodDraft(row.getString("name"), row.getString("text")))
                .list();
    }

    static boolean isEnrolled(Handle handle, String learnerId, String unitId) {
        return handle.createQuery(
                                """
                        SELECT count(*) FROM enrolment
                        WHERE learner_id = :learner AND unit_id = :unit
                        """)
                        .bind("learner", learnerId)
                        .bind("unit", unitId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static void insert(
            Handle handle, String id, UnitDraft draft, @Nullable String personId, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO unit (id, title, number, reference, level, credit_value,
                            guided_learning_hours, purpose, simulation_allowed,
                            evidence_requirements, created_by, created_at)
                        VALUES (:id, :title, :number, :reference, :level, :creditValue,
                            :guidedLearningHours, :purpose, :simulationAllowed,
                            :evidenceRequirements, :personId, :now)
                        """)
                .bindMethods(draft)
                .bind("id", id)
                .bind("personId", personId)
                .bind("now", now)
                .execute();
        insertParts(handle, id, draft);
    }

    static void update(Handle handle, String id, UnitDraft draft) {
        handle.createUpdate(
                        """
                        UPDATE unit SET title = :title, number = :number, reference = :reference,
                            level = :level, credit_value = :creditValue,
                            guided_learning_hours = :guidedLearningHours, purpose = :purpose,
                            simulation_allowed = :simulationAllowed,
                            evidence_requirements = :evidenceRequirements
                        WHERE id = :id
                        """)
                .bindMethods(draft)
                .bind("id", id)
                .execute();
        for (String delete :
                List.of(
                        """
                        DELETE FROM criterion WHERE outcome_id IN
                            (SELECT id FROM learning_outcome WHERE unit_id = :id)
                        """,
                        "DELETE FROM learning_outcome WHERE unit_id = :id",
                        "DELETE FROM unit_method WHERE unit_id = :id")) {
            handle.createUpdate(delete).bind("id", id).execute();
        }
        insertParts(handle, id, draft);
    }

    private static void insertParts(Handle handle, String unitId, UnitDraft draft) {
        for (int i = 0; i < draft.outcomes().size(); i++) {
            OutcomeDraft outcome = draft.outcomes().get(i);
            String outcomeId = Id.create();
            handle.execute(
                    "INSERT INTO learning_outcome (id, unit_id, position, number, text)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    outcomeId,
                    unitId,
                    i,
                    outcome.number(),
                    outcome.text());
            for (int j = 0; j < outcome.criteria().size(); j++) {
                CriterionDraft criterion = outcome.criteria().get(j);
                handle.execute(
                        "INSERT INTO criterion (id, outcome_id, position, number, text)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        Id.create(),
                        outcomeId,
                        j,
                        criterion.number(),
                        criterion.text());
            }
        }
        for (int i = 0; i < draft.methods().size(); i++) {
            MethodDraft method = draft.methods().get(i);
            handle.execute(
                    "INSERT INTO unit_method (unit_id, position, name, text) VALUES (?, ?, ?, ?)",
                    unitId,
                    i,
                    method.name(),
                    method.text());
        }
    }
}
