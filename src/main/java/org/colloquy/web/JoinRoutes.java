package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.List;
import org.colloquy.assessment.Access;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.colloquy.recording.Recording;

/** One timeline of several recordings of a session. */
public final class JoinRoutes {
    record JoinRequest(List<String> recordingIds) {}

    /** Who joins. */
    @FunctionalInterface
    public interface Joiner {
        Recording join(Viewer viewer, String sessionId, List<String> recordingIds);
    }

    private final Joiner joiner;
    private final RecordingViews views;
    private final Access access;

    public JoinRoutes(Joiner joiner, RecordingViews views, Access access) {
        this.joiner = joiner;
        this.views = views;
        this.access = access;
    }

    public void addTo(Routes routes) {
        routes.on(
                HandlerType.POST, "/api/sessions/{id}/join", EnumSet.of(Role.ASSESSOR), this::join);
    }

    private void join(Call call) {
        String session = call.path("id");
        access.requireWrite(call.viewer(), Access.Thing.SESSION, session);
        List<String> ids = call.body(JoinRequest.class).recordingIds();
        call.json(views.of(call.viewer(), joiner.join(call.viewer(), session, ids)));
    }
}
