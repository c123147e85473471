package org.colloquy.common;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Refuses JSON that lacks what a record needs: every component that is not {@code @Nullable}. */
final class RequiredFields {
    private RequiredFields() {}

    static void check(JsonNode node, Class<?> type) {
        check(node, type, "");
    }

    private static void check(JsonNode node, Type type, String path) {
        if (type instanceof Class<?> record && record.isRecord()) {
            if (!node.isObject()) {
                throw path.isEmpty()
                        ? new Problem.BadInput("That request must be an object with fields.")
                        : new Problem.BadInput(
                                "“{field}” must be an object with fields.", Map.of("field", path));
            }
            for (RecordComponent component : record.getRecordComponents()) {
                checkComponent(node, component, path);
            }
        } else if (type instanceof ParameterizedType list
                && list.getRawType() == java.util.List.class
                && node.isArray()) {
            int i = 0;
            for (JsonNode element : node) {
                if (element.isNull()) {
                    throw new Problem.BadInput(
                            "“{field}” is missing.", Map.of("field", path + "[" + i + "]"));
                }
                check(element, list.getActualTypeArguments()[0], path + "[" + i + "]");
                i++;
            }
        }
    }

    private static void checkComponent(JsonNode node, RecordComponent component, String path) {
        String name = nameOf(component);
        String fieldPath = path.isEmpty() ? name : path + "." + name;
        JsonNode value = node.get(name);
        boolean given = value != null && !value.isNull();
        if (given) {
            check(value, component.getGenericType(), fieldPath);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new Problem.BadInput("“{field}” is missing.", Map.of("field", fieldPath));
        }
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }
}
