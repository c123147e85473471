package org.colloquy.web;

import io.javalin.http.HandlerType;
import io.javalin.websocket.WsBinaryMessageContext;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Consents;
import org.colloquy.assessment.Scope;
import org.colloquy.assessment.Sessions;
import org.colloquy.common.Problem;
import org.colloquy.people.Role;
import org.colloquy.people.SignIns;
import org.colloquy.people.Viewer;
import org.colloquy.speech.live.LiveCaptions;

/** Captions while people speak: sound in, words out, over a WebSocket. */
public final class CaptionRoutes implements Routes.SocketHandler {
    private static final Set<Role> ASSESSORS = EnumSet.of(Role.ASSESSOR);
    private static final String PATH = "/api/sessions/{id}/captions";

    private final LiveCaptions captions;
    private final Sessions sessions;
    private final Access access;
    private final SignIns signIns;
    private final Consents consents;

    /** By the socket; and of each session the socket whose captions go on. */
    private final Map<String, CaptionSocket> sockets = new ConcurrentHashMap<>();

    private final Map<String, CaptionSocket> bySession = new ConcurrentHashMap<>();

    public CaptionRoutes(
            LiveCaptions captions,
            Sessions sessions,
            Access access,
            SignIns signIns,
            Consents consents) {
        this.captions = captions;
        this.sessions = sessions;
        this.access = access;
        this.signIns = signIns;
        this.consents = consents;
    }

    public void addTo(Routes routes) {
        routes.on(HandlerType.GET, PATH, ASSESSORS, this::withoutSocket)
                .socket(PATH, ASSESSORS, this);
    }

    private void withoutSocket(Call call) {
        admit(call);
        throw new Problem.BadInput("Captions come over a WebSocket: ask for one at this address.");
    }

    @Override
    public void admit(Call call) {
        access.requireWrite(call.viewer(), Access.Thing.SESSION, call.path("id"));
        String microphones = call.query("microphones").orElse("1");
        if (!Set.of("1", "2").contains(microphones)) {
            throw new Problem.BadInput(
                    "Captions are for one or two microphones, not “{microphones}”.",
                    Map.of("microphones", microphones));
        }
    }

    @Override
    public void configure(WsConfig config) {
        config.onConnect(this::open);
        config.onBinaryMessage(this::sound);
        config.onMessage(
                context -> {
                    CaptionSocket socket = sockets.get(context.sessionId());
                    if (socket != null) {
                        socket.text(context.message());
                    }
                });
        config.onClose(this::close);
        config.onError(this::close);
    }

    private void open(WsConnectContext context) {
        String sessionId = context.pathParam("id");
        String token = String.valueOf(context.cookie(Doorkeeper.COOKIE));
        CaptionSocket socket =
                new CaptionSocket(
                        context,
                        "2".equals(context.queryParam("microphones")) ? 2 : 1,
                        () -> checkStillAllowed(token, sessionId));
        sockets.put(context.sessionId(), socket);
        CaptionSocket before = bySession.put(sessionId, socket);
        if (before != null) {
            before.replaced();
        }
        socket.begin(captions, sessions.get(sessionId).language());
    }

    /**
     * People sign out, are disabled, and learners get other assessors, also while they speak; and
     * somebody may withdraw from being written down.
     */
    private void checkStillAllowed(String token, String sessionId) {
        Viewer viewer =
                signIns.find(token)
                        .orElseThrow(
                                () ->
                                        new Problem.NotSignedIn(
                                                "You are not signed in any more. Captions go on"
                                                        + " when you are."));
        access.requireWrite(viewer, Access.Thing.SESSION, sessionId);
        consents.require(sessionId, Scope.TRANSCRIBE);
    }

    private void sound(WsBinaryMessageContext context) {
        CaptionSocket socket = sockets.get(context.sessionId());
        if (socket != null) {
            socket.sound(context.data());
        }
    }

    private void close(WsContext context) {
        CaptionSocket socket = sockets.remove(context.sessionId());
        if (socket != null) {
            bySession.values().remove(socket);
            socket.close();
        }
    }
}
