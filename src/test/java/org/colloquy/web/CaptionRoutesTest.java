package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.colloquy.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may open a socket for captions, and what becomes of one that brings what it should not. */
@Timeout(120)
class CaptionRoutesTest {
    private static final int SECOND = 1 + 2 * 16_000;

    @TempDir Path data;
    private Talk talk;
    private String session;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        talk = new Talk(data);
        session =
                talk.server
                        .as(Role.ASSESSOR)
                        .get("/api/recordings/" + talk.recording)
                        .json()
                        .get("sessionId")
                        .asString();
    }

    @AfterEach
    void stop() {
        http.close();
        talk.close();
    }

    /** One end of a socket: what came, and the code it was closed with. */
    private static final class Page implements WebSocket.Listener {
        final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        final CompletableFuture<String> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            texts.add(text.toString());
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code + " " + reason);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable failed) {
            closed.complete("broken: " + failed);
        }

        String closed() throws Exception {
            return closed.get(30, TimeUnit.SECONDS);
        }
    }

    private WebSocket open(Page page, String token, String path, String origin) {
        WebSocket.Builder builder = http.newWebSocketBuilder().header("Origin", origin);
        if (!token.isEmpty()) {
            builder.header("Cookie", Doorkeeper.COOKIE + "=" + token);
        }
        return builder.buildAsync(
                        URI.create(talk.server.address().replace("http", "ws") + path), page)
                .join();
    }

    private String token(Role role) {
        return talk.server.application().signIns().open(talk.server.person(role));
    }

    private String path(String query) {
        return "/api/sessions/" + session + "/captions" + query;
    }

    private WebSocket open(Page page) {
        return open(page, token(Role.ASSESSOR), path("?microphones=1"), talk.server.address());
    }

    private void refused(int status, String token, String path, String origin) {
        CompletionException refused =
                assertThrows(
                        CompletionException.class, () -> open(new Page(), token, path, origin));
        assertEquals(
                status,
                ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode());
    }

    @Test
    void onlyTheAssessorOfThatSessionFromOurOwnPageIsLetIn() {
        String here = talk.server.address();
        String assessor = token(Role.ASSESSOR);
        refused(401, "", path(""), here);
        refused(401, "0".repeat(64), path(""), here);
        refused(403, token(Role.IQA), path(""), here);
        refused(403, token(Role.LEARNER), path(""), here);
        refused(403, assessor, path(""), "https://elsewhere.example");
        refused(403, assessor, path(""), "null");
        refused(400, assessor, path("?microphones=3"), here);
        refused(404, assessor, "/api/sessions/none/captions", here);
        String others =
                talk.server
                        .as(Role.ADMINISTRATOR)
                        .get("/api/recordings/" + talk.otherRecording)
                        .json()
                        .get("sessionId")
                        .asString();
        refused(404, assessor, "/api/sessions/" + others + "/captions", here);
        assertEquals(400, talk.server.as(Role.ASSESSOR).get(path("")).status());
    }

    private static ByteBuffer bytes(int channel, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        if (length > 0) {
            bytes.put(0, (byte) channel);
        }
        return bytes;
    }

    private void closes(String code, ByteBuffer frame) throws Exception {
        Page page = new Page();
        WebSocket socket = open(page);
        // The server may have closed it before the last byte was written.
        socket.sendBinary(frame, true).exceptionally(gone -> socket).join();
        String closed = page.closed();
        assertTrue(closed.startsWith(code), closed);
    }

    @Test
    void whatIsNoSoundClosesTheSocketWithAReason() throws Exception {
        closes("1008 A frame of sound begins", bytes(0, 0));
        closes("1008 A frame of sound begins", bytes(1, 3201));
        closes("1008 A frame of sound begins", bytes(255, 3201));
        closes("1008 Sound comes in whole samples", bytes(0, 3200));
        closes("1009", bytes(0, 200_001));
        Page page = new Page();
        open(page).sendText("drop table", true).join();
        assertEquals("1008 The only word that is understood here is “end”.", page.closed());
    }

    @Test
    void aFloodIsClosed() throws Exception {
        Page page = new Page();
        WebSocket socket = open(page);
        for (int i = 0; i < 300 && !page.closed.isDone(); i++) {
            CompletableFuture<WebSocket> sent = socket.sendBinary(bytes(0, SECOND), true);
            if (sent.handle((to, failed) -> failed != null).join()) {
                break;
            }
        }
        assertTrue(
                page.closed().startsWith("1008 Sound came faster")
                        || page.closed().startsWith("broken"),
                page.closed());
    }

    @Test
    void aSecondWindowOfTheSameSessionTakesOver() throws Exception {
        Page first = new Page();
        open(first);
        Page second = new Page();
        open(second).sendText("end", true).join();
        assertTrue(first.closed().startsWith("4409"), first.closed());
        assertEquals("1000 ", second.closed());
    }

    @Test
    void whoSignsOutInTheMiddleIsNotHeardAnyMore() throws Exception {
        Page page = new Page();
        String token = token(Role.ASSESSOR);
        WebSocket socket = open(page, token, path(""), talk.server.address());
        talk.server.application().signIns().signOut(token);
        // A little sound now and then, until somebody looks who it is that speaks.
        String closed = "";
        while (closed.isEmpty()) {
            socket.sendBinary(bytes(0, 321), true).exceptionally(gone -> socket).join();
            closed = page.closed.copy().completeOnTimeout("", 100, TimeUnit.MILLISECONDS).join();
        }
        assertTrue(closed.startsWith("4401 You are not signed in"), closed);
        assertTrue(page.texts.stream().anyMatch(text -> text.contains("not signed in")));
    }

    @Test
    void aHundredSocketsStartNoMoreThanTwoWorkersAndLeaveNone() throws Exception {
        List<Page> pages = new ArrayList<>();
        List<WebSocket> sockets = new ArrayList<>();
        String token = token(Role.ASSESSOR);
        for (int i = 0; i < 100; i++) {
            Page page = new Page();
            pages.add(page);
            sockets.add(open(page, token, path(""), talk.server.address()));
        }
        for (Page page : pages.subList(0, 99)) {
            String closed = page.closed();
            assertTrue(closed.startsWith("4409") || closed.startsWith("1013"), closed);
        }
        assertTrue(workers() <= 2);
        // A page that vanishes says nothing.
        sockets.getLast().abort();
        while (workers() > 0) {
            Thread.onSpinWait();
        }
    }

    private static long workers() {
        try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
            return children.filter(ProcessHandle::isAlive)
                    .filter(
                            one ->
                                    List.of(one.info().arguments().orElse(new String[0]))
                                            .contains("captions"))
                    .count();
        }
    }
}
