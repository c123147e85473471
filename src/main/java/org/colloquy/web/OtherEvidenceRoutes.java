package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.common.Problem;
import org.colloquy.evidence.OtherEvidence;
import org.colloquy.evidence.OtherEvidenceRequest;
import org.colloquy.evidence.OtherEvidences;
import org.colloquy.evidence.Strength;
import org.colloquy.people.Role;
import org.jspecify.annotations.Nullable;

/** Other evidence: read by all who may see the enrolment, described by its assessor. */
public final class OtherEvidenceRoutes {
    private static final Set<Role> ASSESSORS = EnumSet.of(Role.ASSESSOR);

    record Meets(String criterionId, String strength) {}

    /**
     * @param version that is changed; null: whichever is there. One that is described for the first
     *     time has none.
     */
    record Request(
            String kind,
            String title,
            String location,
            String relevance,
            @Nullable String date,
            List<Meets> criteria,
            @Nullable Integer version) {
        OtherEvidenceRequest described() {
            return new OtherEvidenceRequest(
                    OtherEvidence.Kind.parse(kind),
                    title,
                    location,
                    relevance,
                    date == null || date.isBlank() ? null : PassageRoutes.date(date),
                    criteria.stream()
                            .map(
                                    one ->
                                            new OtherEvidence.Meets(
                                                    one.criterionId(),
                                                    Strength.parse(one.strength())))
                            .toList());
        }
    }

    private final OtherEvidences evidences;
    private final Access access;

    public OtherEvidenceRoutes(OtherEvidences evidences, Access access) {
        this.evidences = evidences;
        this.access = access;
    }

    public void addTo(Routes routes) {
        String ofEnrolment = "/api/enrolments/{id}/evidence";
        String one = "/api/evidence/{id}";
        routes.on(HandlerType.GET, ofEnrolment, Routes.SIGNED_IN, this::list)
                .on(HandlerType.POST, ofEnrolment, ASSESSORS, this::create)
                .on(HandlerType.PUT, one, ASSESSORS, this::change)
                .on(HandlerType.DELETE, one, ASSESSORS, this::withdraw)
                .on(HandlerType.POST, one + "/restore", ASSESSORS, this::restore);
    }

    private void list(Call call) {
        access.requireRead(call.viewer(), Thing.ENROLMENT, call.path("id"));
        call.json(evidences.list(call.path("id")));
    }

    private void create(Call call) {
        access.requireWrite(call.viewer(), Thing.ENROLMENT, call.path("id"));
        call.created(
                evidences.create(
                        call.viewer().personId(),
                        call.path("id"),
                        call.body(Request.class).described()));
    }

    private void change(Call call) {
        String id = writable(call);
        Request request = call.body(Request.class);
        call.json(
                evidences.change(
                        call.viewer().personId(), id, request.version(), request.described()));
    }

    private void withdraw(Call call) {
        String id = writable(call);
        call.json(evidences.withdraw(call.viewer().personId(), id, version(call)));
    }

    private void restore(Call call) {
        String id = writable(call);
        call.json(evidences.restore(call.viewer().personId(), id, version(call)));
    }

    private static @Nullable Integer version(Call call) {
        return call.query("version").map(OtherEvidenceRoutes::version).orElse(null);
    }

    private static Integer version(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException noNumber) {
            throw new Problem.BadInput(
                    "“{what}” is no version of this evidence.", Map.of("what", text), noNumber);
        }
    }

    private String writable(Call call) {
        access.requireWrite(call.viewer(), Thing.OTHER_EVIDENCE, call.path("id"));
        return call.path("id");
    }
}
