package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.audit.Audit;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.evidence.TagViews;
import org.colloquy.evidence.Tags;
import org.colloquy.history.Change;
import org.colloquy.history.ChangeKind;
import org.colloquy.history.History;
import org.colloquy.history.Steps;
import org.colloquy.history.Touched;
import org.colloquy.history.Undone;
import org.colloquy.people.PersonName;
import org.colloquy.people.Viewer;
import org.colloquy.redaction.Masks;
import org.colloquy.redaction.Veil;
import org.colloquy.transcript.Deltas;
import org.colloquy.transcript.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * The steps of people in a recording, and the audit trail: read by all who may see the enrolment.
 * Everybody takes back only their own steps: the assessor any, the learner a confirmation, who has
 * the right to lift redactions what they did with those.
 */
public final class HistoryRoutes {
    private static final int MOST_NUMBER = 1_000_000_000;

    /**
     * @param version of the transcript that the page has; without it the answer is about the
     *     version before this
     */
    record StepRequest(@Nullable String changeId, @Nullable Integer version) {}

    /** Who speaks before and after, as a page says it in its own language. */
    record VoicesBody(Text before, Text after) {}

    /**
     * @param voices of a change of who speaks, else null
     */
    record ChangeBody(
            String id,
            int number,
            ChangeKind kind,
            Text text,
            PersonName by,
            Instant at,
            boolean undone,
            boolean mine,
            List<Integer> turnIds,
            List<String> tagIds,
            String before,
            String after,
            @Nullable VoicesBody voices,
            @Nullable Double start) {
        static ChangeBody of(Change change, Viewer viewer, Veil veil) {
            Long start = change.startMillis();
            String before = veil.clean(change.before());
            String after = veil.clean(change.after());
            return new ChangeBody(
                    change.id(),
                    change.number(),
                    change.kind(),
                    change.text(),
                    change.by(),
                    change.at(),
                    change.undone(),
                    change.by().id().equals(viewer.personId()),
                    change.turnIds(),
                    change.tagIds(),
                    before,
                    after,
                    change.kind() == ChangeKind.SPEAKER
                            ? new VoicesBody(Speaker.said(before), Speaker.said(after))
                            : null,
                    start == null ? null : TranscriptJson.seconds(start));
        }
    }

    record HistoryBody(
            int latest,
            List<ChangeBody> changes,
            @Nullable ChangeBody undo,
            @Nullable ChangeBody redo) {
        static HistoryBody of(Steps steps, Viewer viewer, Veil veil) {
            Change undo = steps.undo();
            Change redo = steps.redo();
            return new HistoryBody(
                    steps.latest(),
                    steps.changes().stream()
                            .map(change -> ChangeBody.of(change, viewer, veil))
                            .toList(),
                    undo == null ? null : ChangeBody.of(undo, viewer, veil),
                    redo == null ? null : ChangeBody.of(redo, viewer, veil));
        }
    }

    record UndoneBody(
            ChangeBody change,
            DeltaJson.@Nullable Body delta,
            @Nullable List<EvidenceJson.TagBody> tags,
            HistoryBody history) {}

    private final History history;
    private final Audit audit;
    private final Deltas deltas;
    private final Tags tags;
    private final TagViews views;
    private final Masks masks;
    private final Redacted redacted;
    private final Access access;

    public HistoryRoutes(
            History history,
            Audit audit,
            Deltas deltas,
            Tags tags,
            TagViews views,
            Masks masks,
            Redacted redacted,
            Access access) {
        this.history = history;
        this.audit = audit;
        this.deltas = deltas;
        this.tags = tags;
        this.views = views;
        this.masks = masks;
        this.redacted = redacted;
        this.access = access;
    }

