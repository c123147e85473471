package org.colloquy.assessment;

import java.util.Map;
import org.colloquy.common.Problem;

/** How a session assesses. */
public enum Method {
    PROFESSIONAL_DISCUSSION("professional-discussion", "Professional discussion"),
    ORAL_QUESTIONING("oral-questioning", "Oral questioning");

    private final String wire;
    private final String title;

    Method(String wire, String title) {
        this.wire = wire;
        this.title = title;
    }

    /** As people write it: "Oral questioning". */
    public String title() {
        return title;
    }

    /** The name in JSON and in the database. */
    @Override
    public String toString() {
        return wire;
    }

    /**
     * The method of that name in JSON.
     *
     * @throws Problem.BadInput where there is none
     */
    public static Method parse(String wire) {
        for (Method method : values()) {
            if (method.wire.equals(wire)) {
                return method;
            }
        }
        throw new Problem.BadInput(
                "“{given}” is no method here: use professional-discussion or "
                        + "oral-questioning.",
                Map.of("given", wire));
    }
}
