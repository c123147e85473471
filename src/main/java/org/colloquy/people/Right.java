package org.colloquy.people;

import java.util.Map;
import org.colloquy.common.Problem;

/** What a person may do beyond their roles. */
public enum Right {
    /** Sees and hears what was redacted in every recording they can reach, and may lift it. */
    REDACTIONS;

    /** The name in JSON and in the database: "redactions". */
    @Override
    public String toString() {
        return "redactions";
    }

    /**
     * The right of that name.
     *
     * @throws Problem.BadInput where there is none
     */
    public static Right parse(String name) {
        if (name.equals(REDACTIONS.toString())) {
            return REDACTIONS;
        }
        throw new Problem.BadInput(
                "“{name}” is no right: there is redactions.", Map.of("name", name));
    }
}
