package org.colloquy.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.common.Text;

/** Unpacks the zip of a model, and trusts nothing in it. */
final class ModelZip {
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 30L << 30;
    private static final int MOST_RATIO = 25;
    private static final long ALWAYS_ALLOWED = 64L << 20;

    private ModelZip() {}

    /**
     * Unpacks into an empty folder.
     *
     * @param name what to call the zip in a sentence
     * @throws Problem.BadInput where it is no zip, damaged, or holds what no model holds
     */
    static void unpack(
            Path zip,
            Path folder,
            String name,
            DiskSpace disk,
            Progress progress,
            Cancellation cancellation)
            throws IOException {
        if (ZipLinks.any(zip)) {
            throw bad(name, Text.of("it holds links to other files"));
        }
        try (ZipFile file = new ZipFile(zip.toFile())) {
            if (file.size() > MOST_ENTRIES) {
                throw bad(name, Text.of("it holds {files} files", Map.of("files", file.size())));
            }
            long most = Math.min(MOST_BYTES, Files.size(zip) * MOST_RATIO + ALWAYS_ALLOWED);
            long announced = announcedBytes(file);
            if (announced > most) {
                throw bad(
                        name,
                        Text.of("it would unpack to {bytes} bytes", Map.of("bytes", announced)));
            }
            disk.require(folder.resolve("any"), announced);
            long written = 0;
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                cancellation.check();
                Path target = target(folder, entry.getName(), name);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(parentOf(target));
                    written += write(file, entry, target, most - written, name);
                }
                progress.at(
                        Text.of("Unpacking"), announced == 0 ? null : (double) written / announced);
            }
        } catch (ZipException damaged) {
            throw new Problem.BadInput(
                    "{name} is not a whole ZIP archive. Fetch it again.",
                    Map.of("name", name),
                    damaged);
        }
    }

    private static long announcedBytes(ZipFile file) {
        long bytes = 0;
        for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
            bytes += Math.max(0, all.nextElement().getSize());
        }
        return bytes;
    }

    /** Where an entry goes: inside the folder, whatever it calls itself. */
    private static Path target(Path folder, String entry, String name) {
        try {
            Path target = folder.resolve(entry).normalize();
            boolean inside = target.startsWith(folder) && !target.equals(folder);
            boolean plain = !entry.contains("\\") && !entry.startsWith("/") && entry.indexOf(0) < 0;
            if ((inside || entry.equals("./")) && plain) {
                return target;
            }
        } catch (InvalidPathException strange) {
            throw new Problem.BadInput(
                    sentence(name, Text.of("a file in it has an impossible name")), strange);
        }
        throw bad(name, Text.of("a file in it would be put outside its folder"));
    }

    private static Path parentOf(Path target) {
        Path parent = target.getParent();
        return parent == null ? target : parent;
    }

    private static long write(ZipFile file, ZipEntry entry, Path target, long most, String name)
            throws IOException {
        long written = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = file.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                written += read;
                if (written > most) {
                    throw bad(name, Text.of("it unpacks to far more than it says"));
                }
                out.write(buffer, 0, read);
            }
        }
        return written;
    }

    private static Problem.BadInput bad(String name, Text why) {
        return new Problem.BadInput(sentence(name, why));
    }

    private static Text sentence(String name, Text why) {
        return Text.of(
                "{name} was not unpacked: {why}, which no Vosk model does.",
                Map.of("name", name, "why", why));
    }
}
