package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of this API, for programs and their authors. */
public final class DescriptionRoutes {
    public void addTo(Routes routes) {
        routes.open(
                HandlerType.GET,
                "/api/openapi.yaml",
                call -> call.context().contentType("application/yaml").result(read()));
    }

    static byte[] read() {
        try (InputStream in = DescriptionRoutes.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("openapi.yaml is not in this build");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
