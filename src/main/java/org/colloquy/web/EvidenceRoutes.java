package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.evidence.Coverages;
import org.colloquy.evidence.Strength;
import org.colloquy.evidence.Tag;
import org.colloquy.evidence.TagEdit;
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
     */
    record TagChange(
            int firstWord,
            int lastWord,
            String reason,
            boolean reviewed,
            @Nullable String strength,
            @Nullable String criterionId) {}

    private final Tags tags;
    private final Coverages coverages;
    private final Access access;

    public EvidenceRoutes(Tags tags, Coverages coverages, Access access) {
        this.tags = tags;
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
        call.json(bodies(tags.list(call.path("id"))));
    }

    private void create(Call call) {
        access.requireWrite(call.viewer(), Thing.TRANSCRIPT, call.path("id"));
        TagRequest request = call.body(TagRequest.class);
        String strength = request.strength();
        call.created(
                bodies(
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
        String strength = change.strength();
        call.json(
                TagBody.of(
                        tags.change(
                                call.viewer().personId(),
                                call.path("id"),
                                new TagEdit(
                                        change.firstWord(),
                                        change.lastWord(),
                                        change.reason(),
                                        change.reviewed(),
                                        strength == null ? null : Strength.parse(strength),
                                        change.criterionId()))));
    }

    private void withdraw(Call call) {
        access.requireWrite(call.viewer(), Thing.TAG, call.path("id"));
        tags.withdraw(call.viewer().personId(), call.path("id"));
        call.nothing();
    }

    private void restore(Call call) {
        access.requireWrite(call.viewer(), Thing.TAG, call.path("id"));
        call.json(TagBody.of(tags.restore(call.viewer().personId(), call.path("id"))));
    }

    private void coverage(Call call) {
        access.requireRead(call.viewer(), Thing.ENROLMENT, call.path("id"));
        call.json(
                CoverageBody.of(
                        coverages.get(call.path("id"), access.withheldSessions(call.viewer()))));
    }

    private static List<TagBody> bodies(List<Tag> tags) {
        return tags.stream().map(TagBody::of).toList();
    }
}
