package org.colloquy.speech;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where models lie, the first folder that has a model wins.
 *
 * @param folders absolute; a folder need not exist
 */
public record ModelFolders(List<Path> folders) {
    public ModelFolders {
        folders =
                folders.stream().map(Path::toAbsolutePath).map(Path::normalize).distinct().toList();
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("At least one models folder is needed");
        }
    }

    /** {@code models} of the working folder, then {@code models} of the data folder. */
    public static ModelFolders standard(Path dataFolder) {
        return new ModelFolders(List.of(Path.of("models"), dataFolder.resolve("models")));
    }

    /** The file or folder of that name in the first folder that has it. */
    public Optional<Path> find(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    /** The folders in a row, for sentences. */
    public String text() {
        return folders.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
