package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.evidence.Strength;
import org.colloquy.evidence.Tag;
import org.colloquy.evidence.TagViews;
import org.colloquy.history.History;
import org.colloquy.jobs.Job;
import org.colloquy.jobs.Jobs;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.colloquy.redaction.Masks;
import org.colloquy.suggestion.Suggested;
import org.colloquy.suggestion.Suggestions;
import org.colloquy.transcript.Transcripts;
import org.jspecify.annotations.Nullable;

/** What passages may be evidence for: read by all who may see them, answered by the assessor. */
public final class SuggestionRoutes {
    private static final Set<Role> ASSESSORS = EnumSet.of(Role.ASSESSOR);

    /**
     * @param strength null: fully
     * @param reason null: none
     */
    record Answer(
            String passageId,
            String criterionId,
            boolean accept,
            @Nullable String strength,
            @Nullable String reason) {}

    record PassageBody(
            String id,
            int firstWord,
            int lastWord,
            double start,
            double end,
            String topic,
            List<Suggested.Likely> criteria) {
        static PassageBody of(Suggested one) {
            return new PassageBody(
                    one.id(),
                    one.firstWord(),
                    one.lastWord(),
                    TranscriptJson.seconds(one.startMillis()),
                    TranscriptJson.seconds(one.endMillis()),
                    one.topic(),
                    one.criteria());
        }
    }

    record Body(
            String state,
            @Nullable Job job,
            boolean stale,
            @Nullable Text note,
            List<PassageBody> passages) {}

    record Answered(EvidenceJson.@Nullable TagBody tag, HistoryRoutes.HistoryBody history) {}

    private final Suggestions suggestions;
    private final Jobs jobs;
    private final Transcripts transcripts;
    private final History history;
    private final TagViews views;
    private final Masks masks;
    private final Access access;

    public SuggestionRoutes(
            Suggestions suggestions,
            Jobs jobs,
            Transcripts transcripts,
            History history,
            TagViews views,
            Masks masks,
            Access access) {
        this.suggestions = suggestions;
        this.jobs = jobs;
        this.transcripts = transcripts;
        this.history = history;
        this.views = views;
        this.masks = masks;
        this.access = access;
    }

    public void addTo(Routes routes) {
        String ofRecording = "/api/recordings/{id}/suggestions";
        routes.on(HandlerType.GET, ofRecording, Routes.SIGNED_IN, this::list)
                .on(HandlerType.POST, ofRecording + "/refresh", ASSESSORS, this::refresh)
                .on(HandlerType.GET, "/api/transcripts/{id}/likely", Routes.SIGNED_IN, this::likely)
                .on(
                        HandlerType.POST,
                        "/api/transcripts/{id}/suggestions/answer",
                        ASSESSORS,
                        this::answer);
    }

    private void list(Call call) {
        String id = call.path("id");
        String enrolment = access.requireRead(call.viewer(), Thing.RECORDING, id);
        Job job = jobs.newestOf(id, Job.Kind.SUGGEST).orElse(null);
        Suggested.All all = suggestions.list(id);
        boolean working = job != null && !job.state().isOver();
        if (all.made() && access.mayWrite(call.viewer(), enrolment)) {
            suggestions.warm(id);
        }
        call.json(
                new Body(
                        working ? "working" : all.made() ? "ready" : "none",
                        job,
                        all.stale(),
                        all.note(),
                        all.passages().stream().map(PassageBody::of).toList()));
    }

    private void refresh(Call call) {
        String id = call.path("id");
        access.requireWrite(call.viewer(), Thing.RECORDING, id);
        transcripts.get(id);
        suggestions.requireAllowed(id);
        Job waiting =
                jobs.newestOf(id, Job.Kind.SUGGEST)
                        .filter(job -> !job.state().isOver())
                        .orElse(null);
        call.created(waiting != null ? waiting : jobs.submit(Job.Kind.SUGGEST, id, "{}"));
    }

    private void likely(Call call) {
        String id = call.path("id");
        access.requireRead(call.viewer(), Thing.TRANSCRIPT, id);
        call.json(suggestions.likely(id, word(call, "first"), word(call, "last")));
    }

    private static int word(Call call, String name) {
        try {
            return Integer.parseInt(call.query(name).orElse("").strip());
        } catch (NumberFormatException noNumber) {
            throw new Problem.BadInput(
                    "Say which passage is meant: “first” and “last” are numbers of words.",
                    noNumber);
        }
    }

    private void answer(Call call) {
        String id = call.path("id");
        Viewer viewer = call.viewer();
        access.requireWrite(viewer, Thing.TRANSCRIPT, id);
        Answer answer = call.body(Answer.class);
        Tag tag = null;
        if (answer.accept()) {
            String strength = answer.strength();
            tag =
                    suggestions.accept(
                            viewer.personId(),
                            id,
                            answer.passageId(),
                            answer.criterionId(),
                            strength == null ? Strength.FULLY : Strength.parse(strength),
                            Objects.requireNonNullElse(answer.reason(), ""));
        } else {
            suggestions.refuse(viewer.personId(), id, answer.passageId(), answer.criterionId());
        }
        String recording = transcripts.getById(id).recordingId();
        call.json(
                new Answered(
                        tag == null ? null : EvidenceJson.TagBody.of(views.of(viewer, tag)),
                        HistoryRoutes.HistoryBody.of(
                                history.list(recording, viewer.personId(), null, History.NEWEST),
                                viewer,
                                masks.veil(viewer, recording))));
    }
}
