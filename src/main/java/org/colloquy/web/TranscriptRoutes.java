package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.people.Role;
import org.colloquy.transcript.Corrections;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Transcripts;
import org.colloquy.web.TranscriptJson.Body;
import org.colloquy.web.TranscriptJson.SavedBody;
import org.colloquy.web.TranscriptJson.WordBody;
import org.jspecify.annotations.Nullable;

/** Transcripts: read by all who may see the enrolment, corrected by its assessor. */
public final class TranscriptRoutes {
    private static final Set<Role> ASSESSORS = EnumSet.of(Role.ASSESSOR);

    record TurnCorrection(String text, int version, @Nullable Boolean continues) {}

    private final Transcripts transcripts;
    private final Corrections corrections;
    private final Redacted redacted;
    private final Access access;

    public TranscriptRoutes(
            Transcripts transcripts, Corrections corrections, Redacted redacted, Access access) {
        this.transcripts = transcripts;
        this.corrections = corrections;
        this.redacted = redacted;
        this.access = access;
    }

    public void addTo(Routes routes) {
        routes.on(
                        HandlerType.GET,
                        "/api/recordings/{id}/transcript",
                        Routes.SIGNED_IN,
                        this::ofRecording)
                .on(
                        HandlerType.GET,
                        "/api/transcripts/{id}/machine",
                        Routes.SIGNED_IN,
                        this::machineWords)
                .on(
                        HandlerType.GET,
                        "/api/transcripts/{id}/corrections",
                        Routes.SIGNED_IN,
                        this::corrections)
                .on(
                        HandlerType.PUT,
                        "/api/transcripts/{id}/turns/{turnId}",
                        ASSESSORS,
                        this::correct);
    }

    private void ofRecording(Call call) {
        access.requireRead(call.viewer(), Thing.RECORDING, call.path("id"));
        Transcript transcript = transcripts.get(call.path("id"));
        call.json(
                Body.of(
                        redacted.of(call.viewer(), transcript),
                        transcripts.checks(transcript.id())));
    }

    private void machineWords(Call call) {
        access.requireRead(call.viewer(), Thing.TRANSCRIPT, call.path("id"));
        call.json(
                redacted
                        .machineWords(
                                call.viewer(),
                                call.path("id"),
                                transcripts.machineWords(call.path("id")))
                        .stream()
                        .map(WordBody::of)
                        .toList());
    }

    private void corrections(Call call) {
        access.requireRead(call.viewer(), Thing.TRANSCRIPT, call.path("id"));
        call.json(
                redacted.corrections(
                        call.viewer(), call.path("id"), transcripts.corrections(call.path("id"))));
    }

    private void correct(Call call) {
        access.requireWrite(call.viewer(), Thing.TRANSCRIPT, call.path("id"));
        TurnCorrection correction = call.body(TurnCorrection.class);
        call.json(
                SavedBody.of(
                        corrections.correct(
                                call.viewer().personId(),
                                call.path("id"),
                                call.pathNumber("turnId"),
                                correction.text(),
                                correction.version(),
                                Boolean.TRUE.equals(correction.continues()))));
    }
}
