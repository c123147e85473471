package org.colloquy.assessment;

import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.common.WireName;

/** How a session assesses. */
public enum Method {
    PROFESSIONAL_DISCUSSION("Professional discussion"),
    ORAL_QUESTIONING("Oral questioning");

    private final String title;

    Method(String title) {
        this.title = title;
    }

    /** As people write it: "Oral questioning". */
    public String title() {
        return title;
    }

    /** The name in JSON and in the database. */
    @Override
    public String toString() {
        return WireName.of(this);
    }

    /**
     * The method of that name in JSON.
     *
     * @throws Problem.BadInput where there is none
     */
    public static Method parse(String wire) {
        return WireName.find(Method.class, wire)
                .orElseThrow(
                        () ->
                                new Problem.BadInput(
                                        "“{given}” is no method here: use professional-discussion or "
                                                + "oral-questioning.",
                                        Map.of("given", wire)));
    }
}
