package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.Set;
import org.colloquy.criteria.UnitDraft;
import org.colloquy.criteria.UnitReader;
import org.colloquy.criteria.Units;
import org.colloquy.people.Role;

/** Units: the list, one unit, the preview of a text, saving and replacing. */
public final class UnitRoutes {
    private static final Set<Role> IMPORTERS = EnumSet.of(Role.ADMINISTRATOR, Role.ASSESSOR);

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
        String name = FileName.of(call.context().header("X-File-Name"));
        call.json(UnitReader.preview(call.context().bodyAsBytes(), name));
    }

    private void create(Call call) {
        call.created(units.create(call.viewer().personId(), call.body(UnitDraft.class)));
    }

    private void replace(Call call) {
        call.json(units.replace(call.path("id"), call.body(UnitDraft.class)));
    }
}
