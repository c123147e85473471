package org.colloquy.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.common.Problem;

/**
 * Knows an unpacked Vosk model: "am/final.mdl" and "conf" in newer ones, "final.mdl" and
 * "mfcc.conf" side by side in the oldest.
 */
final class VoskModel {
    private VoskModel() {}

    static boolean isWhole(Path folder) {
        boolean acoustic =
                Files.isRegularFile(folder.resolve("am/final.mdl"))
                        || Files.isRegularFile(folder.resolve("final.mdl"));
        boolean configured =
                Files.isDirectory(folder.resolve("conf"))
                        || Files.isRegularFile(folder.resolve("mfcc.conf"));
        return acoustic && configured;
    }

    static void check(Path folder, String name) {
        if (!isWhole(folder)) {
            throw notAModel(name);
        }
    }

    /** The model within what was unpacked: the folder itself or its only folder. */
    static Path root(Path unpacked, String name) throws IOException {
        if (isWhole(unpacked)) {
            return unpacked;
        }
        try (Stream<Path> children = Files.list(unpacked)) {
            List<Path> whole = children.filter(VoskModel::isWhole).toList();
            if (whole.size() == 1) {
                return whole.getFirst();
            }
        }
        throw notAModel(name);
    }

    private static Problem.BadInput notAModel(String name) {
        return new Problem.BadInput(
                "{name} holds no Vosk model: there is no am/final.mdl with its "
                        + "conf folder in it. Give the zip as it comes from "
                        + "https://alphacephei.com/vosk/models.",
                Map.of("name", name));
    }
}
