package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.assessment.Consents;
import org.colloquy.assessment.Scope;
import org.colloquy.common.Problem;
import org.colloquy.jobs.Job;
import org.colloquy.jobs.Jobs;
import org.colloquy.people.Role;
import org.colloquy.recording.Recordings;
import org.colloquy.speech.Engine;
import org.colloquy.speech.Model;
import org.colloquy.speech.Models;
import org.colloquy.speech.SpeechRequest;
import org.colloquy.transcript.Difference;
import org.colloquy.transcript.SecondOpinion;
import org.colloquy.transcript.SecondOpinions;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.TurnSaved;
import org.jspecify.annotations.Nullable;

/** Second opinions: seen by all who may see the transcript, asked for and used by its assessor. */
public final class OpinionRoutes {
    private static final Set<Role> ASSESSORS = EnumSet.of(Role.ASSESSOR);

    record OpinionRequest(@Nullable String engine, @Nullable String model) {}

    /** Take true: what the other heard; false: what is written; null: not kept any more. */
    record DifferenceAnswer(@Nullable Boolean take, int version) {}

    record OpinionBody(
            String engine,
            Model model,
            Instant createdAt,
            double agreement,
            List<DifferenceBody> differences) {
        static OpinionBody of(SecondOpinion opinion) {
            return new OpinionBody(
                    opinion.engine(),
                    opinion.model(),
                    opinion.createdAt(),
                    opinion.agreement(),
                    opinion.differences().stream().map(DifferenceBody::of).toList());
        }
    }

    record DifferenceBody(
            String id,
            int turnId,
            @Nullable Integer firstWord,
            @Nullable Integer lastWord,
            @Nullable Integer before,
            String written,
            String heard,
            double start,
            double end,
            boolean surer) {
        static DifferenceBody of(Difference difference) {
            return new DifferenceBody(
                    difference.id(),
                    difference.turnId(),
                    difference.firstWord(),
                    difference.lastWord(),
                    difference.before(),
                    difference.written(),
                    difference.heard(),
                    TranscriptJson.seconds(difference.startMillis()),
                    TranscriptJson.seconds(difference.endMillis()),
                    difference.surer());
        }
    }

    private final SecondOpinions opinions;
    private final Transcripts transcripts;
    private final Models models;
    private final Jobs jobs;
    private final Redacted redacted;
    private final Access access;
    private final Recordings recordings;
    private final Consents consents;

    public OpinionRoutes(
            SecondOpinions opinions,
            Transcripts transcripts,
            Models models,
            Jobs jobs,
            Redacted redacted,
            Access access,
            Recordings recordings,
            Consents consents) {
        this.opinions = opinions;
        this.transcripts = transcripts;
        this.models = models;
        this.jobs = jobs;
        this.redacted = redacted;
        this.access = access;
        this.recordings = recordings;
        this.consents = consents;
    }

    public void addTo(Routes routes) {
        String opinion = "/api/transcripts/{id}/second-opinion";
        routes.on(HandlerType.POST, opinion, ASSESSORS, this::ask)
                .on(HandlerType.GET, opinion, Routes.SIGNED_IN, this::get)
                .on(
                        HandlerType.POST,
                        opinion + "/differences/{difference}",
                        ASSESSORS,
                        this::answer);
    }

    private void ask(Call call) {
        access.requireWrite(call.viewer(), Thing.TRANSCRIPT, call.path("id"));
        OpinionRequest asked = call.body(OpinionRequest.class);
        Transcript transcript = transcripts.getById(call.path("id"));
        if (!transcripts
                .findPresentId(transcript.recordingId())
                .equals(Optional.of(transcript.id()))) {
            throw new Problem.Conflict(
                    "This recording has a newer transcript: ask for an opinion on that one.");
        }
        consents.require(recordings.get(transcript.recordingId()).sessionId(), Scope.TRANSCRIBE);
        SpeechRequest request =
                models.another(
                        Engine.parse(asked.engine() == null ? "auto" : asked.engine()),
                        asked.model(),
                        Engine.parse(transcript.engine()),
                        transcript.model().name(),
                        transcript.language());
        call.json(
                jobs.submit(
                        Job.Kind.SECOND_OPINION,
                        transcript.recordingId(),
                        OpinionOrder.of(transcript.id(), request, transcript.language()).text()));
    }

    private void get(Call call) {
        access.requireRead(call.viewer(), Thing.TRANSCRIPT, call.path("id"));
        call.json(
                OpinionBody.of(
                        redacted.opinion(
                                call.viewer(), call.path("id"), opinions.get(call.path("id")))));
    }

    private void answer(Call call) {
        String transcript = call.path("id");
        access.requireWrite(call.viewer(), Thing.TRANSCRIPT, transcript);
        DifferenceAnswer answer = call.body(DifferenceAnswer.class);
        String difference = call.path("difference");
        String person = call.viewer().personId();
        TurnSaved saved =
                switch (answer.take()) {
                    case Boolean take when take ->
                            opinions.take(person, transcript, difference, answer.version());
                    case null -> opinions.keepNoMore(transcript, difference);
                    case Boolean kept -> opinions.keep(person, transcript, difference);
                };
        call.json(TranscriptJson.SavedBody.of(saved));
    }
}
