package org.colloquy.models;

import java.util.Map;
import java.util.regex.Pattern;
import org.colloquy.common.Problem;

/** Names of Vosk models: they name folders, so nothing else may pass. */
final class ModelName {
    private static final Pattern FORM =
            Pattern.compile("vosk-model-[A-Za-z0-9][A-Za-z0-9._-]{0,80}");

    private ModelName() {}

    static boolean isValid(String name) {
        return FORM.matcher(name).matches() && !name.contains("..");
    }

    /**
     * @throws Problem.BadInput where it is no name of a model
     */
    static String check(String name) {
        if (!isValid(name)) {
            throw new Problem.BadInput(
                    "“{name}” is no name of a Vosk model. Such names start with "
                            + "vosk-model and the language: vosk-model-small-en-us-0.15.",
                    Map.of("name", name.substring(0, Math.min(100, name.length()))));
        }
        return name;
    }
}
