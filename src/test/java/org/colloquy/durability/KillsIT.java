package org.colloquy.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few random kills; {@code src/bench/all.sh kills} makes a thousand. */
class KillsIT {
    private static final int KILLS = 8;

    @TempDir private Path folder;

    @Test
    void whatWasAcknowledgedOutlivesEveryKill() throws Exception {
        LiveServer.Launch launch =
                new LiveServer.Launch(
                        System.getProperty("java.class.path"),
                        Kills.QUICK,
                        Map.of(),
                        folder.resolve("server.log"));
        List<LiveSound> sounds = KillRun.sounds(1, 4, 2, 5, Files.createDirectories(folder));
        try (KillRun run = new KillRun(folder.resolve("data"), launch, sounds, 8)) {
            KillRun.Result result = run.run(KILLS, kills -> {});
            assertEquals(List.of(), result.wrong());
            assertEquals(KILLS, result.kills());
            assertTrue(result.piecesPromised() > 0, result.toString());
            assertTrue(result.piecesChecked() >= result.piecesPromised(), result.toString());
        }
    }
}
