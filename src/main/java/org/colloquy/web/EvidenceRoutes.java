package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.evidence.Coverage;
import org.colloquy.evidence.Coverages;
import org.colloquy.evidence.Strength;
import org.colloquy.evidence.Tag;
import org.colloquy.evidence.TagEdit;
import org.colloquy.evidence.TagViews;
import org.colloquy.evidence.Tags;
import org.colloquy.people.Role;
import org.colloquy.web.EvidenceJson.CoverageBody;
import org.colloquy.web.EvidenceJson.TagBody;
import org.jspecify.annotations.Nullable;

/** Tags and coverage: read by all who may see the enrolment, made by its assessor. */
public final class EvidenceRoutes {
    private static final Set<Role> ASSESSORS = EnumSet.of(Role.ASSESSOR);

    /**
     * @param strength null: fully
     */
    record TagRequest(
            int firstWord,
            int lastWord,
            List<String> criterionIds,
            String reason,
            @Nullable String strength) {}

    /**
     * @param strength null: as it is; so the criterion
     * @param seen the tag as the page had it; null: what others changed meanwhile is not looked at
     */
    record TagChange(
            int firstWord,
            int lastWord,
            String reason,
            boolean reviewed,
            @Nullable String strength,
            @Nullable String criterionId,
            @Nullable TagSeen seen) {}

    /** {@link TagEdit.Seen}, as it travels. */
    record TagSeen(
            int firstWord,
            int lastWord,
            String reason,
            String strength,
            String criterionId,
            boolean review) {
        TagEdit.Seen read() {
            return new TagEdit.Seen(
                    firstWord, lastWord, reason, Strength.parse(strength), criterionId, review);
        }
    }

    private final Tags tags;
    private final TagViews views;
    private final Coverages coverages;
    private final Access access;

    public EvidenceRoutes(Tags tags, TagViews views, Coverages coverages, Access access) {
        this.tags = tags;
        this.views = views;
        this.coverages = coverages;
        this.access = access;
    }

    public void addTo(Routes routes) {
        routes.on(HandlerType.GET, "/api/recordings/{id}/tags", Routes.SIGNED_IN, this::list)
                .on(HandlerType.POST, "/api/transcripts/{id}/tags", ASSESSORS, this::create)
                .on(HandlerType.PUT, "/api/tags/{id}", ASSESSORS, this::change)
                .on(HandlerType.DELETE, "/api/tags/{id}", ASSESSORS, this::withdraw)
                .on(HandlerType.POST, "/api/tags/{id}/restore", ASSESSORS, this::restore)
                .on(
                        HandlerType.GET,
                        "/api/enrolments/{id}/coverage",
                        Routes.SIGNED_IN,
                        this::coverage);
    }

    private void list(Call call) {
        access.requireRead(call.viewer(), Thing.RECORDING, call.path("id"));
        call.json(bodies(call, tags.list(call.path("id"))));
    }

    private void create(Call call) {
        access.requireWrite(call.viewer(), Thing.TRANSCRIPT, call.path("id"));
        TagRequest request = call.body(TagRequest.class);
        String strength = request.strength();
        call.created(
                bodies(
                        call,
                        tags.create(
                                call.viewer().personId(),
                                call.path("id"),
                                request.firstWord(),
                                request.lastWord(),
                                request.criterionIds(),
                                request.reason(),
                                strength == null ? Strength.FULLY : Strength.parse(strength),
                                null)));
    }

    private void change(Call call) {
        access.requireWrite(call.viewer(), Thing.TAG, call.path("id"));
        TagChange change = call.body(TagChange.class);
        TagSeen seen = change.seen();
        String strength = change.strength();
        call.json(
                body(
                        call,
                        tags.change(
                                call.viewer().personId(),
                                call.path("id"),
                                new TagEdit(
                                        change.firstWord(),
                                        change.lastWord(),
                                        change.reason(),
                                        change.reviewed(),
                                        strength == null ? null : Strength.parse(strength),
                                        change.criterionId(),
                                        seen == null ? null : seen.read()))));
    }

    private void withdraw(Call call) {
        access.requireWrite(call.viewer(), Thing.TAG, call.path("id"));
        tags.withdraw(call.viewer().personId(), call.path("id"));
        call.nothing();
    }

    private void restore(Call call) {
        access.requireWrite(call.viewer(), Thing.TAG, call.path("id"));
        call.json(body(call, tags.restore(call.viewer().personId(), call.path("id"))));
    }

    private void coverage(Call call) {
        access.requireRead(call.viewer(), Thing.ENROLMENT, call.path("id"));
        Coverage coverage = coverages.get(call.path("id"), access.withheldSessions(call.viewer()));
        List<Tag> counted =
                coverage.outcomes().stream()
                        .flatMap(outcome -> outcome.criteria().stream())
                        .flatMap(covered -> covered.passages().stream())
                        .map(Coverage.Found::tag)
                        .toList();
        call.json(
                CoverageBody.of(
                        coverage,
                        views.of(call.viewer(), counted).stream()
                                .collect(
                                        Collectors.toMap(
                                                view -> view.tag().id(), Function.identity()))));
    }

    private TagBody body(Call call, Tag tag) {
        return TagBody.of(views.of(call.viewer(), tag));
    }

    private List<TagBody> bodies(Call call, List<Tag> list) {
        return views.of(call.viewer(), list).stream().map(TagBody::of).toList();
    }
}