    public void addTo(Routes routes) {
        String one = "/api/recordings/{id}";
        routes.on(HandlerType.GET, one + "/history", Routes.SIGNED_IN, this::list)
                .on(HandlerType.POST, one + "/undo", Routes.SIGNED_IN, call -> step(call, false))
                .on(HandlerType.POST, one + "/redo", Routes.SIGNED_IN, call -> step(call, true))
                .on(HandlerType.GET, one + "/audit", Routes.SIGNED_IN, this::audit);
    }

    private void list(Call call) {
        String id = call.path("id");
        access.requireRead(call.viewer(), Thing.RECORDING, id);
        Optional<Integer> after = number(call, "after");
        int most =
                number(call, "limit")
                        .orElse(after.isPresent() ? History.MOST_CHANGES : History.NEWEST);
        call.json(
                HistoryBody.of(
                        redacted.steps(
                                call.viewer(),
                                id,
                                history.list(
                                        id, call.viewer().personId(), after.orElse(null), most)),
                        call.viewer(),
                        masks.veil(call.viewer(), id)));
    }

    private static Optional<Integer> number(Call call, String name) {
        return call.query(name)
                .map(
                        given -> {
                            try {
                                int number = Integer.parseInt(given.strip());
                                if (number >= 0 && number <= MOST_NUMBER) {
                                    return number;
                                }
                            } catch (NumberFormatException noNumber) {
                                throw new Problem.BadInput(
                                        "“{name}” must be a whole number from 0.",
                                        Map.of("name", name),
                                        noNumber);
                            }
                            throw new Problem.BadInput(
                                    "“{name}” must be a whole number from 0.",
                                    Map.of("name", name));
                        });
    }

    /**
     * The kinds of their own steps that they may take back: who was the assessor once did things
     * that are another's now.
     */
    private Set<ChangeKind> may(Viewer viewer, String enrolment) {
        if (access.mayWrite(viewer, enrolment)) {
            return EnumSet.allOf(ChangeKind.class);
        }
        Set<ChangeKind> may = EnumSet.noneOf(ChangeKind.class);
        if (access.isLearner(viewer, enrolment)) {
            may.add(ChangeKind.CHECK);
        }
        if (masks.mayLift(viewer)) {
            may.add(ChangeKind.REDACT);
        }
        if (may.isEmpty()) {
            throw new Problem.Forbidden(
                    "Only the assessor of this learner on this unit can change that.");
        }
        return may;
    }

    private void step(Call call, boolean redo) {
        String id = call.path("id");
        Viewer viewer = call.viewer();
        String enrolment = access.requireRead(viewer, Thing.RECORDING, id);
        Set<ChangeKind> may = may(viewer, enrolment);
        StepRequest request = call.body(StepRequest.class);
        Undone done =
                redo
                        ? history.redo(viewer.personId(), id, request.changeId(), may)
                        : history.undo(viewer.personId(), id, request.changeId(), may);
        Touched touched = done.touched();
        Veil veil = masks.veil(viewer, id);
        String transcript = touched.transcriptId();
        Integer version = request.version();
        call.json(
                new UndoneBody(
                        ChangeBody.of(redacted.step(viewer, done.change()), viewer, veil),
                        transcript == null
                                ? null
                                : DeltaJson.Body.of(
                                        deltas.since(
                                                transcript,
                                                version == null
                                                        ? touched.versionBefore()
                                                        : Math.clamp(
                                                                version,
                                                                1,
                                                                touched.versionBefore()),
                                                touched.tagsToReview()),
                                        veil),
                        touched.tags()
                                ? views.of(viewer, tags.list(id)).stream()
                                        .map(EvidenceJson.TagBody::of)
                                        .toList()
                                : null,
                        HistoryBody.of(
                                redacted.steps(
                                        viewer,
                                        id,
                                        history.list(id, viewer.personId(), null, History.NEWEST)),
                                viewer,
                                veil)));
    }

    private void audit(Call call) {
        access.requireRead(call.viewer(), Thing.RECORDING, call.path("id"));
        call.json(
                redacted.audit(
                        call.viewer(), call.path("id"), audit.list("recording", call.path("id"))));
    }
}
