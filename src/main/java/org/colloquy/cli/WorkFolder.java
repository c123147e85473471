package org.colloquy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the time of one command; it goes with the command, also on Ctrl+C. */
final class WorkFolder implements AutoCloseable {
    private final Path path;
    private final Thread atShutdown;

    private WorkFolder(Path path) {
        this.path = path;
        atShutdown = new Thread(this::delete);
        Runtime.getRuntime().addShutdownHook(atShutdown);
    }

    static WorkFolder create() throws IOException {
        return new WorkFolder(Files.createTempDirectory("colloquy-"));
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atShutdown);
        delete();
    }

    private void delete() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.deleteIfExists(one);
            }
        } catch (IOException kept) {
            throw new UncheckedIOException("The folder " + path + " could not be deleted", kept);
        }
    }
}
