package org.colloquy.evidence;

import java.util.Locale;
import java.util.Map;
import org.colloquy.common.Problem;

/** How far evidence meets a criterion: the strongest first. */
public enum Strength {
    FULLY,
    PARTLY,
    /** It is needed to understand other evidence, and does not meet the criterion by itself. */
    CONTEXT;

    /** The name in JSON and in the database: "partly". */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The strength of that name.
     *
     * @throws Problem.BadInput where there is none
     */
    public static Strength parse(String name) {
        for (Strength strength : values()) {
            if (strength.toString().equals(name)) {
                return strength;
            }
        }
        throw new Problem.BadInput(
                "“{name}” is not a strength of evidence: use fully, partly or " + "context.",
                Map.of("name", name));
    }

    /** Whether it says more than the other. */
    public boolean isMoreThan(Strength other) {
        return compareTo(other) < 0;
    }
}
