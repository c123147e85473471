package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.Set;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.models.ModelCheck;
import org.colloquy.models.ModelStock;
import org.colloquy.people.Role;

/** The speech models of this machine: the list, installing, stopping, verifying, removing. */
public final class ModelRoutes {
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ADMINISTRATOR);

    record CheckBody(String name, String state, Text message) {
        static CheckBody of(ModelCheck check) {
            return new CheckBody(check.name(), check.state().toString(), check.message());
        }
    }

    private final ModelStock stock;

    public ModelRoutes(ModelStock stock) {
        this.stock = stock;
    }

    public void addTo(Routes routes) {
        routes.on(
                        HandlerType.GET,
                        "/api/models",
                        Routes.SIGNED_IN,
                        call -> call.json(stock.state()))
                .on(HandlerType.POST, "/api/models/upload", ADMINISTRATORS, this::upload)
                .on(
                        HandlerType.POST,
                        "/api/models/{name}/install",
                        ADMINISTRATORS,
                        call -> call.json(stock.start(call.path("name"))))
                .on(
                        HandlerType.POST,
                        "/api/models/{name}/cancel",
                        ADMINISTRATORS,
                        call -> call.json(stock.cancel(call.path("name"))))
                .on(
                        HandlerType.POST,
                        "/api/models/{name}/verify",
                        ADMINISTRATORS,
                        call -> call.json(CheckBody.of(stock.verify(call.path("name")))))
                .on(
                        HandlerType.DELETE,
                        "/api/models/{name}",
                        ADMINISTRATORS,
                        call -> call.json(stock.remove(call.path("name"))));
    }

    /** The zip comes as a stream of bytes of any length: it may have gigabytes. */
    private void upload(Call call) {
        String name = FileName.of(call.context().header("X-File-Name"));
        if (name == null) {
            throw new Problem.BadInput("The name of the file is missing (header X-File-Name).");
        }
        long length = call.context().req().getContentLengthLong();
        call.json(stock.upload(call.context().bodyInputStream(), length, name));
    }
}
