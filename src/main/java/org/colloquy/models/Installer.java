package org.colloquy.models;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Hashes;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.common.Text;
import org.colloquy.speech.Models;
import org.jspecify.annotations.Nullable;

/**
 * Puts one model into the models folder. Everything happens in hidden places beside it
 * (".downloads", ".installing-..."), and the last step is one rename: a model is there whole or not
 * at all, whenever the process dies.
 */
final class Installer {
    private static final int MOST_TIMES_THE_CATALOGUE = 3;
    private final Path folder;
    private final Clock clock;
    private final DiskSpace disk;
    private final Download download;

    Installer(Path folder, Clock clock, DiskSpace disk, Duration pause) {
        this.folder = folder.toAbsolutePath();
        this.clock = clock;
        this.disk = disk;
        this.download = new Download(pause, disk);
    }

    Path folder() {
        return folder;
    }

    boolean isThere(String name) {
        return Files.isDirectory(folder.resolve(name));
    }

    /** Fetches a model of the catalogue and installs it. Does nothing where it is there already. */
    void install(
            CatalogueEntry entry,
            URI address,
            Download.Heard heard,
            Progress progress,
            Cancellation cancellation) {
        locked(
                entry.name(),
                () -> {
                    Path zip = downloads().resolve(entry.name() + ".zip.part");
                    long most = entry.sizeBytes() * MOST_TIMES_THE_CATALOGUE;
                    progress.at(
                            Text.of(
                                    "Fetching from {host}",
                                    Map.of("host", String.valueOf(address.getHost()))),
                            0.0);
                    download.fetch(address, zip, most, heard, cancellation);
                    try {
                        unpackAndPlace(
                                zip,
                                entry.name(),
                                address.toString(),
                                entry.sha256(),
                                progress,
                                cancellation);
                    } catch (Problem.BadInput useless) {
                        discard(zip);
                        throw useless;
                    }
                    discard(zip);
                });
    }

    /**
     * Installs a zip that lies on this machine.
     *
     * @param fileName what the person calls the zip
     * @return the model's name: that of the folder in the zip, else of the file
     */
    String installZip(Path zip, String fileName, Progress progress, Cancellation cancellation) {
        String name = ZipName.of(zip, fileName);
        locked(name, () -> unpackAndPlace(zip, name, fileName, null, progress, cancellation));
        return name;
    }

    /** Installs a copy of an unpacked model. */
    String installFolder(Path source, Progress progress, Cancellation cancellation) {
        String name =
                ModelName.check(String.valueOf(source.toAbsolutePath().normalize().getFileName()));
        locked(
                name,
                () -> {
                    Path work = workFolder(name);
                    try {
                        progress.at(Text.of("Copying"), null);
                        Trees.copy(source, work, disk, cancellation);
                        place(work, name, source.toString(), null, null);
                    } finally {
                        Trees.delete(work);
                    }
                });
        return name;
    }

    private interface Work {
        void run() throws IOException;
    }

    /** One install of a model at a time, over all processes that use this folder. */
    private void locked(String name, Work work) {
        try {
            Path lockFile = downloads().resolve(name + ".lock");
            try (FileChannel channel =
                            FileChannel.open(
                                    lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = tryLock(channel)) {
                if (lock == null) {
                    throw new Problem.Conflict(
                            "{name} is being installed already.", Map.of("name", name));
                }
                if (!isThere(name)) {
                    Trees.deleteStarting(folder, ".installing-" + name + "-");
                    work.run();
                }
            }
        } catch (IOException failed) {
            throw new Problem.Unavailable(
                    "The model could not be put into {folder}: it cannot be written "
                            + "to, or the disk is full.",
                    Map.of("folder", folder),
                    failed);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    Path downloads() throws IOException {
        return Files.createDirectories(folder.resolve(".downloads"));
    }

    private Path workFolder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(".installing-" + name + "-" + Id.create()));
    }

    private void unpackAndPlace(
            Path zip,
            String name,
            String source,
            @Nullable String wanted,
            Progress progress,
            Cancellation cancellation)
            throws IOException {
        progress.at(Text.of("Checking"), null);
        String sha256 = Hashes.sha256(zip);
        if (wanted != null && !wanted.equals(sha256)) {
            throw new Problem.BadInput(
                    "{source} is not the model that was expected: its SHA-256 is "
                            + "{sha256} and should be {wanted}. It was thrown away.",
                    Map.of("source", source, "sha256", sha256, "wanted", wanted));
        }
        Path work = workFolder(name);
        try {
            ModelZip.unpack(zip, work, fileName(source), disk, progress, cancellation);
            Path whole = VoskModel.root(work, fileName(source));
            place(whole, name, source, sha256, Files.size(zip));
        } finally {
            Trees.delete(work);
        }
    }

    private void place(
            Path whole,
            String name,
            String source,
            @Nullable String zipSha256,
            @Nullable Long zipBytes)
            throws IOException {
        VoskModel.check(whole, name);
        new ModelFile(name, source, zipSha256, zipBytes, now(), Models.sha256OfVosk(whole))
                .write(whole);
        Files.move(whole, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String fileName(String source) {
        return source.substring(source.lastIndexOf('/') + 1);
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void discard(Path zip) throws IOException {
        PartMark.delete(zip);
        Files.deleteIfExists(zip);
    }

    /** Takes a model away: it is gone from sight at once, then deleted. */
    void remove(String name) {
        try {
            Path gone = folder.resolve(".removed-" + Id.create());
            Files.move(folder.resolve(name), gone, StandardCopyOption.ATOMIC_MOVE);
            Trees.delete(gone);
        } catch (IOException stuck) {
            throw new Problem.Unavailable(
                    "{name} could not be removed from {folder}.",
                    Map.of("name", name, "folder", folder),
                    stuck);
        }
    }
}
