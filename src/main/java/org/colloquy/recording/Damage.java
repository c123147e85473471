package org.colloquy.recording;

import java.util.Map;
import org.colloquy.common.Text;

/** What people are told where bytes that were acknowledged are not on disk any more. */
final class Damage {
    private Damage() {}

    static Text sentence(long leftBytes, long acknowledgedBytes) {
        if (leftBytes == 0) {
            return Text.of(
                    "This recording is missing: its file in the data folder is gone "
                            + "or empty, where there were {bytes} bytes. Bring it back from a "
                            + "copy of the data folder if there is one.",
                    Map.of("bytes", acknowledgedBytes));
        }
        return Text.of(
                "This recording is damaged: of {bytes} bytes in the data folder "
                        + "only the first {left} are left. They are kept as they are and "
                        + "can be heard.",
                Map.of("bytes", acknowledgedBytes, "left", leftBytes));
    }
}
