package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import org.colloquy.common.Problem;
import org.colloquy.people.Centre;
import org.colloquy.people.People;
import org.colloquy.people.Person;
import org.colloquy.people.PersonDetails;
import org.colloquy.people.Right;
import org.colloquy.people.Role;
import org.colloquy.people.SetupKey;
import org.colloquy.people.SignIns;
import org.jspecify.annotations.Nullable;

/** The first visit: what state the centre is in, and setting it up with its first account. */
public final class SetupRoutes {
    record SetupState(
            boolean needed, boolean sampleOpen, @Nullable String centreName, String version) {}

    record SetupRequest(String key, CentreRequest centre, AccountRequest account) {}

    record CentreRequest(String name, @Nullable String number, String timeZone) {}

    record AccountRequest(String name, String email, String password) {}

    private final People people;
    private final SignIns signIns;
    private final SetupKey setupKey;
    private final String version;

    public SetupRoutes(People people, SignIns signIns, SetupKey setupKey, String version) {
        this.people = people;
        this.signIns = signIns;
        this.setupKey = setupKey;
        this.version = version;
    }

    public void addTo(Routes routes) {
        routes.open(HandlerType.GET, "/api/setup", this::state)
                .open(HandlerType.POST, "/api/setup", this::setUp);
    }

    private void state(Call call) {
        Optional<Centre> centre = people.findCentre();
        call.json(
                new SetupState(
                        centre.isEmpty(),
                        centre.map(Centre::sample).orElse(false),
                        centre.map(Centre::name).orElse(null),
                        version));
    }

    private void setUp(Call call) {
        SetupRequest request = call.body(SetupRequest.class);
        setupKey.require(request.key());
        CentreRequest centre = request.centre();
        AccountRequest account = request.account();
        if (account.password().isEmpty()) {
            throw new Problem.BadInput("The first account needs a password.");
        }
        Person first =
                people.setUp(
                                new Centre(
                                        centre.name().strip(),
                                        blankToNull(centre.number()),
                                        centre.timeZone(),
                                        false),
                                List.of(
                                        new PersonDetails(
                                                account.name(),
                                                account.email(),
                                                null,
                                                List.of(Role.ADMINISTRATOR, Role.ASSESSOR),
                                                account.password(),
                                                false,
                                                List.of(Right.REDACTIONS))))
                        .getFirst();
        Doorkeeper.keep(call.context(), signIns.open(first));
        call.created(Me.of(people, first));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
