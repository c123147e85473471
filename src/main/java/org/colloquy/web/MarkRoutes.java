package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.assessment.Enrolments;
import org.colloquy.assessment.PlannedQuestion;
import org.colloquy.assessment.Session;
import org.colloquy.assessment.Sessions;
import org.colloquy.common.Problem;
import org.colloquy.criteria.Units;
import org.colloquy.evidence.Snapping;
import org.colloquy.people.Role;
import org.colloquy.recording.Mark;
import org.colloquy.recording.MarkRequest;
import org.colloquy.recording.Marks;
import org.colloquy.recording.Recording;
import org.colloquy.recording.Recordings;
import org.jspecify.annotations.Nullable;

/** Marks of a recording: read by all who may see it, made by its assessor. */
public final class MarkRoutes {
    private static final Set<Role> ASSESSORS = EnumSet.of(Role.ASSESSOR);

    private final Marks marks;
    private final Snapping snapping;
    private final Recordings recordings;
    private final Sessions sessions;
    private final Enrolments enrolments;
    private final Units units;
    private final Access access;
    private final Redacted redacted;

    public MarkRoutes(
            Marks marks,
            Snapping snapping,
            Recordings recordings,
            Sessions sessions,
            Enrolments enrolments,
            Units units,
            Access access,
            Redacted redacted) {
        this.marks = marks;
        this.snapping = snapping;
        this.recordings = recordings;
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.units = units;
        this.access = access;
        this.redacted = redacted;
    }

    public void addTo(Routes routes) {
        String one = "/api/recordings/{id}/marks/{mark}";
        routes.on(HandlerType.GET, "/api/recordings/{id}/marks", Routes.SIGNED_IN, this::list)
                .on(HandlerType.PUT, one, ASSESSORS, this::put)
                .on(HandlerType.DELETE, one, ASSESSORS, this::withdraw);
    }

    private void list(Call call) {
        access.requireRead(call.viewer(), Thing.RECORDING, call.path("id"));
        call.json(redacted.marks(call.viewer(), call.path("id"), marks.list(call.path("id"))));
    }

    private void put(Call call) {
        String recording = call.path("id");
        access.requireWrite(call.viewer(), Thing.RECORDING, recording);
        MarkRequest request = call.body(MarkRequest.class);
        String mark = call.path("mark");
        String question =
                marks.find(recording, mark).isPresent() ? null : check(recording, request);
        Mark kept = snapping.put(call.viewer().personId(), recording, mark, request, question);
        bringToWhole(call.viewer().personId(), kept);
        call.json(redacted.marks(call.viewer(), recording, List.of(kept)).getFirst());
    }

    /**
     * A mark that comes late, when its recording is joined already, is brought to the whole as
     * well, for nobody looks at the part any more. One that is there stays: people may have changed
     * it.
     */
    private void bringToWhole(String personId, Mark mark) {
        Recording part = recordings.get(mark.recordingId());
        String whole = part.joinedInto();
        if (whole == null || mark.withdrawn() || marks.find(whole, mark.id()).isPresent()) {
            return;
        }
        double offset =
                recordings.get(whole).joinedFrom().stream()
                        .filter(joined -> joined.recordingId().equals(part.id()))
                        .findFirst()
                        .orElseThrow()
                        .offsetSeconds();
        MarkRequest there =
                new MarkRequest(
                        mark.kind(),
                        0,
                        offset + mark.seconds(),
                        mark.lengthSeconds(),
                        mark.note(),
                        mark.questionId(),
                        mark.criterionId(),
                        mark.at().toString());
        snapping.put(personId, whole, mark.id(), there, mark.questionText());
    }

    /** Criterion and question are this session's; gives the question's words. */
    private @Nullable String check(String recordingId, MarkRequest request) {
        Session session = sessions.get(recordings.get(recordingId).sessionId());
        String criterion = request.criterionId();
        if (criterion != null && !isOfUnit(session, criterion)) {
            throw new Problem.BadInput(
                    "That criterion is not one of this learner's unit: load the page again.");
        }
        String question = request.questionId();
        if (question == null) {
            return null;
        }
        return session.questions().stream()
                .filter(planned -> planned.id().equals(question))
                .map(PlannedQuestion::text)
                .findFirst()
                .orElseThrow(
                        () ->
                                new Problem.BadInput(
                                        "That question is not, or not any more, among the planned"
                                                + " questions of this session."));
    }

    private boolean isOfUnit(Session session, String criterionId) {
        String unit = enrolments.get(session.enrolmentId()).unit().id();
        return units.get(unit).outcomes().stream()
                .flatMap(outcome -> outcome.criteria().stream())
                .anyMatch(criterion -> criterion.id().equals(criterionId));
    }

    private void withdraw(Call call) {
        String recording = call.path("id");
        access.requireWrite(call.viewer(), Thing.RECORDING, recording);
        snapping.withdraw(call.viewer().personId(), recording, call.path("mark"));
        String whole = recordings.get(recording).joinedInto();
        if (whole != null && marks.find(whole, call.path("mark")).isPresent()) {
            snapping.withdraw(call.viewer().personId(), whole, call.path("mark"));
        }
        call.nothing();
    }
}
