package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.colloquy.assessment.EnrolmentRequest;
import org.colloquy.assessment.EnrolmentSummary;
import org.colloquy.assessment.Enrolments;
import org.colloquy.assessment.SessionSummary;
import org.colloquy.people.PersonName;
import org.colloquy.people.Role;
import org.jspecify.annotations.Nullable;

/** Learners on units, each with its sessions. */
public final class EnrolmentRoutes {
    private static final Set<Role> STAFF = EnumSet.of(Role.ADMINISTRATOR, Role.ASSESSOR);

    /** A summary and its sessions, the latest first. */
    record Enrolment(
            String id,
            PersonName learner,
            EnrolmentSummary.UnitName unit,
            PersonName assessor,
            @Nullable PersonName iqa,
            Instant createdAt,
            List<EnrolmentSummary.CriterionCount> criteria,
            int sessionCount,
            @Nullable Instant lastSessionAt,
            List<SessionSummary> sessions) {
        static Enrolment of(EnrolmentSummary summary, List<SessionSummary> sessions) {
            return new Enrolment(
                    summary.id(),
                    summary.learner(),
                    summary.unit(),
                    summary.assessor(),
                    summary.iqa(),
                    summary.createdAt(),
                    summary.criteria(),
                    summary.sessionCount(),
                    summary.lastSessionAt(),
                    sessions);
        }
    }

    private final Enrolments enrolments;

    public EnrolmentRoutes(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    public void addTo(Routes routes) {
        routes.on(HandlerType.GET, "/api/enrolments", Routes.SIGNED_IN, this::list)
                .on(HandlerType.POST, "/api/enrolments", STAFF, this::create)
                .on(HandlerType.GET, "/api/enrolments/{id}", Routes.SIGNED_IN, this::get)
                .on(HandlerType.PUT, "/api/enrolments/{id}", STAFF, this::update);
    }

    private void list(Call call) {
        call.json(enrolments.list(call.viewer()));
    }

    private void create(Call call) {
        call.created(enrolments.create(call.viewer(), call.body(EnrolmentRequest.class)));
    }

    private void get(Call call) {
        String id = call.path("id");
        call.json(
                Enrolment.of(
                        enrolments.get(call.viewer(), id), enrolments.sessions(call.viewer(), id)));
    }

    private void update(Call call) {
        call.json(
                enrolments.update(
                        call.viewer(), call.path("id"), call.body(EnrolmentRequest.class)));
    }
}
