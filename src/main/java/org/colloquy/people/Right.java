package org.colloquy.people;

import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.common.WireName;

/** What a person may do beyond their roles. */
public enum Right {
    /** Sees and hears what was redacted in every recording they can reach, and may lift it. */
    REDACTIONS;

    /** The name in JSON and in the database: "redactions". */
    @Override
    public String toString() {
        return WireName.of(this);
    }

    /**
     * The right of that name.
     *
     * @throws Problem.BadInput where there is none
     */
    public static Right parse(String name) {
        return WireName.find(Right.class, name)
                .orElseThrow(
                        () ->
                                new Problem.BadInput(
                                        "“{name}” is no right: there is redactions.",
                                        Map.of("name", name)));
    }
}
