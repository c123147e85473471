package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import org.colloquy.assessment.Access;
import org.colloquy.jobs.Jobs;
import org.colloquy.people.Role;

/** How far preparing and transcribing are, and stopping or repeating them. */
public final class JobRoutes {
    private final Jobs jobs;
    private final Access access;

    public JobRoutes(Jobs jobs, Access access) {
        this.jobs = jobs;
        this.access = access;
    }

    public void addTo(Routes routes) {
        EnumSet<Role> assessors = EnumSet.of(Role.ASSESSOR);
        routes.on(HandlerType.GET, "/api/jobs/{id}", Routes.SIGNED_IN, this::get)
                .on(HandlerType.POST, "/api/jobs/{id}/cancel", assessors, this::cancel)
                .on(HandlerType.POST, "/api/jobs/{id}/retry", assessors, this::retry);
    }

    private void get(Call call) {
        access.requireRead(call.viewer(), Access.Thing.JOB, call.path("id"));
        call.json(jobs.get(call.path("id")));
    }

    private void cancel(Call call) {
        access.requireWrite(call.viewer(), Access.Thing.JOB, call.path("id"));
        call.json(jobs.cancel(call.path("id")));
    }

    private void retry(Call call) {
        access.requireWrite(call.viewer(), Access.Thing.JOB, call.path("id"));
        call.json(jobs.retry(call.path("id")));
    }
}
