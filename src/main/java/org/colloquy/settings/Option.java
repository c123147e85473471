package org.colloquy.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One option. On the command line it is {@code --name}, as a system property {@code colloquy.name},
 * as an environment variable {@code COLLOQUY_NAME} (a dash becomes "_"); the first of these that is
 * given and not empty wins.
 */
enum Option {
    DATA("data", "the folder that holds everything Colloquy stores", "data"),
    PORT("port", "the port of the page; 0 takes any free one", "8080"),
    HOST("host", "the address to listen on; 0.0.0.0 lets other machines in", "localhost"),
    WATCH(
            "watch",
            "the folder that files from phones and recorders arrive in; without it: none",
            ""),
    MODELS("models", "the folder of speech models; without it: models here and in the data", ""),
    MODELS_FROM(
            "models-from",
            "the address that new models are fetched from",
            "https://alphacephei.com/vosk/models");

    private final String optionName;
    private final String description;
    private final String byDefault;

    Option(String optionName, String description, String byDefault) {
        this.optionName = optionName;
        this.description = description;
        this.byDefault = byDefault;
    }

    String description() {
        return description;
    }

    String read(
            Map<String, String> arguments,
            Map<String, String> properties,
            Map<String, String> environment) {
        return Optional.ofNullable(arguments.get(optionName))
                .filter(value -> !value.isBlank())
                .or(
                        () ->
                                Optional.ofNullable(properties.get("colloquy." + optionName))
                                        .filter(value -> !value.isBlank()))
                .or(
                        () ->
                                Optional.ofNullable(
                                                environment.get(
                                                        "COLLOQUY_"
                                                                + optionName
                                                                        .toUpperCase(Locale.ROOT)
                                                                        .replace('-', '_')))
                                        .filter(value -> !value.isBlank()))
                .orElse(byDefault);
    }
}
