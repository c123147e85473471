package org.colloquy.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few simulated power cuts; {@code src/bench/all.sh powercuts} makes two hundred. */
class PowerCutIT {
    private static final int CUTS = 10;
    private static final double LOAD_SECONDS = 5;

    @TempDir private static Path folder;
    private static CutLoad load;

    @BeforeAll
    static void recordUnderLoad() throws Exception {
        Assumptions.assumeTrue(
                CutLoad.canCompile(),
                "Skipped: power cuts need a C compiler (cc); install gcc and libc6-dev");
        LiveServer.Launch plain =
                new LiveServer.Launch(
                        System.getProperty("java.class.path"),
                        Kills.QUICK,
                        Map.of(),
                        folder.resolve("server.log"));
        load =
                CutLoad.make(
                        folder.resolve("load"),
                        CutLoad.library(folder),
                        plain,
                        KillRun.sounds(1, 3, 1, 3, folder),
                        LOAD_SECONDS,
                        1);
    }

    @Test
    void whatWasAcknowledgedOutlivesEveryPowerCut() throws Exception {
        Random random = new Random(3);
        List<String> wrong = new ArrayList<>();
        for (int cut = 0; cut < CUTS; cut++) {
            wrong.addAll(
                    new PowerCut(load, random, path -> false)
                            .check(folder.resolve("cut" + cut), cut == 0));
        }
        assertEquals(List.of(), wrong);
        assertTrue(load.ledger().count(Promise.Kind.PIECE) > CUTS, "there was something to lose");
    }

    @Test
    void withoutForcesLossesAreFound() throws Exception {
        Random random = new Random(4);
        List<String> wrong = new ArrayList<>();
        for (int cut = 0; cut < CUTS / 2; cut++) {
            wrong.addAll(
                    new PowerCut(load, random, path -> true)
                            .check(folder.resolve("unforced" + cut), false));
        }
        assertTrue(!wrong.isEmpty(), "a disk that forces nothing must lose something");
    }
}
