package org.colloquy.worker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a process is told to give way to others: the command before its own, where there is one. */
final class Gently {
    /** A tenth of the weight of others on Linux; enough to go on where they leave something. */
    private static final String STEPS = "10";

    static final List<String> COMMAND =
            find("nice").map(nice -> List.of(nice, "-n", STEPS)).orElse(List.of());

    private Gently() {}

    private static Optional<String> find(String program) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .filter(folder -> !folder.isBlank())
                .map(folder -> executable(folder, program))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> executable(String folder, String program) {
        try {
            Path file = Path.of(folder, program).toAbsolutePath();
            return Files.isExecutable(file) ? Optional.of(file.toString()) : Optional.empty();
        } catch (InvalidPathException noFolder) {
            return Optional.empty();
        }
    }
}
