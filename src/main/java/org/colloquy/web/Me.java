package org.colloquy.web;

import org.colloquy.common.Problem;
import org.colloquy.people.Centre;
import org.colloquy.people.People;
import org.colloquy.people.Person;

/** Who is signed in, and where. */
record Me(Person person, Centre centre) {
    static Me of(People people, Person person) {
        return new Me(
                person,
                people.findCentre()
                        .orElseThrow(() -> new Problem.Conflict("This centre is not set up yet.")));
    }
}
