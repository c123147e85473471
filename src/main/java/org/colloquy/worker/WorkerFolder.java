package org.colloquy.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder for temporary files of one worker. Libraries put their native parts there, 23 MB each
 * time, and clear up when their process ends by itself; ours are killed. So each worker has a
 * folder of its own, which goes with it; those of a Colloquy that was killed itself go at the next
 * start of a worker.
 */
final class WorkerFolder {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerFolder.class);
    private static final String NAME = "colloquy-worker-";

    private final Path path;

    private WorkerFolder(Path path) {
        this.path = path;
    }

    static WorkerFolder create() throws IOException {
        return create(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static WorkerFolder create(Path among) throws IOException {
        clearUp(among);
        String owner = NAME + ProcessHandle.current().pid() + "-";
        return new WorkerFolder(Files.createTempDirectory(among, owner));
    }

    Path path() {
        return path;
    }

    /** Takes away the folder and what is in it; what cannot be taken away now goes another time. */
    void delete() {
        delete(path);
    }

    /** Takes away folders whose Colloquy does not run any more. */
    private static void clearUp(Path among) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(among, NAME + "*")) {
            for (Path one : all) {
                if (ownerIsGone(one.getFileName().toString())) {
                    delete(one);
                }
            }
        }
    }

    private static boolean ownerIsGone(String name) {
        String pid = name.substring(NAME.length()).replaceFirst("-.*", "");
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.deleteIfExists(one);
            }
        } catch (IOException | UncheckedIOException busy) {
            LOG.debug("{} could not be taken away", folder, busy);
        }
    }
}
