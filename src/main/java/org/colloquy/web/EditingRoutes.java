package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.common.Problem;
import org.colloquy.common.WireName;
import org.colloquy.people.Role;
import org.colloquy.redaction.Masks;
import org.colloquy.transcript.Check;
import org.colloquy.transcript.Checks;
import org.colloquy.transcript.Deltas;
import org.colloquy.transcript.ReplaceRequest;
import org.colloquy.transcript.Replacements;
import org.colloquy.transcript.TranscriptDelta;
import org.colloquy.transcript.TurnCuts;
import org.colloquy.transcript.WordsSeen;
import org.jspecify.annotations.Nullable;

/**
 * What changes more than the text of one turn: cuts, find and replace, checks; and the news for a
 * page that has an older version. Changed by the enrolment's assessor; its learner may confirm.
 */
public final class EditingRoutes {
    private static final Set<Role> ASSESSORS = EnumSet.of(Role.ASSESSOR);
    private static final Set<Role> PARTIES = EnumSet.of(Role.ASSESSOR, Role.LEARNER);

    record SplitRequest(int beforeWord, int version) {}

    record JoinRequest(int version) {}

    record BoundaryRequest(int firstWord, int version) {}

    record ReplaceAll(
            String find,
            String replace,
            boolean matchCase,
            boolean wholeWords,
            int version,
            List<String> skip) {}

    /** What is asked to be said of words. */
    enum Asked {
        HEARD,
        CHECKED,
        CONFIRMED;

        @Override
        public String toString() {
            return WireName.of(this);
        }
    }

    record CheckRequest(
            int firstWord, int lastWord, Asked state, Check.@Nullable How how, int version) {
        WordsSeen of(String transcriptId) {
            return new WordsSeen(transcriptId, firstWord, lastWord, version);
        }
    }

    private final Deltas deltas;
    private final TurnCuts cuts;
    private final Replacements replacements;
    private final Checks checks;
    private final Masks masks;
    private final Access access;

    public EditingRoutes(
            Deltas deltas,
            TurnCuts cuts,
            Replacements replacements,
            Checks checks,
            Masks masks,
            Access access) {
        this.deltas = deltas;
        this.cuts = cuts;
        this.replacements = replacements;
        this.checks = checks;
        this.masks = masks;
        this.access = access;
    }

    public void addTo(Routes routes) {
        String one = "/api/transcripts/{id}";
        String turn = one + "/turns/{turnId}";
        routes.on(HandlerType.GET, one + "/since/{version}", Routes.SIGNED_IN, this::since)
                .on(HandlerType.POST, turn + "/split", ASSESSORS, this::split)
                .on(HandlerType.POST, turn + "/join", ASSESSORS, this::join)
                .on(HandlerType.POST, turn + "/boundary", ASSESSORS, this::boundary)
                .on(HandlerType.POST, one + "/replace/preview", ASSESSORS, this::preview)
                .on(HandlerType.POST, one + "/replace", ASSESSORS, this::replace)
                .on(HandlerType.PUT, one + "/checks", PARTIES, this::check);
    }

    private void answer(Call call, TranscriptDelta delta) {
        call.json(DeltaJson.Body.of(delta, masks.veil(call.viewer(), delta.recordingId())));
    }

    private String writable(Call call) {
        access.requireWrite(call.viewer(), Thing.TRANSCRIPT, call.path("id"));
        return call.path("id");
    }

    private void since(Call call) {
        access.requireRead(call.viewer(), Thing.TRANSCRIPT, call.path("id"));
        answer(call, deltas.since(call.path("id"), call.pathNumber("version")));
    }

    private void split(Call call) {
        String transcript = writable(call);
        SplitRequest split = call.body(SplitRequest.class);
        answer(
                call,
                cuts.split(
                        call.viewer().personId(),
                        transcript,
                        call.pathNumber("turnId"),
                        split.beforeWord(),
                        split.version()));
    }

    private void join(Call call) {
        String transcript = writable(call);
        answer(
                call,
                cuts.join(
                        call.viewer().personId(),
                        transcript,
                        call.pathNumber("turnId"),
                        call.body(JoinRequest.class).version()));
    }

    private void boundary(Call call) {
        String transcript = writable(call);
        BoundaryRequest boundary = call.body(BoundaryRequest.class);
        answer(
                call,
                cuts.boundary(
                        call.viewer().personId(),
                        transcript,
                        call.pathNumber("turnId"),
                        boundary.firstWord(),
                        boundary.version()));
    }

    private void preview(Call call) {
        String transcript = writable(call);
        call.json(
                DeltaJson.PreviewBody.of(
                        replacements.preview(transcript, call.body(ReplaceRequest.class))));
    }

    private void replace(Call call) {
        String transcript = writable(call);
        ReplaceAll all = call.body(ReplaceAll.class);
        answer(
                call,
                replacements.replace(
                        call.viewer().personId(),
                        transcript,
                        new ReplaceRequest(
                                all.find(),
                                all.replace(),
                                all.matchCase(),
                                all.wholeWords(),
                                all.version()),
                        Set.copyOf(all.skip())));
    }

    private void check(Call call) {
        String id = call.path("id");
        String enrolment = access.requireRead(call.viewer(), Thing.TRANSCRIPT, id);
        CheckRequest asked = call.body(CheckRequest.class);
        if (access.mayWrite(call.viewer(), enrolment)) {
            answer(call, byAssessor(call.viewer().personId(), asked.of(id), asked));
        } else if (access.isLearner(call.viewer(), enrolment)) {
            answer(call, byLearner(call.viewer().personId(), asked.of(id), asked));
        } else {
            throw new Problem.Forbidden(
                    "Only the assessor of this learner on this unit, and the learner, can say that"
                            + " words are right.");
        }
    }

    private TranscriptDelta byAssessor(String me, WordsSeen words, CheckRequest asked) {
        return switch (asked.state()) {
            case HEARD -> checks.clear(me, words);
            case CHECKED -> checks.check(me, words);
            case CONFIRMED -> {
                if (asked.how() == Check.How.SELF) {
                    throw new Problem.BadInput(
                            "Only the learner's own account confirms by itself; an assessor notes"
                                    + " what the learner confirmed in their presence.");
                }
                yield checks.confirm(me, words, Check.How.PRESENCE);
            }
        };
    }

    private TranscriptDelta byLearner(String me, WordsSeen words, CheckRequest asked) {
        return switch (asked.state()) {
            case HEARD -> checks.withdraw(me, words);
            case CHECKED ->
                    throw new Problem.Forbidden(
                            "Checking is the assessor's; you can confirm what you said.");
            case CONFIRMED -> {
                if (asked.how() == Check.How.PRESENCE) {
                    throw new Problem.BadInput(
                            "What you confirm by your own account is not confirmed in the"
                                    + " assessor's presence: leave that out.");
                }
                yield checks.confirm(me, words, Check.How.SELF);
            }
        };
    }
}
