package org.colloquy.web;

import io.javalin.http.HandlerType;
import io.javalin.websocket.WsConfig;
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

    /** What stands behind a WebSocket, from the request for it to its end. */
    interface SocketHandler {
        /** Looks at the request before there is a socket; a {@code Problem} is its answer. */
        void admit(Call call);

        /** Sets up what is done with sockets that were let in. */
        void configure(WsConfig socket);
    }

    record SocketRoute(String path, Set<Caller> callers, SocketHandler handler) {}

    private final List<Route> routes = new ArrayList<>();
    private final List<SocketRoute> sockets = new ArrayList<>();

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

    /** A WebSocket for people of these roles; every request for one must come from our own page. */
    Routes socket(String path, Set<Role> roles, SocketHandler handler) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("The socket " + path + " lets nobody in");
        }
        sockets.add(new SocketRoute(path, Caller.of(roles), handler));
        return this;
    }

    List<SocketRoute> sockets() {
        return List.copyOf(sockets);
    }

    List<Route> all() {
        return List.copyOf(routes);
    }
}
