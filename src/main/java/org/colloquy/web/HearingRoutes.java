package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.evidence.Reanchoring;
import org.colloquy.people.Role;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.Proposal;
import org.colloquy.transcript.Transcripts;

/** Later hearings of a recording: seen by all who may see it, accepted by its assessor. */
public final class HearingRoutes {
    private static final Set<Role> ASSESSORS = EnumSet.of(Role.ASSESSOR);

    record Acceptance(int version) {}

    private final Hearings hearings;
    private final Transcripts transcripts;
    private final Reanchoring reanchoring;
    private final Redacted redacted;
    private final Access access;

    public HearingRoutes(
            Hearings hearings,
            Transcripts transcripts,
            Reanchoring reanchoring,
            Redacted redacted,
            Access access) {
        this.hearings = hearings;
        this.transcripts = transcripts;
        this.reanchoring = reanchoring;
        this.redacted = redacted;
        this.access = access;
    }

    public void addTo(Routes routes) {
        routes.on(
                        HandlerType.GET,
                        "/api/recordings/{id}/transcripts",
                        Routes.SIGNED_IN,
                        this::versions)
                .on(
                        HandlerType.GET,
                        "/api/recordings/{id}/proposal",
                        Routes.SIGNED_IN,
                        this::proposal)
                .on(HandlerType.POST, "/api/proposals/{id}/accept", ASSESSORS, this::accept)
                .on(HandlerType.POST, "/api/proposals/{id}/discard", ASSESSORS, this::discard);
    }

    private void versions(Call call) {
        access.requireRead(call.viewer(), Thing.RECORDING, call.path("id"));
        call.json(
                hearings.versions(call.path("id")).stream()
                        .map(HearingJson.VersionBody::of)
                        .toList());
    }

    private void proposal(Call call) {
        access.requireRead(call.viewer(), Thing.RECORDING, call.path("id"));
        Proposal proposal = hearings.proposal(call.path("id"));
        call.json(
                HearingJson.ProposalBody.of(
                        proposal,
                        reanchoring.look(proposal.present().id(), proposal.carried()),
                        redacted.proposed(
                                call.viewer(), call.path("id"), proposal.carried().changes())));
    }

    private void accept(Call call) {
        access.requireWrite(call.viewer(), Thing.TRANSCRIPT, call.path("id"));
        call.json(
                TranscriptJson.Body.of(
                        hearings.accept(call.path("id"), call.body(Acceptance.class).version()),
                        transcripts.checks(call.path("id"))));
    }

    private void discard(Call call) {
        access.requireWrite(call.viewer(), Thing.TRANSCRIPT, call.path("id"));
        hearings.discard(call.path("id"));
        call.nothing();
    }
}
