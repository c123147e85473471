package org.colloquy.durability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.colloquy.common.Hashes;

/**
 * What live recordings cost the server: {@code LiveCost JAR FOLDER TUS SECONDS}. Clients send a
 * second of sound each second, as pages do, to a Colloquy and then to a server of tus. Prints a
 * line for each: name, clients, share of one core, megabytes at the end, acknowledgements,
 * milliseconds of half and of 99 % of them.
 */
public final class LiveCost {
    /** A second at 96 kbit/s. */
    private static final int PIECE_BYTES = 12_000;

    private static final int MANY = 10;
    private static final double WARM_UP_SECONDS = 20;

    /** As `mvn exec:exec` starts it. */
    private static final List<String> SERVE =
            List.of(
                    "-XX:+UseG1GC",
                    "-XX:G1PeriodicGCInterval=30000",
                    "-XX:MinHeapFreeRatio=10",
                    "-XX:MaxHeapFreeRatio=20");

    /** Where one client's pieces go. */
    @FunctionalInterface
    interface Line {
        /** Returns when the piece is acknowledged. */
        void send(int number, byte[] bytes) throws IOException, InterruptedException;
    }

    /** Opens a line for a client. */
    @FunctionalInterface
    interface Opener {
        Line open(int client) throws Exception;
    }

    private final double seconds;

    private LiveCost(double seconds) {
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        LiveCost cost = new LiveCost(Double.parseDouble(arguments[3]));
        cost.ofColloquy(Path.of(arguments[0]).toAbsolutePath(), folder);
        cost.ofTus(Path.of(arguments[2]).toAbsolutePath(), folder);
    }

    private void ofColloquy(Path jar, Path folder) throws Exception {
        Path data = folder.resolve("data");
        Centre centre = Centre.prepare(data);
        LiveServer server =
                LiveServer.launch(
                        data,
                        new LiveServer.Launch(
                                jar.toString(), SERVE, Map.of(), folder.resolve("server.log")));
        try {
            String address = server.address().get(1, TimeUnit.MINUTES);
            Opener opener =
                    client -> {
                        Api api = new Api(address, centre.token());
                        Map<String, Object> none = new HashMap<>();
                        none.put("recordingId", null);
                        String key = "/api/sessions/" + centre.sessionId() + "/recording-key";
                        String id =
                                api.post(key, none)
                                        .expect(200, 201)
                                        .json()
                                        .get("recordingId")
                                        .asString();
                        api.post(
                                        "/api/sessions/" + centre.sessionId() + "/recordings",
                                        Map.of(
                                                "id",
                                                id,
                                                "fileName",
                                                "Live " + client,
                                                "mediaType",
                                                "audio/webm",
                                                "source",
                                                "microphone"))
                                .expect(200, 201);
                        return (number, bytes) ->
                                api.put(id, new Piece(number, 0, bytes, Hashes.sha256(bytes)))
                                        .expect(200);
                    };
            measure("colloquy", server.pid(), MANY, opener);
            measure("colloquy", server.pid(), 1, opener);
            measure("colloquy", server.pid(), 0, opener);
        } finally {
            server.stop();
        }
    }

    private void ofTus(Path tus, Path folder) throws Exception {
        Path kept = Files.createDirectories(folder.resolve("tus-files"));
        try (NodeProgram server =
                NodeProgram.start(
                        tus, tus.resolve("tus-server.mjs"), List.of(kept.toString()), Map.of())) {
            URI files = URI.create(server.line().replace("Open ", ""));
            Opener opener =
                    client -> {
                        HttpClient http =
                                HttpClient.newBuilder()
                                        .version(HttpClient.Version.HTTP_1_1)
                                        .build();
                        HttpResponse<String> made =
                                http.send(
                                        tus(files)
                                                .header("Upload-Defer-Length", "1")
                                                .POST(BodyPublishers.noBody())
                                                .build(),
                                        BodyHandlers.ofString());
                        URI upload =
                                files.resolve(made.headers().firstValue("Location").orElseThrow());
                        return (number, bytes) -> patch(http, upload, number, bytes);
                    };
            measure("tus", server.pid(), MANY, opener);
            measure("tus", server.pid(), 1, opener);
        }
    }

    private static HttpRequest.Builder tus(URI address) {
        return HttpRequest.newBuilder(address).header("Tus-Resumable", "1.0.0");
    }

    private static void patch(HttpClient http, URI upload, int number, byte[] bytes)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        tus(upload)
                                .header("Content-Type", "application/offset+octet-stream")
                                .header("Upload-Offset", Long.toString((long) number * PIECE_BYTES))
                                .method("PATCH", BodyPublishers.ofByteArray(bytes))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 204) {
            throw new AssertionError("tus answered " + answer.statusCode() + answer.body());
        }
    }

    private void measure(String name, long pid, int clients, Opener opener) throws Exception {
        LatencyTable table = new LatencyTable();
        long from = System.nanoTime() + (long) (WARM_UP_SECONDS * 1e9);
        long to = from + (long) (seconds * 1e9);
        List<Thread> threads = new ArrayList<>();
        List<Throwable> broken = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            Line line = opener.open(client);
            long shift = (long) (client * 1e9 / clients);
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try {
                                            talk(line, shift, from, to, table);
                                        } catch (IOException
                                                | InterruptedException
                                                | AssertionError wrong) {
                                            synchronized (broken) {
                                                broken.add(wrong);
                                            }
                                        }
                                    }));
        }
        parkUntil(from);
        ProcessCost before = ProcessCost.of(pid);
        parkUntil(to);
        ProcessCost after = ProcessCost.of(pid);
        for (Thread thread : threads) {
            thread.join();
        }
        if (!broken.isEmpty()) {
            throw new IllegalStateException("A client was refused", broken.getFirst());
        }
        System.out.printf(
                "%s\t%d\t%.4f\t%.0f\t%d\t%.1f\t%.1f%n",
                name,
                clients,
                (after.cpuSeconds() - before.cpuSeconds()) / seconds,
                after.residentMegabytes(),
                table.count(),
                table.quantile(0.5),
                table.quantile(0.99));
    }

    /** A piece each second; one that is late is followed by the next at once. */
    private static void talk(Line line, long shift, long from, long to, LatencyTable table)
            throws IOException, InterruptedException {
        Random random = new Random(shift);
        long next = System.nanoTime() + shift;
        for (int number = 0; next < to; number++, next += 1_000_000_000L) {
            byte[] bytes = new byte[PIECE_BYTES];
            random.nextBytes(bytes);
            parkUntil(next);
            long asked = System.nanoTime();
            line.send(number, bytes);
            if (asked >= from) {
                table.add(System.nanoTime() - asked);
            }
        }
    }

    private static void parkUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
