package org.colloquy.assessment;

import java.util.Map;
import org.colloquy.common.Problem;

/** Whether the people of a session met in one place. */
public enum Mode {
    FACE_TO_FACE("face-to-face"),
    REMOTE("remote");

    private final String wire;

    Mode(String wire) {
        this.wire = wire;
    }

    /** The name in JSON and in the database. */
    @Override
    public String toString() {
        return wire;
    }

    /**
     * The mode of that name in JSON.
     *
     * @throws Problem.BadInput where there is none
     */
    public static Mode parse(String wire) {
        for (Mode mode : values()) {
            if (mode.wire.equals(wire)) {
                return mode;
            }
        }
        throw new Problem.BadInput(
                "“{given}” is neither face-to-face nor remote.", Map.of("given", wire));
    }
}
