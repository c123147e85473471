package org.colloquy.common;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** A {@link Text} as JSON: {@code {"message": "…", "text": "…"}}, its values beside these two. */
final class TextJson {
    private static final String MESSAGE = "message";
    private static final String TEXT = "text";

    private TextJson() {}

    static JacksonModule module() {
        return new SimpleModule("texts")
                .addSerializer(new Writer())
                .addDeserializer(Text.class, new Reader());
    }

    /** A text as its sentence in English; it cannot be read back. */
    static JacksonModule inEnglish() {
        return new SimpleModule("texts in English")
                .addSerializer(
                        new StdSerializer<Text>(Text.class) {
                            @Override
                            public void serialize(
                                    Text text, JsonGenerator json, SerializationContext context) {
                                json.writeString(text.message());
                            }
                        });
    }

    private static final class Writer extends StdSerializer<Text> {
        Writer() {
            super(Text.class);
        }

        @Override
        public void serialize(Text text, JsonGenerator json, SerializationContext context) {
            json.writeStartObject(text);
            json.writeStringProperty(MESSAGE, text.message());
            json.writeStringProperty(TEXT, text.text());
            text.values().forEach(json::writePOJOProperty);
            json.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<Text> {
        Reader() {
            super(Text.class);
        }

        @Override
        public Text deserialize(JsonParser json, DeserializationContext context) {
            return text(json.readValueAs(Map.class));
        }

        private static Text text(Map<?, ?> read) {
            Map<String, Object> values = new LinkedHashMap<>();
            read.forEach(
                    (name, value) -> {
                        if (value != null && !MESSAGE.equals(name) && !TEXT.equals(name)) {
                            values.put(
                                    String.valueOf(name),
                                    value instanceof Map<?, ?> inner && inner.containsKey(TEXT)
                                            ? text(inner)
                                            : value);
                        }
                    });
            return new Text(
                    String.valueOf(read.get(MESSAGE)), String.valueOf(read.get(TEXT)), values);
        }
    }
}
