package org.colloquy.common;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON mapper: records in and out, enums by their {@code toString}. A request with a field
 * that is unknown, or without one that is not {@code @Nullable}, is refused by that field's name.
 */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                    .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                    .addModule(TextJson.module())
                    .build();

    private static final JsonMapper ENGLISH =
            MAPPER.rebuild().addModule(TextJson.inEnglish()).build();

    private Json() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * For the command line, which speaks English alone: what Colloquy says is a sentence and not a
     * text with places.
     */
    public static String writeInEnglish(Object value) {
        return ENGLISH.writeValueAsString(value);
    }

    /** Reads a text that was written here. */
    static Text readText(String stored) {
        return MAPPER.readValue(stored, Text.class);
    }

    /**
     * Reads text that a person or a program sent.
     *
     * @throws Problem.BadInput where it is not JSON of that form, or what the type's own
     *     constructor says is wrong with it
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (tree.isMissingNode() || tree.isNull()) {
                throw new Problem.BadInput("That request is empty.");
            }
            RequiredFields.check(tree, type);
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException unreadable) {
            for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
                if (cause instanceof Problem problem) {
                    throw problem;
                }
            }
            throw new Problem.BadInput(sentence(unreadable), unreadable);
        }
    }

    /** Names the field; the mapper's own words would name our classes. */
    private static Text sentence(JacksonException unreadable) {
        if (unreadable.getPath().isEmpty() && !(unreadable instanceof DatabindException)) {
            return Text.of(
                    "That request could not be read: it is not JSON, or it breaks off, or it "
                            + "is nested too deeply.");
        }
        StringBuilder field = new StringBuilder();
        for (JacksonException.Reference step : unreadable.getPath()) {
            if (step.getPropertyName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        if (field.isEmpty()) {
            return Text.of(
                    "That request could not be read: it has another form than is asked for.");
        }
        return Text.of(
                unreadable instanceof UnrecognizedPropertyException
                        ? "“{field}” is not a field that belongs here."
                        : "“{field}” has a value of the wrong kind, or one that is out of range.",
                Map.of("field", field));
    }
}
