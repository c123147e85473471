package org.colloquy.people;

import java.util.Locale;
import java.util.Map;
import org.colloquy.common.Problem;

/** What a person is at the centre; one may be several, for example assessor and IQA. */
public enum Role {
    ADMINISTRATOR,
    ASSESSOR,
    LEARNER,
    IQA,
    EQA;

    /** The name in JSON and in the database: "iqa". */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return wire();
    }

    /**
     * The role of that {@link #wire()} name.
     *
     * @throws Problem.BadInput where there is none
     */
    public static Role parse(String wire) {
        for (Role role : values()) {
            if (role.wire().equals(wire)) {
                return role;
            }
        }
        throw new Problem.BadInput(
                "“{given}” is no role: use administrator, assessor, learner, iqa or " + "eqa.",
                Map.of("given", wire));
    }
}
