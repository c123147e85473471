package org.colloquy.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.staticfiles.Location;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.util.JavalinBindException;
import java.util.Map;
import java.util.Set;
import org.colloquy.common.Problem;
import org.colloquy.people.SignIns;

/**
 * The running HTTP server: the routes of the table, the front end, and the headers of every answer.
 */
public final class WebServer implements AutoCloseable {
    private static final long MOST_BYTES_OF_A_FORM = 4L << 20;
    private static final String FRONT_END = "/web";

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts listening.
     *
     * @throws Problem.Unavailable where the port is in use or the address is not this machine's
     */
    public static WebServer start(String host, int port, Routes routes, SignIns signIns) {
        Doorkeeper doorkeeper =
                new Doorkeeper(signIns, Set.of("localhost", "127.0.0.1", "::1").contains(host));
        Javalin javalin = Javalin.create(config -> configure(config, routes, doorkeeper));
        try {
            javalin.start(host, port);
        } catch (JavalinBindException taken) {
            throw new Problem.Unavailable(
                    "Port {port} on {host} cannot be used: another program has it, "
                            + "perhaps another Colloquy. Stop that one, or give another port.",
                    Map.of("port", port, "host", host),
                    taken);
        }
        return new WebServer(javalin);
    }

    private static void configure(JavalinConfig config, Routes routes, Doorkeeper doorkeeper) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = MOST_BYTES_OF_A_FORM;
        config.jsonMapper(new WebJson());
        if (WebServer.class.getResource(FRONT_END + "/index.html") != null) {
            config.staticFiles.add(
                    files -> {
                        files.hostedPath = "/";
                        files.directory = FRONT_END;
                        files.location = Location.CLASSPATH;
                    });
            config.spaRoot.addFile("/", FRONT_END + "/index.html", Location.CLASSPATH);
        }
        config.routes.before(context -> Headers.set(context));
        for (Routes.Route route : routes.all()) {
            add(config, route, route.method(), doorkeeper);
            if (route.method() == HandlerType.GET) {
                // Otherwise Javalin answers HEAD itself: to anybody, and with a length of 0.
                add(config, route, HandlerType.HEAD, doorkeeper);
            }
        }
        Sockets.configure(config, routes.sockets(), doorkeeper);
        config.routes.addEndpoint(
                Endpoint.create(HandlerType.GET, "/api/*")
                        .addMetadata(new Roles(Set.of(Caller.ANYONE)))
                        .handler(
                                context -> {
                                    throw new Problem.NotFound(
                                            "There is nothing with that address.");
                                }));
        Failures.register(config.routes);
    }

    private static void add(
            JavalinConfig config, Routes.Route route, HandlerType method, Doorkeeper doorkeeper) {
        config.routes.addEndpoint(
                Endpoint.create(method, route.path())
                        .addMetadata(new Roles(Set.copyOf(route.callers())))
                        .handler(
                                context ->
                                        route.handler()
                                                .handle(
                                                        doorkeeper.admit(
                                                                context, route.callers()))));
    }

    public int port() {
        return javalin.port();
    }

    /** For the test that every route names its callers. */
    Javalin javalin() {
        return javalin;
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
