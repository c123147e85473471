package org.colloquy.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.colloquy.common.Durable;
import org.colloquy.common.Id;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of each recording: {@code original}, {@code audio.wav}, {@code peaks.json}, and while
 * it is received {@code so-far}.
 */
final class RecordingFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingFiles.class);

    private final Path dataFolder;
    private final Path folder;

    RecordingFiles(Path dataFolder) {
        this.dataFolder = dataFolder;
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
        Durable.forceNames(of(id));
        Durable.forceNames(folder);
        Durable.forceNames(dataFolder);
    }

    /** The folder of a recording that has no original of its own. */
    void createFolder(String id) throws IOException {
        Files.createDirectories(of(id));
        Durable.forceNames(folder);
    }

    /** Of a recording that was not made after all; it has no original. */
    void deleteDerived(String id) {
        try {
            Files.deleteIfExists(audio(id));
            Files.deleteIfExists(peaks(id));
            Files.deleteIfExists(of(id));
        } catch (IOException left) {
            LOG.warn("{} could not be deleted", of(id), left);
        }
    }

    /** Fewer bytes are on disk than were acknowledged: somebody or something took them away. */
    static final class BytesLost extends IOException {
        private static final long serialVersionUID = 1L;
        private final long left;

        BytesLost(long left) {
            super(left + " bytes are left");
            this.left = left;
        }

        long left() {
            return left;
        }
    }

    /**
     * What is on disk of an original that should have so many bytes.
     *
     * @return the length that it has; 0 where there is no file
     */
    long lengthOnDisk(String id) throws IOException {
        return Files.isRegularFile(original(id)) ? Files.size(original(id)) : 0;
    }

    /**
     * Writes the bytes behind the acknowledged ones and forces them to disk. What lies behind the
     * acknowledged ones already (of a try that was cut off) is dropped first.
     */
    void append(String id, long acknowledged, byte[] bytes) throws IOException {
        try (FileChannel file = open(id, acknowledged)) {
            dropTail(file, acknowledged);
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                file.write(rest, acknowledged + rest.position());
            }
            file.force(true);
        }
    }

    /**
     * @throws BytesLost where fewer bytes are there than were acknowledged
     */
    void dropTail(String id, long acknowledged) throws IOException {
        try (FileChannel file = open(id, acknowledged)) {
            dropTail(file, acknowledged);
        }
    }

    /** The original; made again where nothing of it was acknowledged yet. */
    private FileChannel open(String id, long acknowledged) throws IOException {
        try {
            return FileChannel.open(original(id), StandardOpenOption.WRITE);
        } catch (NoSuchFileException gone) {
            if (acknowledged > 0) {
                throw new BytesLost(0);
            }
            create(id);
            return FileChannel.open(original(id), StandardOpenOption.WRITE);
        }
    }

    private static void dropTail(FileChannel file, long acknowledged) throws IOException {
        long size = file.size();
        if (size < acknowledged) {
            throw new BytesLost(size);
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
