package org.colloquy.assessment;

import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.common.WireName;

/** How a session assesses. */
public enum Method {
    PROFESSIONAL_DISCUSSION(Text.of("Professional discussion")),
    ORAL_QUESTIONING(Text.of("Oral questioning"));

    private final Text title;

    Method(Text title) {
        this.title = title;
    }

    /** As people write it: "Oral questioning". */
    public String title() {
        return title.message();
    }

    /** The same for a page, which says it in its own language. */
    public Text said() {
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
