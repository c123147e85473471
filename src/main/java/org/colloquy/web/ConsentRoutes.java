package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.assessment.Consent;
import org.colloquy.assessment.ConsentRequest;
import org.colloquy.assessment.Consents;
import org.colloquy.assessment.Enrolments;
import org.colloquy.assessment.IdentityCheck;
import org.colloquy.assessment.IdentityChecks;
import org.colloquy.assessment.IdentityRequest;
import org.colloquy.assessment.Notice;
import org.colloquy.assessment.Notices;
import org.colloquy.assessment.Participant;
import org.colloquy.assessment.Scope;
import org.colloquy.assessment.Sessions;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.criteria.Units;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What the people of a session were told and agreed to, and who they are: read by all who may see
 * the session, noted by its assessor. A withdrawal may be noted by an administrator too, for people
 * write to the centre.
 */
public final class ConsentRoutes {
    private static final Set<Role> ASSESSORS = EnumSet.of(Role.ASSESSOR);
    private static final Set<Role> WITHDRAWERS = EnumSet.of(Role.ASSESSOR, Role.ADMINISTRATOR);

    record WithdrawalRequest(Consent.How how, @Nullable String note) {}

    /** A use that somebody took back, and the sentence that says what follows. */
    record Withdrawn(Scope scope, Text message) {}

    record SessionConsents(
            Notice notice,
            List<Participant> people,
            List<Consent> consents,
            List<IdentityCheck> identity,
            @Nullable Boolean simulationAllowed,
            List<Withdrawn> withdrawn) {}

    private final Consents consents;
    private final Notices notices;
    private final IdentityChecks identityChecks;
    private final Sessions sessions;
    private final Enrolments enrolments;
    private final Units units;
    private final Access access;

    public ConsentRoutes(
            Consents consents,
            Notices notices,
            IdentityChecks identityChecks,
            Sessions sessions,
            Enrolments enrolments,
            Units units,
            Access access) {
        this.consents = consents;
        this.notices = notices;
        this.identityChecks = identityChecks;
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.units = units;
        this.access = access;
    }

    public void addTo(Routes routes) {
        String ofSession = "/api/sessions/{id}/consents";
        routes.on(HandlerType.GET, ofSession, Routes.SIGNED_IN, this::get)
                .on(HandlerType.POST, ofSession, ASSESSORS, this::give)
                .on(HandlerType.POST, "/api/consents/{id}/withdraw", WITHDRAWERS, this::withdraw)
                .on(HandlerType.PUT, "/api/sessions/{id}/identity", ASSESSORS, this::noteIdentity);
    }

    private void get(Call call) {
        access.requireRead(call.viewer(), Thing.SESSION, call.path("id"));
        call.json(whole(call.path("id")));
    }

    private void give(Call call) {
        String session = call.path("id");
        access.requireWrite(call.viewer(), Thing.SESSION, session);
        consents.give(call.viewer().personId(), session, call.body(ConsentRequest.class));
        call.json(whole(session));
    }

    private void withdraw(Call call) {
        Viewer viewer = call.viewer();
        String id = call.path("id");
        String enrolment = access.requireRead(viewer, Thing.CONSENT, id);
        if (!viewer.is(Role.ADMINISTRATOR) && !access.mayWrite(viewer, enrolment)) {
            throw new Problem.Forbidden(
                    "Only the assessor of this session or an administrator can note that.");
        }
        WithdrawalRequest request = call.body(WithdrawalRequest.class);
        call.json(whole(consents.withdraw(viewer.personId(), id, request.how(), request.note())));
    }

    private void noteIdentity(Call call) {
        String session = call.path("id");
        access.requireWrite(call.viewer(), Thing.SESSION, session);
        identityChecks.note(call.viewer().personId(), session, call.body(IdentityRequest.class));
        call.json(whole(session));
    }

    private SessionConsents whole(String session) {
        String unit = enrolments.get(sessions.get(session).enrolmentId()).unit().id();
        return new SessionConsents(
                notices.get(),
                consents.people(session),
                consents.list(session),
                identityChecks.list(session),
                units.get(unit).simulationAllowed(),
                Arrays.stream(Scope.values())
                        .flatMap(
                                scope ->
                                        consents
                                                .refusal(session, scope)
                                                .map(sentence -> new Withdrawn(scope, sentence))
                                                .stream())
                        .toList());
    }
}
