package org.colloquy.web;

import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;
import org.colloquy.common.Json;

/** Our JSON for Javalin, which would otherwise look for another Jackson. */
final class WebJson implements JsonMapper {
    @Override
    public String toJsonString(Object value, Type type) {
        return Json.write(value);
    }

    @Override
    public <T> T fromJsonString(String json, Type type) {
        return Json.mapper().readValue(json, Json.mapper().constructType(type));
    }
}
