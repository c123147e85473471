package org.colloquy.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.colloquy.people.Centre;
import org.colloquy.people.People;
import org.colloquy.people.Person;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Learners on units: who assesses them, who quality assures it, how far they are. */
public final class Enrolments {
    private final Jdbi jdbi;
    private final People people;
    private final Access access;
    private final Clock clock;

    public Enrolments(Database database, People people, Access access, Clock clock) {
        this.jdbi = database.jdbi();
        this.people = people;
        this.access = access;
        this.clock = clock;
    }

    /** Those that the viewer may see, in order of learner and unit. */
    public List<EnrolmentSummary> list(Viewer viewer) {
        Set<String> visible = access.visibleEnrolments(viewer);
        Set<String> withheld = access.withheldSessions(viewer);
        ZoneId zone = zone();
        return jdbi.withHandle(
                handle -> {
                    Map<String, List<EnrolmentSummary.CriterionCount>> counts =
                            OverviewStore.counts(handle, null, withheld);
                    Map<String, List<OverviewStore.Held>> held = OverviewStore.held(handle, null);
                    return EnrolmentStore.list(handle).stream()
                            .filter(enrolment -> visible.contains(enrolment.id()))
                            .map(enrolment -> fill(enrolment, counts, held, zone))
                            .toList();
                });
    }

    /**
     * One, where the viewer may see it.
     *
     * @throws Problem.NotFound where there is none or it is not theirs to see
     */
    public EnrolmentSummary get(Viewer viewer, String id) {
        access.requireRead(viewer, Access.Thing.ENROLMENT, id);
        return get(id, access.withheldSessions(viewer));
    }

    /** The sessions of one, the latest first; the same rule. */
    public List<SessionSummary> sessions(Viewer viewer, String id) {
        access.requireRead(viewer, Access.Thing.ENROLMENT, id);
        Set<String> withheld = access.withheldSessions(viewer);
        return jdbi.withHandle(
                handle -> OverviewStore.sessions(handle, id, withheld, Access.WITHHELD));
    }

    /**
     * Enrols a learner. Administrators enrol anybody, an assessor those whom they assess.
     *
     * @throws Problem.BadInput where somebody has not the role that is needed, or would assess or
     *     quality assure their own work
     * @throws Problem.Conflict where the learner is on that unit already
     */
    public EnrolmentSummary create(Viewer viewer, EnrolmentRequest request) {
        Person learner = person(request.learnerId(), Role.LEARNER, Text.of("learner"));
        Person assessor = person(request.assessorId(), Role.ASSESSOR, Text.of("assessor"));
        Person iqa = iqa(request.iqaId());
        refuseOwnWork(learner.id(), assessor, iqa);
        if (!viewer.is(Role.ADMINISTRATOR) && !assessor.id().equals(viewer.personId())) {
            throw new Problem.Forbidden(
                    "You can enrol learners whom you assess yourself; for another assessor ask an"
                            + " administrator.");
        }
        String unitId = request.unitId();
        String id = Id.create();
        jdbi.useTransaction(
                handle -> {
                    if (handle.select("SELECT 1 FROM unit WHERE id = ?", unitId)
                            .mapTo(Integer.class)
                            .findOne()
                            .isEmpty()) {
                        throw new Problem.BadInput("There is no such unit; import it first.");
                    }
                    if (EnrolmentStore.exists(handle, learner.id(), unitId)) {
                        throw new Problem.Conflict(
                                "{learner} is enrolled on that unit already.",
                                Map.of("learner", learner.name()));
                    }
                    EnrolmentStore.insert(
                            handle,
                            id,
                            learner.id(),
                            unitId,
                            assessor.id(),
                            iqa == null ? null : iqa.id(),
                            Database.now(clock));
                });
        return get(id);
    }

