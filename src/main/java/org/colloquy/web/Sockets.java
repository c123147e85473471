package org.colloquy.web;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.List;

/** WebSockets: who is let in, and how much one may bring. */
final class Sockets {
    /** A second of sound is 32 kB; nothing that a page sends is longer. */
    static final int MOST_BYTES = 64 << 10;

    /** A page that hears somebody sends sound many times a second. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** Messages that wait for a page which does not read: more, and it is cut off. */
    private static final int MOST_WAITING = 256;

    private Sockets() {}

    static void configure(
            JavalinConfig config, List<Routes.SocketRoute> sockets, Doorkeeper doorkeeper) {
        config.jetty.modifyWebSocketServletFactory(
                factory -> {
                    factory.setMaxBinaryMessageSize(MOST_BYTES);
                    factory.setMaxTextMessageSize(MOST_BYTES);
                    factory.setMaxFrameSize(MOST_BYTES);
                    factory.setIdleTimeout(IDLE);
                    factory.setMaxOutgoingFrames(MOST_WAITING);
                });
        for (Routes.SocketRoute socket : sockets) {
            config.routes.wsBeforeUpgrade(
                    socket.path(),
                    context ->
                            socket.handler()
                                    .admit(doorkeeper.admitToSocket(context, socket.callers())));
            config.routes.ws(socket.path(), socket.handler()::configure);
        }
    }
}
