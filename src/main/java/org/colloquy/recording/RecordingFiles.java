package org.colloquy.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.colloquy.common.Id;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of each recording: {@code original}, {@code audio.wav}, {@code peaks.json}, and while
 * it is received {@code so-far}.
 */
final class RecordingFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingFiles.class);

    private final Path folder;

    RecordingFiles(Path dataFolder) {
        this.folder = dataFolder.resolve("recordings");
    }

    Path original(String id) {
        return of(id).resolve("original");
    }

    Path audio(String id) {
        return of(id).resolve("audio.wav");
    }

    Path peaks(String id) {
        return of(id).resolve("peaks.json");
    }

    /** A folder of what can be heard before the recording is closed. */
    Path soFar(String id) {
        return of(id).resolve("so-far");
    }

    /** It is derived and may be left: where it cannot be deleted, no harm is done. */
    void deleteSoFar(String id) {
        Path folder = soFar(id);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException left) {
            LOG.warn("{} could not be deleted", folder, left);
        }
    }

    private Path of(String id) {
        return folder.resolve(Id.check(id));
    }

    /**
     * Makes the folder and the empty original, so that they are there after a power cut. They may
     * be there already, of a try that was cut off before anything was acknowledged.
     */
    void create(String id) throws IOException {
        Files.createDirectories(of(id));
        if (!Files.exists(original(id))) {
            Files.createFile(original(id));
        }
        force(of(id));
        force(folder);
    }

    /** Names in a folder are forced to disk through the folder, where the system can do that. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException cannot) {
            LOG.debug("The folder {} cannot be forced to disk on this system", folder, cannot);
        }
    }

    /**
     * Writes the bytes behind the acknowledged ones and forces them to disk. What lies behind the
     * acknowledged ones already (of a try that was cut off) is dropped first.
     */
    void append(String id, long acknowledged, byte[] bytes) throws IOException {
        try (FileChannel file = FileChannel.open(original(id), StandardOpenOption.WRITE)) {
            dropTail(file, id, acknowledged);
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                file.write(rest, acknowledged + rest.position());
            }
            file.force(true);
        }
    }

    void dropTail(String id, long acknowledged) throws IOException {
        try (FileChannel file = FileChannel.open(original(id), StandardOpenOption.WRITE)) {
            dropTail(file, id, acknowledged);
        }
    }

    private static void dropTail(FileChannel file, String id, long acknowledged)
            throws IOException {
        long size = file.size();
        if (size < acknowledged) {
            throw new IOException(
                    "The original of recording "
                            + id
                            + " has "
                            + size
                            + " bytes, but "
                            + acknowledged
                            + " were acknowledged");
        }
        if (size > acknowledged) {
            file.truncate(acknowledged);
            file.force(true);
        }
    }

    /** From now on nobody changes the original by accident. */
    void protect(String id) {
        if (!original(id).toFile().setReadOnly()) {
            LOG.warn("The original of recording {} could not be made read-only", id);
        }
    }
}
