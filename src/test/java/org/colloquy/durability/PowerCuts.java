package org.colloquy.durability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Cuts the power so many times: {@code PowerCuts JAR FOLDER COUNT SEED}. Prints one line of figures
 * for the cuts, one more for each kind of force that is left out to see whether that is found, and
 * ends with 1 where a promise was broken.
 */
public final class PowerCuts {
    private static final int CUTS_OF_A_LOAD = 50;
    private static final int SOUNDS = 8;
    private static final double LEAST_SECONDS = 1.5;
    private static final double MOST_SECONDS = 5;
    private static final double LOAD_SECONDS = 12;

    private PowerCuts() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        int count = Integer.parseInt(arguments[2]);
        Random random = new Random(Long.parseLong(arguments[3]));
        Files.createDirectories(folder);
        Path library = CutLoad.library(folder);
        LiveServer.Launch plain =
                new LiveServer.Launch(
                        Path.of(arguments[0]).toAbsolutePath().toString(),
                        Kills.QUICK,
                        Map.of(),
                        folder.resolve("server.log"));
        List<LiveSound> sounds =
                KillRun.sounds(random.nextLong(), SOUNDS, LEAST_SECONDS, MOST_SECONDS, folder);
        int broken = 0;
        long pieces = 0;
        long events = 0;
        long begun = System.nanoTime();
        Map<String, int[]> without = new LinkedHashMap<>();
        for (int cut = 0, number = 0; cut < count; number++) {
            CutLoad load =
                    CutLoad.make(
                            folder.resolve("load" + number),
                            library,
                            plain,
                            sounds,
                            LOAD_SECONDS,
                            random.nextLong());
            pieces += load.ledger().count(Promise.Kind.PIECE);
            events += load.events().size();
            int last = Math.min(count, cut + CUTS_OF_A_LOAD);
            int ofThisLoad = last - cut;
            for (; cut < last; cut++) {
                List<String> wrong =
                        new PowerCut(load, random, path -> false)
                                .check(folder.resolve("cut"), true);
                wrong.forEach(System.err::println);
                broken += wrong.isEmpty() ? 0 : 1;
            }
            System.err.printf("%d cuts, %.0f s%n", cut, (System.nanoTime() - begun) / 1e9);
            for (Map.Entry<String, Predicate<String>> kind : forces().entrySet()) {
                int[] found = without.computeIfAbsent(kind.getKey(), name -> new int[2]);
                for (int i = 0; i < Math.max(1, ofThisLoad / 5); i++) {
                    List<String> wrong =
                            new PowerCut(load, random, kind.getValue())
                                    .check(folder.resolve("cut"), false);
                    found[0] += wrong.isEmpty() ? 0 : 1;
                    found[1]++;
                }
            }
        }
        System.out.printf(
                "cuts\t%d\t%d\t%d\t%d\t%.0f%n",
                count, broken, pieces, events, (System.nanoTime() - begun) / 1e9);
        without.forEach(
                (name, found) -> System.out.printf("%s\t%d\t%d%n", name, found[0], found[1]));
        // Whatever a program that was opened two hundred times may have left running.
        System.exit(broken > 0 ? 1 : 0);
    }

    /** What may be left out, and whether it is the force of that path. */
    private static Map<String, Predicate<String>> forces() {
        Map<String, Predicate<String>> forces = new LinkedHashMap<>();
        forces.put("all forces", path -> true);
        forces.put("forces of originals", path -> path.endsWith("/original"));
        forces.put("forces of the database", path -> path.startsWith("colloquy.db"));
        forces.put("forces of folders", path -> path.matches("|recordings|recordings/[^/]+"));
        return forces;
    }
}
