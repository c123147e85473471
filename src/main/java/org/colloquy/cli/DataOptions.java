package org.colloquy.cli;

import java.util.HashMap;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that works on a data folder. */
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the folder that holds everything Colloquy stores (default: data)")
    @Nullable String data;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description =
                    "the folder of speech models (default: models here and in the data folder)")
    @Nullable String models;

    /** The settings by these options and those given besides. */
    Settings settings(Map<String, String> more) {
        Map<String, String> arguments = new HashMap<>(more);
        if (data != null) {
            arguments.put("data", data);
        }
        if (models != null) {
            arguments.put("models", models);
        }
        return Settings.read(arguments);
    }

    /**
     * The settings of a folder that there is, for a command that would make none.
     *
     * @throws Problem.BadInput where it holds no database of Colloquy
     */
    Settings existing() {
        Settings settings = settings(Map.of());
        if (!Database.isIn(settings.data())) {
            throw new Problem.BadInput(
                    "The folder {data} holds nothing of Colloquy. Say with --data "
                            + "which one does.",
                    Map.of("data", settings.data()));
        }
        return settings;
    }
}
