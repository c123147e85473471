package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Consents;
import org.colloquy.assessment.Scope;
import org.colloquy.people.Role;
import org.colloquy.recording.Arrivals;

/** Files that arrived in the watch folder: each person's own, taken in by who assesses. */
public final class ArrivalRoutes {
    record ArrivalRequest(String name) {}

    private final Arrivals arrivals;
    private final RecordingViews views;
    private final Access access;
    private final Consents consents;

    public ArrivalRoutes(
            Arrivals arrivals, RecordingViews views, Access access, Consents consents) {
        this.arrivals = arrivals;
        this.views = views;
        this.access = access;
        this.consents = consents;
    }

    public void addTo(Routes routes) {
        EnumSet<Role> assessors = EnumSet.of(Role.ASSESSOR);
        routes.on(HandlerType.GET, "/api/arrivals", assessors, this::list)
                .on(HandlerType.POST, "/api/sessions/{id}/arrivals", assessors, this::take);
    }

    private void list(Call call) {
        call.json(arrivals.list(call.viewer()));
    }

    private void take(Call call) {
        String session = call.path("id");
        access.requireWrite(call.viewer(), Access.Thing.SESSION, session);
        String name = call.body(ArrivalRequest.class).name();
        consents.require(session, Scope.RECORD);
        call.json(views.of(call.viewer(), arrivals.take(call.viewer(), session, name)));
    }
}
