package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.EnrolmentSummary;
import org.colloquy.assessment.Enrolments;
import org.colloquy.assessment.Participant;
import org.colloquy.assessment.PlannedQuestion;
import org.colloquy.assessment.SessionRequest;
import org.colloquy.assessment.Sessions;
import org.colloquy.common.Text;
import org.colloquy.criteria.Unit;
import org.colloquy.criteria.Units;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.jspecify.annotations.Nullable;

/** Sessions, each with its unit and its recordings. */
public final class SessionRoutes {
    private static final Set<Role> ASSESSORS = EnumSet.of(Role.ASSESSOR);

    /**
     * A session with everything that its page shows.
     *
     * @param withheld a sentence where notes and recordings are not shown to the viewer; else null
     */
    record Session(
            String id,
            String title,
            String enrolmentId,
            String method,
            String date,
            @Nullable String startTime,
            @Nullable String place,
            String mode,
            String language,
            String notes,
            List<Participant> people,
            List<PlannedQuestion> questions,
            EnrolmentSummary enrolment,
            Unit unit,
            List<?> recordings,
            boolean mayEdit,
            @Nullable Text withheld) {}

    private final Sessions sessions;
    private final Enrolments enrolments;
    private final Access access;
    private final Units units;
    private final BiFunction<Viewer, String, List<?>> recordingsBySession;

    public SessionRoutes(
            Sessions sessions,
            Enrolments enrolments,
            Access access,
            Units units,
            BiFunction<Viewer, String, List<?>> recordingsBySession) {
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.access = access;
        this.units = units;
        this.recordingsBySession = recordingsBySession;
    }

    public void addTo(Routes routes) {
        routes.on(HandlerType.POST, "/api/sessions", ASSESSORS, this::create)
                .on(HandlerType.GET, "/api/sessions/{id}", Routes.SIGNED_IN, this::get)
                .on(HandlerType.PUT, "/api/sessions/{id}", ASSESSORS, this::update);
    }

    private void create(Call call) {
        Viewer viewer = call.viewer();
        call.created(whole(viewer, sessions.create(viewer, call.body(SessionRequest.class))));
    }

    private void get(Call call) {
        call.json(whole(call.viewer(), sessions.get(call.viewer(), call.path("id"))));
    }

    private void update(Call call) {
        Viewer viewer = call.viewer();
        call.json(
                whole(
                        viewer,
                        sessions.update(viewer, call.path("id"), call.body(SessionRequest.class))));
    }

    private Session whole(Viewer viewer, org.colloquy.assessment.Session session) {
        EnrolmentSummary enrolment = enrolments.get(viewer, session.enrolmentId());
        LocalTime startTime = session.startTime();
        Text withheld = access.withheld(viewer, session.id()).orElse(null);
        return new Session(
                session.id(),
                session.title(),
                session.enrolmentId(),
                session.method().toString(),
                session.date().toString(),
                startTime == null ? null : startTime.toString(),
                session.place(),
                session.mode().toString(),
                session.language(),
                withheld == null ? session.notes() : "",
                session.people(),
                session.questions(),
                enrolment,
                units.get(enrolment.unit().id()),
                withheld == null ? recordingsBySession.apply(viewer, session.id()) : List.of(),
                access.mayWrite(viewer, session.enrolmentId()),
                withheld);
    }
}