    /**
     * Changes who assesses (an administrator) and who quality assures (the assessor too).
     *
     * @throws Problem.Conflict where learner or unit are others than before: evidence hangs on them
     */
    public EnrolmentSummary update(Viewer viewer, String id, EnrolmentRequest request) {
        EnrolmentSummary before = get(viewer, id);
        if (!viewer.is(Role.ADMINISTRATOR) && !access.mayWrite(viewer, id)) {
            throw new Problem.Forbidden(
                    "Only an administrator or this enrolment's assessor can change it.");
        }
        if (!before.learner().id().equals(request.learnerId())
                || !before.unit().id().equals(request.unitId())) {
            throw new Problem.Conflict(
                    "Learner and unit of an enrolment stay as they are: make another enrolment.");
        }
        boolean sameAssessor = before.assessor().id().equals(request.assessorId());
        if (!sameAssessor && !viewer.is(Role.ADMINISTRATOR)) {
            throw new Problem.Forbidden("Only an administrator can hand this to another assessor.");
        }
        Person assessor = person(request.assessorId(), Role.ASSESSOR, Text.of("assessor"));
        Person iqa = iqa(request.iqaId());
        refuseOwnWork(before.learner().id(), assessor, iqa);
        jdbi.useTransaction(
                handle ->
                        EnrolmentStore.update(
                                handle, id, assessor.id(), iqa == null ? null : iqa.id()));
        return get(id);
    }

    /** One, for the house itself, which asks for nobody. */
    public EnrolmentSummary get(String id) {
        return get(id, Set.of());
    }

    private EnrolmentSummary get(String id, Set<String> withheld) {
        ZoneId zone = zone();
        return jdbi.withHandle(
                handle ->
                        fill(
                                require(handle, id),
                                OverviewStore.counts(handle, id, withheld),
                                OverviewStore.held(handle, id),
                                zone));
    }

    private static EnrolmentSummary require(Handle handle, String id) {
        return EnrolmentStore.find(handle, id)
                .orElseThrow(() -> new Problem.NotFound("There is no such enrolment."));
    }

    private @Nullable Person iqa(@Nullable String id) {
        return id == null ? null : person(id, Role.IQA, Text.of("internal quality assurer"));
    }

    private Person person(String id, Role role, Text as) {
        Person person;
        try {
            person = people.get(id);
        } catch (Problem.NotFound unknown) {
            throw new Problem.BadInput(
                    "There is no such person to be the {role}.", Map.of("role", as), unknown);
        }
        if (!person.is(role)) {
            throw new Problem.BadInput(
                    "{person} has not the role {role}; an administrator can add it on "
                            + "the people page.",
                    Map.of("person", person.name(), "role", as));
        }
        if (person.disabled()) {
            throw new Problem.BadInput(
                    "{person} is disabled; choose another {role}.",
                    Map.of("person", person.name(), "role", as));
        }
        return person;
    }

    private static void refuseOwnWork(String learnerId, Person assessor, @Nullable Person iqa) {
        if (assessor.id().equals(learnerId)) {
            throw new Problem.BadInput("Nobody assesses themselves; choose another assessor.");
        }
        if (iqa != null && iqa.id().equals(assessor.id())) {
            throw new Problem.BadInput(
                    "Nobody quality assures their own assessing; choose another IQA.");
        }
        if (iqa != null && iqa.id().equals(learnerId)) {
            throw new Problem.BadInput(
                    "Nobody quality assures their own work; choose another IQA.");
        }
    }

    private ZoneId zone() {
        return ZoneId.of(people.findCentre().map(Centre::timeZone).orElse("UTC"));
    }

    private static EnrolmentSummary fill(
            EnrolmentSummary names,
            Map<String, List<EnrolmentSummary.CriterionCount>> counts,
            Map<String, List<OverviewStore.Held>> held,
            ZoneId zone) {
        List<OverviewStore.Held> sessions = held.getOrDefault(names.id(), List.of());
        return new EnrolmentSummary(
                names.id(),
                names.learner(),
                names.unit(),
                names.assessor(),
                names.iqa(),
                names.createdAt(),
                counts.getOrDefault(names.id(), List.of()),
                sessions.size(),
                sessions.stream()
                        .map(session -> at(session, zone))
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static Instant at(OverviewStore.Held session, ZoneId zone) {
        LocalTime time = session.startTime();
        return session.date()
                .atTime(time == null ? LocalTime.MIDNIGHT : time)
                .atZone(zone)
                .toInstant();
    }
}
