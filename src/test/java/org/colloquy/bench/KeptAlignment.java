package org.colloquy.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.colloquy.transcript.RandomEdits;

/**
 * Many random edits in a row on one transcript: what was done, and what of it broke what must hold.
 *
 * <p>Arguments: a folder, words of the transcript, tags on it, edits, seed. Prints a line "KIND
 * NUMBER" for each kind of edit, with underscores in it, then kept, moved, violations and undone;
 * what was violated goes to standard error.
 */
public final class KeptAlignment {
    private KeptAlignment() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        RandomEdits.Outcome outcome =
                RandomEdits.run(
                        Files.createTempDirectory(folder, "edits"),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Long.parseLong(arguments[4]));
        outcome.violations().forEach(System.err::println);
        outcome.edits()
                .forEach(
                        (kind, count) ->
                                System.out.println(
                                        kind.toString().replace(' ', '_') + " " + count));
        System.out.println("kept " + outcome.kept());
        System.out.println("moved " + outcome.moved());
        System.out.println("violations " + outcome.violations().size());
        System.out.println("undone " + outcome.undone());
    }
}
