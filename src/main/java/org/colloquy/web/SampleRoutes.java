package org.colloquy.web;

import io.javalin.http.HandlerType;
import org.colloquy.people.People;
import org.colloquy.people.Role;
import org.colloquy.people.SetupKey;
import org.colloquy.people.SignIns;
import org.colloquy.sample.SampleCentre;

/** The sample centre, for who wants to look around before setting up a centre. */
public final class SampleRoutes {
    record SampleRequest(String key) {}

    private final SampleCentre sampleCentre;
    private final SetupKey setupKey;
    private final People people;
    private final SignIns signIns;

    public SampleRoutes(
            SampleCentre sampleCentre, SetupKey setupKey, People people, SignIns signIns) {
        this.sampleCentre = sampleCentre;
        this.setupKey = setupKey;
        this.people = people;
        this.signIns = signIns;
    }

    public void addTo(Routes routes) {
        routes.open(HandlerType.POST, "/api/setup/sample", this::open);
    }

    /** Opens it and signs in as its assessor. */
    private void open(Call call) {
        setupKey.require(call.body(SampleRequest.class).key());
        SampleCentre.Opened opened = sampleCentre.open();
        Doorkeeper.keep(call.context(), signIns.open(people.list(Role.ASSESSOR).getFirst()));
        call.created(opened);
    }
}
