package org.colloquy.models;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/** Folders with all that is in them. Links are never followed. */
final class Trees {
    private Trees() {}

    /** Copies the content of a folder into an empty one; refuses links. */
    static void copy(Path from, Path to, DiskSpace disk, Cancellation cancellation)
            throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.sorted().toList();
        }
        long bytes = 0;
        for (Path file : files) {
            if (Files.isSymbolicLink(file) && !file.equals(from)) {
                throw new Problem.BadInput(
                        "The folder {from} holds a link ({file}); give a plain copy.",
                        Map.of("from", from, "file", file));
            }
            bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        disk.require(to.resolve("any"), bytes);
        for (Path file : files) {
            cancellation.check();
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
        }
    }

    /** Deletes it with all that is in it, where it exists. */
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(
                tree,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, @Nullable IOException failed) throws IOException {
                        if (failed != null) {
                            throw failed;
                        }
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /** Deletes what a killed process left behind under that start of a name. */
    static void deleteStarting(Path folder, String start) throws IOException {
        List<Path> left;
        try (Stream<Path> children = Files.list(folder)) {
            left =
                    children.filter(child -> String.valueOf(child.getFileName()).startsWith(start))
                            .toList();
        }
        for (Path tree : left) {
            delete(tree);
        }
    }
}
