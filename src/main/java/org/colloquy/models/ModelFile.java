package org.colloquy.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.speech.Models;
import org.jspecify.annotations.Nullable;

/**
 * Where an installed model came from: {@code colloquy-model.json} in its folder.
 *
 * @param source the address or the name of the file it was taken from
 * @param sha256 of the zip; null where a folder was copied
 * @param sizeBytes of the zip; null where a folder was copied
 * @param filesSha256 of the unpacked files, as {@link Models#identity} counts it; null in notes of
 *     older versions
 */
record ModelFile(
        String name,
        String source,
        @Nullable String sha256,
        @Nullable Long sizeBytes,
        String installedAt,
        @Nullable String filesSha256) {
    private static final String NAME = Models.NOTE;
    private static final long LONGEST = 10_000;

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(NAME), Json.write(this) + "\n");
    }

    /** Empty for a model that somebody unpacked by hand. */
    static Optional<ModelFile> find(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            return Optional.of(Json.read(Files.readString(file), ModelFile.class));
        } catch (IOException | Problem.BadInput unreadable) {
            return Optional.empty();
        }
    }
}
