package org.colloquy.durability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own that may be killed at any moment, before it is ready too. */
final class LiveServer {
    private static final Pattern ADDRESS = Pattern.compile("Open (http://[^/\\s]+)");

    /**
     * How it is started.
     *
     * @param classPath of the program: the jar, or what this test runs with
     * @param jvmOptions for a quick start
     * @param environment added to our own
     */
    record Launch(
            String classPath, List<String> jvmOptions, Map<String, String> environment, Path log) {}

    private final Process process;
    private final CompletableFuture<String> address = new CompletableFuture<>();

    private LiveServer(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    /** Does not wait until it is ready. No models: nothing is transcribed. */
    static LiveServer launch(Path data, Launch launch) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Xmx512m");
        command.addAll(launch.jvmOptions());
        command.addAll(List.of("-cp", launch.classPath(), "org.colloquy.Main", "serve"));
        command.addAll(List.of("--port", "0", "--data", data.toString()));
        command.addAll(List.of("--models", data.resolveSibling("no-models").toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(launch.environment());
        if (launch.jvmOptions().containsAll(Kills.QUICK)) {
            // The workers that it starts do not live for long either.
            builder.environment().put("JDK_JAVA_OPTIONS", Kills.QUICK.getFirst());
        }
        builder.redirectError(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        return new LiveServer(builder.start());
    }

    private void listen() {
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    address.complete(matcher.group(1));
                }
            }
            address.completeExceptionally(new IOException("The server ended and said no address"));
        } catch (IOException broken) {
            address.completeExceptionally(broken);
        }
    }

    /** "http://localhost:12345", once it is ready; fails where it ends before. */
    CompletableFuture<String> address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: no farewell. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop and waits. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
