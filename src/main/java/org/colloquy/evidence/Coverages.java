package org.colloquy.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.assessment.Method;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * How far the passages of all sessions cover a learner's unit. Counted are tags that are active or
 * for review, on the present transcript of recordings that are not set aside: what an assessor set
 * aside is kept, and its tags are still listed with it, but it is no evidence.
 */
public final class Coverages {
    private static final String COUNTED =
            """
            WHERE s.enrolment_id = :enrolment AND g.state <> 'withdrawn' AND NOT r.set_aside
                AND t.state = 'present'
            ORDER BY s.date, s.start_time, s.created_at, r.created_at, g.start_ms, g.end_ms, g.id
            """;

    private record UnitRow(String id, String title) {}

    private final Jdbi jdbi;

    public Coverages(Database database) {
        this.jdbi = database.jdbi();
    }

    /** Of one enrolment, with all that there is. */
    public Coverage get(String enrolmentId) {
        return get(enrolmentId, Set.of());
    }

    /**
     * Of one enrolment.
     *
     * @param withheldSessions those that are not shown to who asks
     * @throws Problem.NotFound where there is no such enrolment
     */
    public Coverage get(String enrolmentId, Set<String> withheldSessions) {
        return jdbi.withHandle(
                handle -> {
                    UnitRow unit =
                            handle.createQuery(
                                            """
                                            SELECT u.id, u.title FROM enrolment e
                                            JOIN unit u ON u.id = e.unit_id WHERE e.id = :id
                                            """)
                                    .bind("id", enrolmentId)
                                    .map(
                                            (row, context) ->
                                                    new UnitRow(
                                                            row.getString("id"),
                                                            row.getString("title")))
                                    .findOne()
                                    .orElseThrow(
                                            () ->
                                                    new Problem.NotFound(
                                                            "There is no such enrolment."));
                    return new Coverage(
                            enrolmentId,
                            unit.id(),
                            unit.title(),
                            outcomes(
                                    handle,
                                    unit.id(),
                                    found(handle, enrolmentId, withheldSessions)));
                });
    }

    /** The passages of each criterion, by its id, in order of time. */
    private static Map<String, List<Coverage.Found>> found(
            Handle handle, String enrolmentId, Set<String> withheldSessions) {
        Map<String, List<Coverage.Found>> found = new HashMap<>();
        handle.createQuery(TagStore.TAGS + COUNTED)
                .bind("enrolment", enrolmentId)
                .map(
                        (row, context) ->
                                new Coverage.Found(
                                        TagStore.tag(row),
                                        Method.parse(row.getString("method")),
                                        row.getString("date")))
                .filter(passage -> !withheldSessions.contains(passage.tag().sessionId()))
                .forEach(
                        passage ->
                                found.computeIfAbsent(
                                                passage.tag().criterion().id(),
                                                criterion -> new ArrayList<>())
                                        .add(passage));
        return found;
    }

    private static List<Coverage.Outcome> outcomes(
            Handle handle, String unitId, Map<String, List<Coverage.Found>> found) {
        record Row(String outcomeId, String number, String text) {}
        return handle
                .createQuery(
                        """
                        SELECT id, number, text FROM learning_outcome
                        WHERE unit_id = :unit ORDER BY position
                        """)
                .bind("unit", unitId)
                .map(
                        (row, context) ->
                                new Row(
                                        row.getString("id"),
                                        row.getString("number"),
                                        row.getString("text")))
                .list()
                .stream()
                .map(
                        row ->
                                new Coverage.Outcome(
                                        row.number(),
                                        row.text(),
                                        covered(handle, row.outcomeId(), found)))
                .toList();
    }

    private static List<Coverage.Covered> covered(
            Handle handle, String outcomeId, Map<String, List<Coverage.Found>> found) {
        return handle
                .createQuery(
                        """
                        SELECT id, number, text FROM criterion
                        WHERE outcome_id = :outcome ORDER BY position
                        """)
                .bind("outcome", outcomeId)
                .map((row, context) -> TagStore.criterion(row))
                .list()
                .stream()
                .map(
                        criterion ->
                                new Coverage.Covered(
                                        criterion, found.getOrDefault(criterion.id(), List.of())))
                .toList();
    }
}
