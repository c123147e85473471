package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Consents;
import org.colloquy.assessment.Enrolments;
import org.colloquy.assessment.Method;
import org.colloquy.assessment.Scope;
import org.colloquy.assessment.Session;
import org.colloquy.assessment.Sessions;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.colloquy.recording.Recording;
import org.colloquy.recording.Recordings;
import org.colloquy.redaction.Masks;
import org.jspecify.annotations.Nullable;

/** What a page needs while it records, and after a death: keys, what is unfinished, what came. */
public final class LiveRecordingRoutes {
    private static final Set<Role> ASSESSORS = EnumSet.of(Role.ASSESSOR);

    record KeyRequest(@Nullable String recordingId) {}

    /** A recording that nobody has finished. */
    record Unfinished(
            RecordingView recording,
            String sessionTitle,
            Method method,
            LocalDate date,
            String learner) {}

    private final Recordings recordings;
    private final RecordingViews views;
    private final Sessions sessions;
    private final Enrolments enrolments;
    private final Access access;
    private final Masks masks;
    private final Consents consents;

    public LiveRecordingRoutes(
            Recordings recordings,
            RecordingViews views,
            Sessions sessions,
            Enrolments enrolments,
            Access access,
            Masks masks,
            Consents consents) {
        this.recordings = recordings;
        this.views = views;
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.access = access;
        this.masks = masks;
        this.consents = consents;
    }

    public void addTo(Routes routes) {
        routes.on(HandlerType.POST, "/api/sessions/{id}/recording-key", ASSESSORS, this::key)
                .on(HandlerType.GET, "/api/recordings/unfinished", ASSESSORS, this::unfinished)
                .on(
                        HandlerType.GET,
                        "/api/recordings/{id}/chunks",
                        Routes.SIGNED_IN,
                        this::manifest)
                .on(HandlerType.GET, "/api/recordings/{id}/so-far", Routes.SIGNED_IN, this::soFar)
                .on(
                        HandlerType.POST,
                        "/api/recordings/{id}/verify",
                        Routes.SIGNED_IN,
                        call -> call.json(recordings.verify(readable(call))));
    }

    private void key(Call call) {
        String session = call.path("id");
        access.requireWrite(call.viewer(), Access.Thing.SESSION, session);
        String recording = call.body(KeyRequest.class).recordingId();
        if (recording == null) {
            // Who goes on with one that was begun, perhaps while the server was away, gets its key.
            consents.require(session, Scope.RECORD);
        }
        call.json(recordings.key(session, recording));
    }

    private void unfinished(Call call) {
        List<Unfinished> answer =
                recordings.receiving().stream()
                        .filter(recording -> !recording.setAside())
                        .filter(recording -> mayWrite(call.viewer(), recording))
                        .map(recording -> unfinished(call.viewer(), recording))
                        .toList();
        call.json(answer);
    }

    private boolean mayWrite(Viewer viewer, Recording recording) {
        return access.mayWrite(viewer, sessions.get(recording.sessionId()).enrolmentId());
    }

    private Unfinished unfinished(Viewer viewer, Recording recording) {
        Session session = sessions.get(viewer, recording.sessionId());
        return new Unfinished(
                views.of(viewer, recording),
                session.title(),
                session.method(),
                session.date(),
                enrolments.get(viewer, session.enrolmentId()).learner().name());
    }

    private void manifest(Call call) {
        call.json(recordings.manifest(readable(call)));
    }

    /** A player that goes on in the middle hears on in the copy that it began with. */
    private void soFar(Call call) throws IOException {
        String id = readable(call);
        String range = call.context().header("Range");
        boolean fromBeginning = range == null || range.strip().startsWith("bytes=0-");
        try {
            answer(call, id, recordings.soFar(id, fromBeginning));
        } catch (NoSuchFileException replaced) {
            answer(call, id, recordings.soFar(id, true));
        }
    }

    private void answer(Call call, String id, Path wav) throws IOException {
        String tag =
                (wav.getFileName() + "-" + Files.size(wav) + "-" + modified(wav))
                        .replaceAll("[^A-Za-z0-9]", "");
        RangedFile.muted(wav, tag, new Mute(masks.hiddenFrom(call.viewer(), id)))
                .answer(call.context());
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }

    private String readable(Call call) {
        access.requireRead(call.viewer(), Access.Thing.RECORDING, call.path("id"));
        return call.path("id");
    }
}
