package org.colloquy.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.colloquy.transcript.EditingSpeed;

/**
 * How long the steps of editing take on a long transcript.
 *
 * <p>Arguments: a folder, words, tags. Prints a line "STEP MILLISECONDS" of CPU time for each.
 */
public final class EditingTimes {
    private EditingTimes() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        EditingSpeed.run(
                        Files.createTempDirectory(folder, "editing"),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]))
                .forEach((step, millis) -> System.out.println(step + " " + millis));
    }
}
