package org.colloquy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.common.Json;
import tools.jackson.databind.JsonNode;

/**
 * A Colloquy server in a process of its own, by the command line, and a program that talks to it.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS =
            Pattern.compile("Open (http://[^/\\s]+)(?:/setup\\?key=(\\S+))?");

    /** Far more than anything here takes: a test waits for the thing itself, not for time. */
    private static final Duration AT_MOST = Duration.ofMinutes(4);

    private final Process process;
    private final String address;
    private final String setupKey;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private ServerProcess(Process process, String address, String setupKey) {
        this.process = process;
        this.address = address;
        this.setupKey = setupKey;
    }

    /** Starts one on a free port and waits until it says its address. */
    public static ServerProcess start(Path data) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.colloquy.Main",
                                "serve",
                                "--port",
                                "0",
                                "--data",
                                data.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                String key = matcher.group(2);
                return new ServerProcess(process, matcher.group(1), key == null ? "" : key);
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("The server said no address: " + said);
    }

    /** "http://localhost:12345" */
    public String address() {
        return address;
    }

    public String setupKey() {
        return setupKey;
    }

    /** The processes that it started and that still run. */
    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** As a power cut would: no farewell. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop and waits until it has. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The server did not stop when it was asked to");
        }
    }

    public JsonNode get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public JsonNode post(String path, Object body) {
        return send("POST", path, BodyPublishers.ofString(Json.write(body)));
    }

    public JsonNode put(String path, Object body) {
        return send("PUT", path, BodyPublishers.ofString(Json.write(body)));
    }

    public JsonNode putBytes(String path, byte[] bytes) {
        return send("PUT", path, BodyPublishers.ofByteArray(bytes));
    }

    /** Asks again and again until the answer is as wanted. */
    public JsonNode await(String path, Predicate<JsonNode> wanted) {
        Instant end = Instant.now().plus(AT_MOST);
        JsonNode answer = get(path);
        while (!wanted.test(answer)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Waited in vain; the last answer was " + answer);
            }
            CompletableFuture.runAsync(
                            () -> {}, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS))
                    .join();
            answer = get(path);
        }
        return answer;
    }

    private JsonNode send(String method, String path, BodyPublisher body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, body).build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(
                        method
                                + " "
                                + path
                                + " answered "
                                + response.statusCode()
                                + " "
                                + response.body());
            }
            return Json.mapper().readTree(response.body().isEmpty() ? "null" : response.body());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(method + " " + path + " got no answer", failed);
        }
    }
}
