package org.colloquy.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.colloquy.common.Hashes;
import org.colloquy.common.Problem;

/** SHA-256 of model files; each file is read once while its size and time stay the same. */
final class ModelHashes {
    private static final String CARRIED = "carried-models.sha256";

    private final Map<Path, Known> known = new ConcurrentHashMap<>();
    private final Map<String, String> carried = readCarried();

    private record Known(long sizeBytes, long modifiedMillis, String sha256) {}

    /**
     * Makes sure that a carried file is there and whole.
     *
     * @return the file
     * @throws Problem.MissingModel otherwise
     */
    Path check(String name, ModelFolders folders) {
        Path file =
                folders.find(name)
                        .filter(Files::isRegularFile)
                        .orElseThrow(
                                () ->
                                        new Problem.MissingModel(
                                                "The model file {name} is not in "
                                                        + "{folders}. It comes with Colloquy: "
                                                        + "start Colloquy in its own folder, "
                                                        + "copy its folder models there, or say "
                                                        + "where it is with --models.",
                                                Map.of("name", name, "folders", folders.text())));
        String wanted = carried.get(name);
        if (wanted != null && !wanted.equals(sha256(file))) {
            throw new Problem.MissingModel(
                    "The model file {file} is damaged: it is not the one that Colloquy "
                            + "was made with. Copy {name} again from Colloquy's own folder "
                            + "models.",
                    Map.of("file", file, "name", name));
        }
        return file;
    }

    /** As {@link #check}, for every carried file. */
    void checkAll(ModelFolders folders) {
        carried.keySet().forEach(name -> check(name, folders));
    }

    /**
     * Over the lines "hash path" of the files, each ended by a newline, sorted by path; paths are
     * relative to the folder, with "/".
     */
    String sha256(Path folder, List<Path> files) {
        Map<String, String> lines = new TreeMap<>();
        for (Path file : files) {
            lines.put(folder.relativize(file).toString().replace('\\', '/'), sha256(file));
        }
        StringBuilder text = new StringBuilder();
        lines.forEach((path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
        return Hashes.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String sha256(Path file) {
        try {
            long size = Files.size(file);
            long modified = Files.getLastModifiedTime(file).toMillis();
            // Who asks while it is being read waits for that.
            return known.compute(
                            file,
                            (path, before) ->
                                    before != null
                                                    && before.sizeBytes == size
                                                    && before.modifiedMillis == modified
                                            ? before
                                            : new Known(size, modified, hash(path)))
                    .sha256;
        } catch (IOException unreadable) {
            throw new Problem.Unavailable(
                    "The model file {file} cannot be read.", Map.of("file", file), unreadable);
        }
    }

    private static String hash(Path file) {
        try {
            return Hashes.sha256(file);
        } catch (IOException unreadable) {
            throw new Problem.Unavailable(
                    "The model file {file} cannot be read.", Map.of("file", file), unreadable);
        }
    }

    private static Map<String, String> readCarried() {
        Map<String, String> hashes = new TreeMap<>();
        try (InputStream in = ModelHashes.class.getResourceAsStream(CARRIED)) {
            if (in == null) {
                throw new IllegalStateException("The list " + CARRIED + " is not in the program");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("  ", 2))
                    .forEach(parts -> hashes.put(parts[1], parts[0]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return hashes;
    }
}
