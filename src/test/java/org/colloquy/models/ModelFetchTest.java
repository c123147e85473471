package org.colloquy.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.colloquy.SettableClock;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Hashes;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.common.Text;
import org.colloquy.models.ModelsState.ModelEntry;
import org.colloquy.speech.ModelFolders;
import org.colloquy.speech.Models;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFetchTest {
    private static final String NAME = "vosk-model-small-en-us-0.15";
    private static final byte[] ZIP = ModelServer.zipOfModel(NAME);
    private static final String TAG = "\"v1\"";
    @TempDir Path folder;

    private ModelStock stock(URI source, @Nullable String sha256, DiskSpace disk) {
        CatalogueEntry entry =
                new CatalogueEntry(
                        NAME, List.of("en"), 250_000, "Apache-2.0", Text.of("Small."), sha256);
        return new ModelStock(
                new Catalogue(source, List.of(entry)),
                new Models(new ModelFolders(List.of(folder))),
                folder,
                SettableClock.atTen(),
                disk,
                Duration.ZERO);
    }

    private ModelStock stock(ModelServer server) {
        return stock(server.address(), null, path -> 1L << 40);
    }

    private static boolean install(ModelStock stock) {
        return stock.install(NAME, Progress.NONE, Cancellation.NEVER);
    }

    private <T extends Problem> String refused(Class<T> kind, ModelServer.Answer answer)
            throws IOException {
        try (ModelServer server = ModelServer.that(answer)) {
            Problem problem = assertThrows(kind, () -> install(stock(server)));
            assertNothingInstalled();
            return String.valueOf(problem.getMessage());
        }
    }

    private void assertNothingInstalled() throws IOException {
        assertFalse(Files.exists(folder.resolve(NAME)));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of(".downloads"),
                    left.map(path -> path.getFileName().toString()).toList());
        }
    }

    private static boolean isInstalled(ModelStock stock) {
        return stock.state().models().stream().anyMatch(ModelEntry::installed);
    }

    @Test
    void fetchesAModelAndRecordsItsHash() throws IOException {
        try (ModelServer server =
                ModelServer.that(exchange -> ModelServer.send(exchange, ZIP, TAG))) {
            ModelStock stock = stock(server);
            assertFalse(isInstalled(stock));
            assertTrue(install(stock));
            ModelEntry model = stock.state().models().getFirst();
            assertEquals(NAME, model.name());
            assertTrue(model.installed());
            assertEquals(Hashes.sha256(ZIP), model.sha256());
            assertEquals(List.of("en"), model.languages());
            assertFalse(install(stock), "installed already");
            assertEquals(1, server.ranges.size());
            try (Stream<Path> left = Files.list(folder.resolve(".downloads"))) {
                assertEquals(
                        List.of(NAME + ".lock"),
                        left.map(path -> path.getFileName().toString()).toList());
            }
        }
    }

    @Test
    void goesOnWhereTheConnectionBroke() {
        AtomicInteger calls = new AtomicInteger();
        try (ModelServer server =
                ModelServer.that(
                        exchange -> {
                            if (calls.getAndIncrement() == 0) {
                                ModelServer.breakOff(exchange, ZIP, 70_000, TAG);
                            } else {
                                ModelServer.send(exchange, ZIP, TAG);
                            }
                        })) {
            assertTrue(install(stock(server)));
            assertEquals("", server.ranges.getFirst());
            assertTrue(server.ranges.get(1).matches("bytes=[1-9]\\d*-"), server.ranges.toString());
        }
    }

    @Test
    void startsAgainWhereTheServerCannotGoOnOrTheFileChanged() {
        AtomicInteger calls = new AtomicInteger();
        try (ModelServer server =
                ModelServer.that(
                        exchange -> {
                            if (calls.getAndIncrement() == 0) {
                                ModelServer.breakOff(exchange, new byte[300_000], 70_000, "\"v0\"");
                            } else {
                                ModelServer.send(exchange, ZIP, TAG);
                            }
                        })) {
            ModelStock stock = stock(server);
            assertTrue(install(stock));
            assertEquals(Hashes.sha256(ZIP), stock.state().models().getFirst().sha256());
        }
    }

    @Test
    void aLaterProcessGoesOnWithWhatCame() throws IOException {
        try (ModelServer failing =
                ModelServer.that(
                        exchange -> {
                            if (exchange.getRequestHeaders().containsKey("Range")) {
                                exchange.sendResponseHeaders(503, -1);
                            } else {
                                ModelServer.breakOff(exchange, ZIP, 90_000, TAG);
                            }
                        })) {
            assertThrows(Problem.Unavailable.class, () -> install(stock(failing)));
            assertNothingInstalled();
        }
        try (ModelServer server =
                ModelServer.that(exchange -> ModelServer.send(exchange, ZIP, TAG))) {
            assertTrue(install(stock(server)));
            assertTrue(server.ranges.getFirst().startsWith("bytes="), server.ranges.toString());
        }
    }

    @Test
    void refusesAServerThatPromisesMoreThanItSends() throws IOException {
        String sentence =
                refused(
                        Problem.Unavailable.class,
                        exchange -> {
                            exchange.sendResponseHeaders(200, ZIP.length + 1000);
                            exchange.getResponseBody().write(ZIP);
                            exchange.getResponseBody().flush();
                            exchange.close();
                        });
        assertTrue(sentence.contains("models install FILE"), sentence);
    }

    @Test
    void refusesAFileWithAnotherHash() throws IOException {
        try (ModelServer server =
                ModelServer.that(exchange -> ModelServer.send(exchange, ZIP, TAG))) {
            ModelStock stock = stock(server.address(), "0".repeat(64), path -> 1L << 40);
            Problem problem = assertThrows(Problem.BadInput.class, () -> install(stock));
            assertTrue(String.valueOf(problem.getMessage()).contains(Hashes.sha256(ZIP)));
            assertNothingInstalled();
            assertFalse(Files.exists(folder.resolve(".downloads/" + NAME + ".zip.part")));
            ModelStock right = stock(server.address(), Hashes.sha256(ZIP), path -> 1L << 40);
            assertTrue(install(right));
        }
    }

    @Test
    void refusesAWebPageAndOtherThingsThatAreNoZip() throws IOException {
        byte[] page = "<html>Please sign in</html>".getBytes(StandardCharsets.UTF_8);
        String sentence =
                refused(
                        Problem.BadInput.class,
                        exchange -> {
                            exchange.getResponseHeaders().set("Content-Type", "text/html");
                            exchange.sendResponseHeaders(200, page.length);
                            exchange.getResponseBody().write(page);
                        });
        assertTrue(sentence.contains("web page"), sentence);
        sentence = refused(Problem.BadInput.class, answer -> ModelServer.send(answer, page, TAG));
        assertTrue(sentence.contains("not a whole ZIP"), sentence);
        byte[] half = java.util.Arrays.copyOf(ZIP, ZIP.length / 2);
        sentence = refused(Problem.BadInput.class, answer -> ModelServer.send(answer, half, TAG));
        assertTrue(sentence.contains("not a whole ZIP"), sentence);
    }

    @Test
    void refusesFarMoreBytesThanTheModelHas() throws IOException {
        String announced =
                refused(
                        Problem.BadInput.class,
                        answer -> ModelServer.send(answer, new byte[2_000_000], TAG));
        assertTrue(announced.contains("far more"), announced);
        String endless = refused(Problem.BadInput.class, ModelFetchTest::sendWithoutEnd);
        assertTrue(endless.contains("far more"), endless);
    }

    private static void sendWithoutEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        while (true) {
            exchange.getResponseBody().write(new byte[1 << 16]);
        }
    }

    @Test
    void givesUpOnRedirectsWithoutEndOnErrorsAndOnNoServer() throws IOException {
        String circle =
                refused(
                        Problem.Unavailable.class,
                        exchange -> {
                            exchange.getResponseHeaders()
                                    .set("Location", exchange.getRequestURI().toString() + "x");
                            exchange.sendResponseHeaders(302, -1);
                        });
        assertTrue(circle.contains("without end"), circle);
        String gone =
                refused(
                        Problem.Unavailable.class,
                        exchange -> exchange.sendResponseHeaders(404, -1));
        assertTrue(gone.contains("no model at"), gone);
        String range =
                refused(
                        Problem.Unavailable.class,
                        exchange -> exchange.sendResponseHeaders(416, -1));
        assertTrue(range.contains("416"), range);
        URI nobody;
        try (ModelServer server = ModelServer.that(exchange -> {})) {
            nobody = server.address();
        }
        Problem problem =
                assertThrows(
                        Problem.Unavailable.class,
                        () -> install(stock(nobody, null, path -> 1L << 40)));
        String sentence = String.valueOf(problem.getMessage());
        assertTrue(sentence.contains("no internet"), sentence);
        assertTrue(sentence.contains("colloquy models install FILE"), sentence);
    }

    @Test
    void looksForRoomOnTheDiskFirst() throws IOException {
        try (ModelServer server =
                ModelServer.that(exchange -> ModelServer.send(exchange, ZIP, TAG))) {
            ModelStock stock = stock(server.address(), null, path -> 100_000);
            Problem problem = assertThrows(Problem.Unavailable.class, () -> install(stock));
            assertTrue(String.valueOf(problem.getMessage()).contains("too full"));
            assertNothingInstalled();
        }
    }

    @Test
    void runsInTheBackgroundOnceAndCanBeStopped() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ModelServer server =
                ModelServer.that(
                        exchange -> {
                            asked.countDown();
                            await(goOn);
                            ModelServer.send(exchange, ZIP, TAG);
                        })) {
            ModelStock stock = stock(server);
            stock.start(NAME);
            asked.await();
            ModelEntry running = stock.start(NAME).models().getFirst();
            assertEquals("running", running.install().state());
            assertThrows(Problem.Conflict.class, () -> install(stock), "one at a time");
            assertEquals(null, stock.cancel(NAME).models().getFirst().install());
            goOn.countDown();
            // the stopped install lets go of its lock; then another may begin
            while (true) {
                try {
                    install(stock);
                    break;
                } catch (Problem.Conflict stillLetting) {
                    Thread.onSpinWait();
                }
            }
            assertTrue(isInstalled(stock));
        }
    }

    @Test
    void tellsWhyAnInstallInTheBackgroundFailed() throws Exception {
        try (ModelServer server =
                ModelServer.that(exchange -> exchange.sendResponseHeaders(500, -1))) {
            ModelStock stock = stock(server);
            stock.start(NAME);
            ModelEntry entry = stock.state().models().getFirst();
            while (entry.install().state().equals("running")) {
                Thread.onSpinWait();
                entry = stock.state().models().getFirst();
            }
            assertEquals("failed", entry.install().state());
            assertTrue(entry.install().problem().message().contains("status 500"));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
