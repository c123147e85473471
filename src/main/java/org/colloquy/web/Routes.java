package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.colloquy.people.Role;

/** The table of all routes: what each answers to and who may call it. Rooms' routes add to it. */
public final class Routes {
    /** Everybody who is signed in; what they may see is decided for each thing. */
    public static final Set<Role> SIGNED_IN = Set.copyOf(EnumSet.allOf(Role.class));

    /** What a route does for a call that was let in. */
    @FunctionalInterface
    public interface Handler {
        void handle(Call call) throws Exception;
    }

    record Route(HandlerType method, String path, Set<Caller> callers, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    /** For people of these roles. */
    public Routes on(HandlerType method, String path, Set<Role> roles, Handler handler) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException(method + " " + path + " lets nobody in");
        }
        routes.add(new Route(method, path, Caller.of(roles), handler));
        return this;
    }

    /** For anyone, signed in or not: {@link Call#viewer()} may not be asked. */
    public Routes open(HandlerType method, String path, Handler handler) {
        routes.add(new Route(method, path, Set.of(Caller.ANYONE), handler));
        return this;
    }

    List<Route> all() {
        return List.copyOf(routes);
    }
}
