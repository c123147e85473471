package org.colloquy.speech;

import java.util.Locale;
import java.util.Map;
import org.colloquy.common.Problem;

/**
 * Which recogniser to use; {@code AUTO}: Vosk where a model of the language is installed, else
 * Whisper.
 */
public enum Engine {
    AUTO,
    VOSK,
    WHISPER;

    /**
     * @throws Problem.BadInput where the text names no engine
     */
    public static Engine parse(String text) {
        for (Engine engine : values()) {
            if (engine.text().equals(text.strip().toLowerCase(Locale.ROOT))) {
                return engine;
            }
        }
        throw new Problem.BadInput(
                "There is no engine \"{what}\": choose auto, vosk or whisper.",
                Map.of("what", text));
    }

    /** As people write it: "auto", "vosk", "whisper". */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
