package org.colloquy.assessment;

import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.common.WireName;

/** Whether the people of a session met in one place. */
public enum Mode {
    FACE_TO_FACE,
    REMOTE;

    /** The name in JSON and in the database. */
    @Override
    public String toString() {
        return WireName.of(this);
    }

    /**
     * The mode of that name in JSON.
     *
     * @throws Problem.BadInput where there is none
     */
    public static Mode parse(String wire) {
        return WireName.find(Mode.class, wire)
                .orElseThrow(
                        () ->
                                new Problem.BadInput(
                                        "“{given}” is neither face-to-face nor remote.",
                                        Map.of("given", wire)));
    }
}
