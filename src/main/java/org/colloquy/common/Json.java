package org.colloquy.common;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper: records in and out; unknown fields in a request are refused by name. */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Json() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Reads text that a person or a program sent.
     *
     * @throws Problem.BadInput where it is not JSON of that form
     */
    public static <T> T read(String text, Class<T> type) {
        T value;
        try {
            value = MAPPER.readValue(text, type);
        } catch (JacksonException unreadable) {
            throw new Problem.BadInput(
                    "That request could not be read: " + unreadable.getOriginalMessage(),
                    unreadable);
        }
        if (value == null) {
            throw new Problem.BadInput("That request is empty.");
        }
        return value;
    }
}
