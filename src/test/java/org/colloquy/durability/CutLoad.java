package org.colloquy.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.colloquy.common.Hashes;
import org.colloquy.durability.Api.NoAnswer;

/**
 * A real server under load, with everything written down: what it did to its files, and what it
 * promised to whom and when.
 *
 * @param start its data folder as it was before
 * @param talks by the id of the recording
 * @param begunNanos when the pages began, by the monotonic clock
 */
record CutLoad(
        Path start,
        Centre centre,
        List<DiskEvent> events,
        Ledger ledger,
        Map<String, Talk> talks,
        long begunNanos,
        long endNanos) {
    private static final int PAGES = 3;
    private static final int MOST_PARTS = 2;
    private static final int MOST_PIECE_BYTES = 6_000;
    private static final int MOST_PAUSE_MILLIS = 40;

    /** The library of {@code powercut.c}, made by the C compiler of this machine. */
    static Path library(Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve("powercut.so");
        Process compiler =
                new ProcessBuilder(
                                "cc",
                                "-O2",
                                "-shared",
                                "-fPIC",
                                "-o",
                                library.toString(),
                                "src/test/c/powercut.c")
                        .inheritIO()
                        .start();
        if (compiler.waitFor() != 0) {
            throw new IOException("src/test/c/powercut.c could not be compiled");
        }
        return library;
    }

    /** Whether there is a C compiler at all. */
    static boolean canCompile() throws InterruptedException {
        try {
            return new ProcessBuilder("cc", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }

    /** Records for so long, then kills the server. */
    static CutLoad make(
            Path folder,
            Path library,
            LiveServer.Launch plain,
            List<LiveSound> sounds,
            double seconds,
            long seed)
            throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Centre centre = Centre.prepare(data);
        Path start = folder.resolve("start");
        copy(data, start);
        Map<String, String> environment = new HashMap<>(plain.environment());
        environment.put("LD_PRELOAD", library.toString());
        environment.put("POWERCUT_FOLDER", data.toString());
        environment.put("POWERCUT_LOG", folder.resolve("disk").toString());
        LiveServer server =
                LiveServer.launch(
                        data,
                        new LiveServer.Launch(
                                plain.classPath(), plain.jvmOptions(), environment, plain.log()));
        try {
            Api api = new Api(server.address().get(1, TimeUnit.MINUTES), centre.token());
            Ledger ledger = new Ledger();
            Map<String, Talk> talks = new HashMap<>();
            List<Throwable> broken = new ArrayList<>();
            long begun = System.nanoTime();
            List<Thread> threads = new ArrayList<>();
            for (int page = 0; page < PAGES; page++) {
                Random random = new Random(seed * PAGES + page);
                String name = "Page " + page;
                threads.add(
                        Thread.ofPlatform()
                                .start(
                                        () -> {
                                            try {
                                                record(
                                                        api, centre, name, sounds, random, ledger,
                                                        talks);
                                            } catch (NoAnswer | InterruptedException gone) {
                                                return;
                                            } catch (RuntimeException | AssertionError wrong) {
                                                synchronized (talks) {
                                                    broken.add(wrong);
                                                }
                                            }
                                        }));
            }
            LockSupport.parkNanos((long) (seconds * 1e9));
            long end = System.nanoTime();
            server.kill();
            for (Thread thread : threads) {
                thread.join();
            }
            synchronized (talks) {
                if (!broken.isEmpty()) {
                    throw new IllegalStateException("A page failed under load", broken.getFirst());
                }
                return new CutLoad(
                        start,
                        centre,
                        DiskLog.read(folder.resolve("disk." + server.pid())),
                        ledger,
                        Map.copyOf(talks),
                        begun,
                        end);
            }
        } finally {
            server.kill();
        }
    }

    /** One talk after the other, each heard before the next. */
    private static void record(
            Api api,
            Centre centre,
            String name,
            List<LiveSound> sounds,
            Random random,
            Ledger ledger,
            Map<String, Talk> talks)
            throws NoAnswer, InterruptedException {
        for (int number = 0; ; number++) {
            Talk talk =
                    Talk.draw(
                            name + ", talk " + number,
                            sounds,
                            MOST_PARTS,
                            MOST_PIECE_BYTES,
                            random);
            LivePage page =
                    new LivePage(
                            talk,
                            centre.sessionId(),
                            ledger,
                            random,
                            () ->
                                    LockSupport.parkNanos(
                                            (long) (random.nextDouble() * MOST_PAUSE_MILLIS * 1e6)),
                            step -> {});
            String id = page.askForId(api);
            synchronized (talks) {
                talks.put(id, talk);
            }
            page.goOn(api);
            Decoded decoded = new Decoded(api, talk, id);
            List<String> wrong = decoded.wrong();
            if (!wrong.isEmpty()) {
                throw new IllegalStateException(wrong.toString());
            }
            byte[] audio = api.get("/api/recordings/" + id + "/audio").expect(200).body();
            ledger.add(Promise.ready(id, audio.length, Hashes.sha256(audio)));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted().toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
