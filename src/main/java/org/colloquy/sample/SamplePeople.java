package org.colloquy.sample;

import java.util.List;
import org.colloquy.people.PersonDetails;
import org.colloquy.people.Right;
import org.colloquy.people.Role;
import org.jspecify.annotations.Nullable;

/** The made-up people of the sample centre. */
enum SamplePeople {
    ASSESSOR("Amara Okafor", Role.ASSESSOR, "amara.assessor", null),
    LEARNER("Bogdan Ionescu", Role.LEARNER, "bogdan.learner", "L-1042"),
    OTHER_LEARNER("Linh Tran", Role.LEARNER, "linh.learner", "L-1043"),
    IQA("Ines Carvalho", Role.IQA, "ines.iqa", null),
    ADMINISTRATOR("Daniel Price", Role.ADMINISTRATOR, "daniel.administrator", null);

    private final String fullName;
    private final Role role;
    private final String mailbox;
    private final @Nullable String learnerNumber;

    SamplePeople(String fullName, Role role, String mailbox, @Nullable String learnerNumber) {
        this.fullName = fullName;
        this.role = role;
        this.mailbox = mailbox;
        this.learnerNumber = learnerNumber;
    }

    String fullName() {
        return fullName;
    }

    Role role() {
        return role;
    }

    String email() {
        return mailbox + "@sample.example";
    }

    PersonDetails details(String password) {
        PersonDetails details =
                new PersonDetails(fullName, email(), learnerNumber, List.of(role), password, false);
        return this == ASSESSOR ? details.with(Right.REDACTIONS) : details;
    }
}
