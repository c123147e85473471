package org.colloquy.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.colloquy.durability.FaultyProxy.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network that fails: it does what it says, as often as it says. */
class FaultyProxyTest {
    private static final int REQUESTS = 300;

    private final AtomicInteger done = new AtomicInteger();
    private HttpServer server;

    /** A server that answers with what it got. */
    @BeforeEach
    void startEcho() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    done.incrementAndGet();
                    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stopEcho() {
        server.stop(0);
    }

    /** The answer, or what was wrong. */
    private static String put(HttpClient http, FaultyProxy proxy, String text)
            throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(proxy.address() + "/x"))
                        .PUT(BodyPublishers.ofString(text))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return answer.statusCode() == 200 ? answer.body() : "refused";
        } catch (IOException broken) {
            return "broken";
        }
    }

    @Test
    void withoutFaultsEverythingComesThrough() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        try (FaultyProxy proxy = new FaultyProxy(server.getAddress().getPort(), 0, 1)) {
            String text = "x".repeat(100_000);
            assertEquals(text, put(http, proxy, text));
            assertEquals("", put(http, proxy, ""));
            assertEquals(2, proxy.requests());
            assertEquals(0, proxy.failed());
            assertEquals(100_000, proxy.bodyBytes());
        }
    }

    @Test
    void theShareFailsInEveryWayAndTheRestIsWhole() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        try (FaultyProxy proxy = new FaultyProxy(server.getAddress().getPort(), 0.3, 5)) {
            int whole = 0;
            int refused = 0;
            for (int i = 0; i < REQUESTS; i++) {
                String answer = put(http, proxy, "request " + i);
                whole += answer.equals("request " + i) ? 1 : 0;
                refused += answer.equals("refused") ? 1 : 0;
                assertTrue(answer.matches("request " + i + "|refused|broken"), answer);
            }
            assertEquals(proxy.requests() - proxy.failed(), whole);
            assertEquals(proxy.faults().get(Fault.REFUSED), refused);
            assertEquals(Fault.values().length, proxy.faults().size());
            assertEquals(0.3, (double) proxy.failed() / proxy.requests(), 0.08);
            int neverDone =
                    proxy.faults().get(Fault.RESET)
                            + proxy.faults().get(Fault.REFUSED)
                            + proxy.faults().get(Fault.REQUEST_CUT);
            assertEquals(proxy.requests() - neverDone, done.get(), "lost answers were done");
        }
    }
}
