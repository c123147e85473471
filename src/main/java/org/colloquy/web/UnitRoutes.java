package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.Set;
import org.colloquy.criteria.UnitDraft;
import org.colloquy.criteria.UnitReader;
import org.colloquy.criteria.Units;
import org.colloquy.people.Role;
import org.jspecify.annotations.Nullable;

/** Units: the list, one unit, the preview of a text, saving and replacing. */
public final class UnitRoutes {
    private static final Set<Role> IMPORTERS = EnumSet.of(Role.ADMINISTRATOR, Role.ASSESSOR);
    private static final int LONGEST_NAME = 100;

    private final Units units;

    public UnitRoutes(Units units) {
        this.units = units;
    }

    public void addTo(Routes routes) {
        routes.on(HandlerType.GET, "/api/units", Routes.SIGNED_IN, this::list)
                .on(HandlerType.GET, "/api/units/{id}", Routes.SIGNED_IN, this::get)
                .on(HandlerType.POST, "/api/units/preview", IMPORTERS, this::preview)
                .on(HandlerType.POST, "/api/units", IMPORTERS, this::create)
                .on(HandlerType.PUT, "/api/units/{id}", IMPORTERS, this::replace);
    }

    private void list(Call call) {
        call.json(units.list(call.viewer()));
    }

    private void get(Call call) {
        call.json(units.get(call.viewer(), call.path("id")));
    }

    private void preview(Call call) {
        String name = fileName(call.context().header("X-File-Name"));
        call.json(UnitReader.preview(call.context().bodyAsBytes(), name));
    }

    private void create(Call call) {
        call.created(units.create(call.viewer().personId(), call.body(UnitDraft.class)));
    }

    private void replace(Call call) {
        call.json(units.replace(call.path("id"), call.body(UnitDraft.class)));
    }

    /** The name as a browser sends it, percent-encoded where it is not plain. */
    private static @Nullable String fileName(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String name = header;
        try {
            name =
                    java.net.URLDecoder.decode(
                            header.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            name = header;
        }
        String clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.substring(0, Math.min(LONGEST_NAME, clean.length()));
    }
}
