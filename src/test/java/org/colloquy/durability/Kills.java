package org.colloquy.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.colloquy.durability.KillRun.Result;

/**
 * Kills a server so many times: {@code Kills JAR FOLDER COUNT SEED}. Prints one line of figures and
 * ends with 1 where a promise was broken.
 */
public final class Kills {
    private static final double LEAST_SECONDS = 6;
    private static final double MOST_SECONDS = 14;
    private static final int SOUNDS = 24;

    /** A quick start: no server of these lives for long. */
    static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private Kills() {}

    public static void main(String[] arguments) throws Exception {
        String jar = Path.of(arguments[0]).toAbsolutePath().toString();
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        int count = Integer.parseInt(arguments[2]);
        long seed = Long.parseLong(arguments[3]);
        Files.createDirectories(folder);
        long begun = System.nanoTime();
        LiveServer.Launch launch =
                new LiveServer.Launch(
                        jar, withCache(jar, folder), Map.of(), folder.resolve("server.log"));
        List<LiveSound> sounds = KillRun.sounds(seed, SOUNDS, LEAST_SECONDS, MOST_SECONDS, folder);
        try (KillRun run = new KillRun(folder.resolve("data"), launch, sounds, seed)) {
            Result result =
                    run.run(
                            count,
                            kills ->
                                    System.err.printf(
                                            "%d kills, %.0f s%n", kills, secondsSince(begun)));
            result.wrong().forEach(System.err::println);
            System.err.println("Kills by what they hit: " + result.hits());
            System.out.printf(
                    "%d\t%d\t%d\t%d\t%d\t%d\t%.0f\t%.0f\t%s%n",
                    result.kills(),
                    result.wrong().size(),
                    result.recordings(),
                    result.piecesPromised(),
                    result.bytesPromised(),
                    result.piecesChecked(),
                    result.audioSeconds(),
                    secondsSince(begun),
                    hits(result));
            if (!result.wrong().isEmpty()) {
                System.exit(1);
            }
        }
    }

    /** An archive of the loaded classes halves the time of a start. */
    private static List<String> withCache(String jar, Path folder)
            throws IOException, InterruptedException {
        Path cache = folder.resolve("classes.aot");
        Files.deleteIfExists(cache);
        List<String> making = new ArrayList<>(QUICK);
        making.add("-XX:AOTCacheOutput=" + cache);
        LiveServer server =
                LiveServer.launch(
                        folder.resolve("to-make-the-archive"),
                        new LiveServer.Launch(
                                jar, making, Map.of(), folder.resolve("archive.log")));
        try {
            server.address().get(1, TimeUnit.MINUTES);
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new IOException("The server does not start; see " + folder, e);
        } finally {
            server.stop();
        }
        List<String> options = new ArrayList<>(QUICK);
        if (Files.isRegularFile(cache)) {
            options.add("-XX:AOTCache=" + cache);
        }
        return options;
    }

    /** In the order of {@link Aim}, apart by tabs. */
    private static String hits(Result result) {
        List<String> hits = new ArrayList<>();
        for (Aim aim : Aim.values()) {
            hits.add(Integer.toString(result.hits().getOrDefault(aim, 0)));
        }
        return String.join("\t", hits);
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
