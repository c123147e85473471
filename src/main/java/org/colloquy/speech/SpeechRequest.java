package org.colloquy.speech;

import java.util.Locale;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How a recording is to be transcribed.
 *
 * @param model name of a model, null: the best one installed
 * @param language two or three letters ("en"), null: found out from the sound
 */
public record SpeechRequest(
        Engine engine, @Nullable String model, @Nullable String language, Speakers speakers) {

    public SpeechRequest {
        language = normal(language);
        if (model != null && model.isBlank()) {
            model = null;
        }
    }

    /** Whatever engine there is, in this language (null: found out), speakers by voice. */
    public static SpeechRequest automatic(@Nullable String language) {
        return new SpeechRequest(Engine.AUTO, null, language, new Speakers.Auto());
    }

    /** "EN-gb" is "en"; "", "auto" and null are null. */
    private static @Nullable String normal(@Nullable String language) {
        if (language == null || language.isBlank() || language.equalsIgnoreCase("auto")) {
            return null;
        }
        String code = language.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        if (!code.matches("[a-z]{2,3}")) {
            throw new Problem.BadInput(
                    "Language \""
                            + language
                            + "\" is not understood: give a code such as en or ko.");
        }
        return code;
    }
}
