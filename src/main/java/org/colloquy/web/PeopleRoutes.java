package org.colloquy.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.Set;
import org.colloquy.people.People;
import org.colloquy.people.Person;
import org.colloquy.people.PersonDetails;
import org.colloquy.people.Role;
import org.colloquy.people.SignIns;

/** Signing in and out, one's own password, and the people of the centre. */
public final class PeopleRoutes {
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ADMINISTRATOR);
    private static final Set<Role> STAFF = EnumSet.of(Role.ADMINISTRATOR, Role.ASSESSOR);

    record SignInRequest(String email, String password) {}

    record PasswordRequest(String old, @JsonProperty("new") String fresh) {}

    private final People people;
    private final SignIns signIns;

    public PeopleRoutes(People people, SignIns signIns) {
        this.people = people;
        this.signIns = signIns;
    }

    public void addTo(Routes routes) {
        routes.open(HandlerType.POST, "/api/sign-in", this::signIn)
                .open(HandlerType.POST, "/api/sign-out", this::signOut)
                .on(HandlerType.GET, "/api/me", Routes.SIGNED_IN, this::me)
                .on(HandlerType.POST, "/api/me/password", Routes.SIGNED_IN, this::changePassword)
                .on(HandlerType.GET, "/api/people", STAFF, this::list)
                .on(HandlerType.POST, "/api/people", STAFF, this::create)
                .on(HandlerType.PUT, "/api/people/{id}", ADMINISTRATORS, this::update);
    }

    private void signIn(Call call) {
        SignInRequest request = call.body(SignInRequest.class);
        String token = signIns.signIn(request.email(), request.password(), call.context().ip());
        Doorkeeper.keep(call.context(), token);
        Person person = people.get(signIns.find(token).orElseThrow().personId());
        call.json(Me.of(people, person));
    }

    private void signOut(Call call) {
        String token = call.context().cookie(Doorkeeper.COOKIE);
        if (token != null) {
            signIns.signOut(token);
        }
        Doorkeeper.forget(call.context());
        call.nothing();
    }

    private void me(Call call) {
        call.json(Me.of(people, people.get(call.viewer().personId())));
    }

    /**
     * Every sign-in of the person ends with the old password; this one goes on with a new cookie.
     */
    private void changePassword(Call call) {
        PasswordRequest request = call.body(PasswordRequest.class);
        people.changePassword(call.viewer(), request.old(), request.fresh());
        Doorkeeper.keep(call.context(), signIns.open(people.get(call.viewer().personId())));
        call.nothing();
    }

    private void list(Call call) {
        call.json(people.list(call.query("role").map(Role::parse).orElse(null)));
    }

    private void create(Call call) {
        call.created(people.create(call.viewer(), call.body(PersonDetails.class)));
    }

    private void update(Call call) {
        call.json(people.update(call.path("id"), call.body(PersonDetails.class)));
    }
}
