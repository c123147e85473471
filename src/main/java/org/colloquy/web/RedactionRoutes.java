package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.List;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.common.Problem;
import org.colloquy.people.PersonName;
import org.colloquy.redaction.Masks;
import org.colloquy.redaction.Redaction;
import org.colloquy.redaction.Redactions;
import org.colloquy.redaction.Veil;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Transcripts;
import org.jspecify.annotations.Nullable;

/**
 * Redactions: that there are some is seen by all who may see the recording. They are made by the
 * enrolment's assessor and by whoever has the right to lift them, and lifted by the latter.
 */
public final class RedactionRoutes {
    /**
     * @param transcriptId the transcript that the words are of; null: the present one
     */
    record RedactionRequest(
            int firstWord, int lastWord, String reason, @Nullable String transcriptId) {}

    /**
     * @param onPaper what must not leave on paper; null for who does not see it anyway
     */
    record RedactionsBody(
            List<RedactionBody> redactions,
            boolean maySee,
            boolean mayLift,
            @Nullable OnPaper onPaper) {}

    /**
     * What is hidden in the reasons of tags where they are printed.
     *
     * @param names parts of words, in lower case
     * @param tags ids of those whose reasons are hidden whole
     */
    record OnPaper(List<String> names, List<String> tags) {
        static OnPaper of(Veil veil) {
            return new OnPaper(
                    veil.names().stream().sorted().toList(),
                    veil.notedTags().stream().sorted().toList());
        }
    }

    record RedactionBody(
            String id,
            double start,
            double end,
            @Nullable Integer firstWord,
            @Nullable Integer lastWord,
            String reason,
            PersonName by,
            Instant at) {}

    private final Redactions redactions;
    private final Masks masks;
    private final Transcripts transcripts;
    private final Access access;

    public RedactionRoutes(
            Redactions redactions, Masks masks, Transcripts transcripts, Access access) {
        this.redactions = redactions;
        this.masks = masks;
        this.transcripts = transcripts;
        this.access = access;
    }

    public void addTo(Routes routes) {
        String ofRecording = "/api/recordings/{id}/redactions";
        routes.on(HandlerType.GET, ofRecording, Routes.SIGNED_IN, this::list)
                .on(HandlerType.POST, ofRecording, Routes.SIGNED_IN, this::create)
                .on(HandlerType.DELETE, "/api/redactions/{id}", Routes.SIGNED_IN, this::lift);
    }

    private void list(Call call) {
        access.requireRead(call.viewer(), Thing.RECORDING, call.path("id"));
        call.json(body(call, call.path("id")));
    }

    private void create(Call call) {
        String recording = call.path("id");
        String enrolment = access.requireRead(call.viewer(), Thing.RECORDING, recording);
        if (!access.mayWrite(call.viewer(), enrolment) && !masks.mayLift(call.viewer())) {
            throw new Problem.Forbidden(
                    "Only the assessor of this learner on this unit can redact, and who has the"
                            + " right to lift redactions.");
        }
        RedactionRequest request = call.body(RedactionRequest.class);
        redactions.create(
                call.viewer().personId(),
                recording,
                request.transcriptId(),
                request.firstWord(),
                request.lastWord(),
                request.reason());
        call.created(body(call, recording));
    }

    private void lift(Call call) {
        access.requireRead(call.viewer(), Thing.REDACTION, call.path("id"));
        if (!masks.mayLift(call.viewer())) {
            throw new Problem.Forbidden(
                    "To lift a redaction is a right that an administrator gives. Who made it can"
                            + " take it back with undo.");
        }
        String recording = recording(call);
        redactions.lift(call.viewer().personId(), call.path("id"));
        call.json(body(call, recording));
    }

    /**
     * Which recording's redactions are asked for: the one it was made in, or one that shares it.
     */
    private String recording(Call call) {
        String made = redactions.recordingOf(call.path("id"));
        String asked = call.query("recording").orElse(made);
        access.requireRead(call.viewer(), Thing.RECORDING, asked);
        if (!masks.shares(made, asked)) {
            throw new Problem.BadInput(
                    "That recording holds nothing of what this redaction hides. Nothing is lifted.");
        }
        return asked;
    }

    private RedactionsBody body(Call call, String recordingId) {
        Transcript transcript = transcripts.find(recordingId).orElse(null);
        Veil veil = masks.veil(call.viewer(), recordingId);
        boolean maySee = masks.maySee(call.viewer(), recordingId);
        return new RedactionsBody(
                redactions.list(recordingId).stream()
                        .map(redaction -> body(redaction, transcript, veil))
                        .toList(),
                maySee,
                masks.mayLift(call.viewer()),
                maySee ? OnPaper.of(masks.veil(recordingId)) : null);
    }

    private RedactionBody body(Redaction redaction, @Nullable Transcript transcript, Veil veil) {
        Redactions.Edges edges = redactions.edges(redaction, transcript).orElse(null);
        return new RedactionBody(
                redaction.id(),
                TranscriptJson.seconds(redaction.startMillis()),
                TranscriptJson.seconds(redaction.endMillis()),
                edges == null ? null : edges.firstWord(),
                edges == null ? null : edges.lastWord(),
                veil.clean(redaction.reason()),
                redaction.by(),
                redaction.at());
    }
}
