package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.people.Role;
import org.colloquy.transcript.SpeakerChanges;
import org.colloquy.transcript.Transcripts;
import org.jspecify.annotations.Nullable;

/** Who speaks in a transcript: said by the assessor of its enrolment. */
public final class SpeakerRoutes {
    private static final Set<Role> ASSESSORS = EnumSet.of(Role.ASSESSOR);

    record SpeakerName(String name) {}

    record TurnSpeaker(@Nullable Integer speaker, int version) {}

    record WordsSpeaker(int firstWord, int lastWord, @Nullable Integer speaker, int version) {}

    record SpeakerSwap(int a, int b, @Nullable Integer fromTurn, int version) {}

    private final SpeakerChanges speakers;
    private final Transcripts transcripts;
    private final Access access;

    public SpeakerRoutes(SpeakerChanges speakers, Transcripts transcripts, Access access) {
        this.speakers = speakers;
        this.transcripts = transcripts;
        this.access = access;
    }

    public void addTo(Routes routes) {
        String one = "/api/transcripts/{id}";
        routes.on(HandlerType.PUT, one + "/turns/{turnId}/speaker", ASSESSORS, this::setTurn)
                .on(HandlerType.PUT, one + "/words/speaker", ASSESSORS, this::setWords)
                .on(HandlerType.POST, one + "/speakers/swap", ASSESSORS, this::swap)
                .on(HandlerType.GET, one + "/speakers/changes", Routes.SIGNED_IN, this::changes)
                .on(HandlerType.PUT, one + "/speakers/{number}", ASSESSORS, this::name);
    }

    private String writable(Call call) {
        access.requireWrite(call.viewer(), Thing.TRANSCRIPT, call.path("id"));
        return call.path("id");
    }

    private void setTurn(Call call) {
        String transcript = writable(call);
        TurnSpeaker turn = call.body(TurnSpeaker.class);
        call.json(
                TranscriptJson.SavedBody.of(
                        speakers.setTurn(
                                call.viewer().personId(),
                                transcript,
                                call.pathNumber("turnId"),
                                turn.speaker(),
                                turn.version())));
    }

    private void setWords(Call call) {
        String transcript = writable(call);
        WordsSpeaker words = call.body(WordsSpeaker.class);
        call.json(
                TranscriptJson.Body.of(
                        speakers.setWords(
                                call.viewer().personId(),
                                transcript,
                                words.firstWord(),
                                words.lastWord(),
                                words.speaker(),
                                words.version()),
                        transcripts.checks(transcript)));
    }

    private void swap(Call call) {
        String transcript = writable(call);
        SpeakerSwap swap = call.body(SpeakerSwap.class);
        call.json(
                TranscriptJson.Body.of(
                        speakers.swap(
                                call.viewer().personId(),
                                transcript,
                                swap.a(),
                                swap.b(),
                                swap.fromTurn(),
                                swap.version()),
                        transcripts.checks(transcript)));
    }

    private void changes(Call call) {
        access.requireRead(call.viewer(), Thing.TRANSCRIPT, call.path("id"));
        call.json(speakers.list(call.path("id")));
    }

    private void name(Call call) {
        String transcript = writable(call);
        call.json(
                TranscriptJson.SpeakerBody.of(
                        speakers.name(
                                call.viewer().personId(),
                                transcript,
                                call.pathNumber("number"),
                                call.body(SpeakerName.class).name())));
    }
}
