package org.colloquy.bench.captions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.common.Json;

/** A Colloquy as people start it, with one assessor who is signed in. */
final class LiveServer implements AutoCloseable {
    private static final Pattern PRINTED = Pattern.compile("(http://[^/]+)/\\S*key=(\\S+)");
    private static final int CLOCK_TICKS = 100;

    private final Process process;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private String address = "";
    private String enrolment = "";

    private LiveServer(Process process) {
        this.process = process;
    }

    static LiveServer start(Path java, Path jar, Path data) throws Exception {
        LiveServer server =
                new LiveServer(
                        new ProcessBuilder(
                                        java.toString(),
                                        "-Xmx512m",
                                        "-XX:+UseG1GC",
                                        "-jar",
                                        jar.toString(),
                                        "serve",
                                        "--port",
                                        "0",
                                        "--data",
                                        data.toString())
                                .redirectError(data.resolve("server.log").toFile())
                                .start());
        server.setUp(server.printed());
        return server;
    }

    private Matcher printed() throws IOException {
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher printed = PRINTED.matcher(line);
            if (printed.find()) {
                Thread.ofVirtual().start(() -> out.lines().forEach(more -> {}));
                return printed;
            }
        }
        throw new IOException("The server ended before it was there");
    }

    private void setUp(Matcher printed) throws Exception {
        address = printed.group(1);
        Map<?, ?> me =
                post(
                        "/api/setup",
                        """
                        {"key": "%s", "centre": {"name": "Bench", "number": null, "timeZone": "UTC"},
                         "account": {"name": "Bench", "email": "b@test.example",
                                     "password": "bench bench bench"}}
                        """
                                .formatted(printed.group(2)));
        String assessor = String.valueOf(((Map<?, ?>) me.get("person")).get("id"));
        String learner =
                id(
                        post(
                                "/api/people",
                                """
                                {"name": "Nobody", "email": null, "learnerNumber": null,
                                 "roles": ["learner"], "password": null, "disabled": false}
                                """));
        String unit =
                id(
                        post(
                                "/api/units",
                                """
                                {"title": "Any", "outcomes": [{"number": "1", "text": "Any",
                                 "criteria": [{"number": "1.1", "text": "Any"}]}], "methods": []}
                                """));
        enrolment =
                id(
                        post(
                                "/api/enrolments",
                                Json.write(
                                        Map.of(
                                                "learnerId", learner,
                                                "unitId", unit,
                                                "assessorId", assessor))));
    }

    String address() {
        return address;
    }

    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(one -> one.getName() + "=" + one.getValue())
                .findFirst()
                .orElseThrow();
    }

    String session(String language) throws Exception {
        return id(
                post(
                        "/api/sessions",
                        """
                        {"enrolmentId": "%s", "method": "professional-discussion",
                         "date": "2026-11-23", "startTime": null, "place": null,
                         "mode": "face-to-face", "language": "%s", "notes": "", "people": [],
                         "questions": []}
                        """
                                .formatted(enrolment, language)));
    }

    String recording(String session) throws Exception {
        return id(
                post(
                        "/api/sessions/" + session + "/recordings",
                        """
                        {"fileName": "live.webm", "mediaType": "audio/webm", "source": "microphone"}
                        """));
    }

    /** Sends one piece; how long it took to be acknowledged, in seconds. */
    double piece(String recording, int number, byte[] bytes) throws Exception {
        long begun = System.nanoTime();
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                address
                                                        + "/api/recordings/"
                                                        + recording
                                                        + "/chunks/"
                                                        + number))
                                .PUT(BodyPublishers.ofByteArray(bytes))
                                .build(),
                        BodyHandlers.ofString());
        check(answer);
        return (System.nanoTime() - begun) / 1e9;
    }

    private Map<?, ?> post(String path, String body) throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        check(answer);
        return Json.read(answer.body(), Map.class);
    }

    private static void check(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static String id(Map<?, ?> thing) {
        return String.valueOf(thing.get("id"));
    }

    /** Seconds of processor that the server and its workers have used, those that live. */
    Map<Long, Double> processorSeconds() throws IOException {
        Map<Long, Double> used = new java.util.TreeMap<>();
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        for (ProcessHandle one : all) {
            Path stat = Path.of("/proc", String.valueOf(one.pid()), "stat");
            if (Files.exists(stat)) {
                String text = Files.readString(stat);
                String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
                double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
                used.put(one.pid(), ticks / CLOCK_TICKS);
            }
        }
        return used;
    }

    /** What the server's workers hold in memory, in bytes. */
    long workersBytes() {
        return process.descendants()
                .mapToLong(
                        one -> {
                            try {
                                return Files.readAllLines(
                                                Path.of(
                                                        "/proc",
                                                        String.valueOf(one.pid()),
                                                        "status"))
                                        .stream()
                                        .filter(line -> line.startsWith("VmRSS:"))
                                        .mapToLong(
                                                line ->
                                                        Long.parseLong(line.replaceAll("\\D", ""))
                                                                << 10)
                                        .sum();
                            } catch (IOException ended) {
                                return 0;
                            }
                        })
                .sum();
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor();
    }
}
