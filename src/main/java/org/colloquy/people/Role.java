package org.colloquy.people;

import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.common.WireName;

/** What a person is at the centre; one may be several, for example assessor and IQA. */
public enum Role {
    ADMINISTRATOR,
    ASSESSOR,
    LEARNER,
    IQA,
    EQA;

    /** The name in JSON and in the database: "iqa". */
    @Override
    public String toString() {
        return WireName.of(this);
    }

    /**
     * The role of that name.
     *
     * @throws Problem.BadInput where there is none
     */
    public static Role parse(String wire) {
        return WireName.find(Role.class, wire)
                .orElseThrow(
                        () ->
                                new Problem.BadInput(
                                        "“{given}” is no role: use administrator, assessor, learner, iqa or "
                                                + "eqa.",
                                        Map.of("given", wire)));
    }
}
