package org.colloquy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Where a result goes: a file, which appears whole or not at all, or standard output.
 *
 * @param target null: standard output
 */
record ResultFile(@Nullable Path target) {

    /**
     * Looks before the work begins whether there is a place.
     *
     * @throws Problem.BadInput where there is none
     */
    static ResultFile open(@Nullable Path target) {
        if (target != null) {
            Path folder = folder(target);
            if (!Files.isDirectory(folder)) {
                throw new Problem.BadInput(
                        "The result cannot be written to {target}: the folder {folder} "
                                + "does not exist.",
                        Map.of("target", target, "folder", folder));
            }
            if (Files.isDirectory(target)) {
                throw new Problem.BadInput(
                        "The result cannot be written to {target}: that is a folder. Name a file"
                                + " in it.",
                        Map.of("target", target));
            }
            if (!Files.isWritable(folder)) {
                throw new Problem.BadInput(
                        "The result cannot be written to {target}: you may not write in that"
                                + " folder.",
                        Map.of("target", target));
            }
        }
        return new ResultFile(target);
    }

    void write(String text, PrintWriter standardOutput) {
        if (target == null) {
            standardOutput.print(text);
            standardOutput.flush();
            return;
        }
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                // A pipe or a device is written to, not replaced.
                Files.writeString(target, text, StandardOpenOption.WRITE);
                return;
            }
            Path draft = target.resolveSibling("." + Id.create() + ".part");
            try {
                Files.writeString(draft, text);
                move(draft, target);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failed) {
            throw new Problem.Unavailable(
                    "The result could not be written to {target}: {why}",
                    Map.of("target", target, "why", String.valueOf(failed.getMessage())),
                    failed);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(
                    draft,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherwise) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path folder(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        return folder == null ? target : folder;
    }
}
