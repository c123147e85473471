package org.colloquy.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.colloquy.speech.Word;
import org.colloquy.transcript.Speech;

/**
 * Prints what the index costs for a hundred hour-long sessions. Run with {@code mvn -DskipWeb=true
 * test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.colloquy.search.SearchBench}.
 */
public final class SearchBench {
    private static final int SESSIONS = 100;
    private static final int WORDS = 9_000;
    private static final int VOCABULARY = 8_000;
    private static final int WORDS_IN_TURN = 40;
    private static final int TIMES = 200;

    private SearchBench() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Files.createTempDirectory("search-bench");
        System.out.println("Data of this run: " + data);
        try (World world = new World(data)) {
            Random random = new Random(1);
            for (int i = 0; i < SESSIONS; i++) {
                String recording =
                        world.rows.recording(
                                world.session(world.annasEnrolment), world.anna, "ready", null);
                world.hearings.store(
                        recording, null, null, Speech.heard(talk(random), WORDS * 0.4));
            }
            long start = System.nanoTime();
            world.started();
            print("index from nothing", start, 1);
            System.out.printf(
                    Locale.ROOT, "size of the index: %.1f MB%n", size(data.resolve("index")) / 1e6);
            start = System.nanoTime();
            world.indexer.anythingChanged();
            world.indexed();
            print("compare, nothing changed", start, 1);
            for (String query :
                    List.of("wab", "wab wac", "\"wab wac\"", "wa*", "w* a* b*", "wabbbbbz", "")) {
                time(world, query);
            }
        }
    }

    private static List<Word> talk(Random random) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
            words.add(new Word(word(rank), i * 0.4, i * 0.4 + 0.3, 0.9, i / WORDS_IN_TURN % 2 + 1));
        }
        return words;
    }

    /** A made-up word for each number: "wb", "wc", ... */
    private static String word(int number) {
        StringBuilder word = new StringBuilder("w");
        for (int rest = number; rest > 0; rest /= 20) {
            word.append((char) ('a' + rest % 20));
        }
        return word.toString();
    }

    private static void time(World world, String query) {
        long[] nanos = new long[TIMES];
        int total = 0;
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            total = world.find(world.annaSigned(), query).total();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "“%s”: %d hits, median %.1f ms, 95 of 100 under %.1f ms%n",
                query,
                total,
                nanos[TIMES / 2] / 1e6,
                nanos[TIMES * 95 / 100] / 1e6);
    }

    private static void print(String what, long startNanos, int times) {
        System.out.printf(
                Locale.ROOT, "%s: %.2f s%n", what, (System.nanoTime() - startNanos) / 1e9 / times);
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
