package org.colloquy.assessment;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.people.Viewer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Sessions: what is planned for one, who is there, what was noted. */
public final class Sessions {
    private final Jdbi jdbi;
    private final Access access;
    private final Clock clock;
    private final Consumer<String> changed;

    /**
     * @param changed told the id of each session that was made or changed, once it is stored
     */
    public Sessions(Database database, Access access, Clock clock, Consumer<String> changed) {
        this.jdbi = database.jdbi();
        this.access = access;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * One, where the viewer may see it.
     *
     * @throws Problem.NotFound where there is none or it is not theirs to see
     */
    public Session get(Viewer viewer, String id) {
        access.requireRead(viewer, Access.Thing.SESSION, id);
        return get(id);
    }

    /** One, for the house itself, which asks for nobody. */
    public Session get(String id) {
        return jdbi.withHandle(
                handle ->
                        SessionStore.find(handle, id)
                                .orElseThrow(
                                        () -> new Problem.NotFound("There is no such session.")));
    }

    /**
     * Makes one. Only the enrolment's assessor may.
     *
     * @throws Problem.BadInput where something is missing, unreadable, or names a criterion that is
     *     not the unit's
     */
    public Session create(Viewer viewer, SessionRequest request) {
        String enrolmentId = request.enrolmentId();
        access.requireWrite(viewer, Access.Thing.ENROLMENT, enrolmentId);
        SessionDetails details = SessionDetails.of(withNewIds(request));
        String id = Id.create();
        jdbi.useTransaction(
                handle -> {
                    refuseOtherUnits(handle, enrolmentId, details);
                    SessionStore.insert(
                            handle,
                            id,
                            enrolmentId,
                            details,
                            viewer.personId(),
                            Database.now(clock));
                });
        changed.accept(id);
        return get(id);
    }

    /**
     * Changes one; a question sent with its id keeps it, one that is not sent is taken out.
     *
     * @throws Problem.Conflict where it is to move to another enrolment
     */
    public Session update(Viewer viewer, String id, SessionRequest request) {
        String enrolmentId = access.requireWrite(viewer, Access.Thing.SESSION, id);
        if (!enrolmentId.equals(request.enrolmentId())) {
            throw new Problem.Conflict(
                    "A session stays with its learner and unit: make another one for others.");
        }
        SessionDetails details = SessionDetails.of(request);
        Set<String> known =
                get(id).questions().stream().map(PlannedQuestion::id).collect(Collectors.toSet());
        refuseForeignIds(request, known);
        jdbi.useTransaction(
                handle -> {
                    refuseOtherUnits(handle, enrolmentId, details);
                    SessionStore.update(handle, id, details);
                });
        changed.accept(id);
        return get(id);
    }

    /** A new session's questions are new: ids sent with them, of a session copied, mean nothing. */
    private static SessionRequest withNewIds(SessionRequest request) {
        return new SessionRequest(
                request.enrolmentId(),
                request.method(),
                request.date(),
                request.startTime(),
                request.place(),
                request.mode(),
                request.language(),
                request.notes(),
                request.people(),
                request.questions().stream()
                        .map(
                                question ->
                                        new SessionRequest.QuestionRequest(
                                                null, question.text(), question.criterionIds()))
                        .toList());
    }

    private static void refuseForeignIds(SessionRequest request, Set<String> known) {
        Set<String> seen = new HashSet<>();
        for (SessionRequest.QuestionRequest question : request.questions()) {
            String id = question.id();
            if (id != null && !known.contains(id)) {
                throw new Problem.BadInput(
                        "A question that was sent is not one of this session: load it again.");
            }
            if (id != null && !seen.add(id)) {
                throw new Problem.BadInput("A question was sent twice: load the session again.");
            }
        }
    }

    private static void refuseOtherUnits(
            Handle handle, String enrolmentId, SessionDetails details) {
        Set<String> criteria =
                handle.createQuery(
                                """
                                SELECT c.id FROM criterion c
                                JOIN learning_outcome o ON o.id = c.outcome_id
                                JOIN enrolment e ON e.unit_id = o.unit_id
                                WHERE e.id = :enrolment
                                """)
                        .bind("enrolment", enrolmentId)
                        .mapTo(String.class)
                        .set();
        for (PlannedQuestion question : details.questions()) {
            if (!criteria.containsAll(question.criterionIds())) {
                throw new Problem.BadInput(
                        "The question “{question}” is linked to a criterion of another " + "unit.",
                        Map.of("question", question.text()));
            }
        }
    }
}
