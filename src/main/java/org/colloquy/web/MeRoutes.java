package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import org.colloquy.people.PersonKeys;

/** What a person keeps for themselves: the keys they chose. Nobody else can read or change it. */
public final class MeRoutes {
    /** The body is the map itself. */
    private static final class Keys extends java.util.LinkedHashMap<String, List<String>> {
        private static final long serialVersionUID = 1;
    }

    private final PersonKeys keys;

    public MeRoutes(PersonKeys keys) {
        this.keys = keys;
    }

    public void addTo(Routes routes) {
        routes.on(HandlerType.GET, "/api/me/keys", Routes.SIGNED_IN, this::keys)
                .on(HandlerType.PUT, "/api/me/keys", Routes.SIGNED_IN, this::replaceKeys);
    }

    private void keys(Call call) {
        call.json(keys.get(call.viewer().personId()));
    }

    private void replaceKeys(Call call) {
        Map<String, List<String>> wanted = call.body(Keys.class);
        call.json(keys.replace(call.viewer().personId(), wanted));
    }
}
