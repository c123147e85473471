package org.colloquy.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * What this start was told.
 *
 * @param data everything that is stored
 * @param port 0 to 65535; 0 takes any free one
 * @param host the address to listen on
 * @param watch where files from phones and recorders arrive; null: nowhere
 * @param modelFolders where speech models are looked for, in that order
 * @param installFolder where new models are put
 * @param modelSource the address that new models are fetched from, without a slash at its end
 */
public record Settings(
        Path data,
        int port,
        String host,
        @Nullable Path watch,
        List<Path> modelFolders,
        Path installFolder,
        URI modelSource) {
    public Settings {
        if (port < 0 || port > 65_535) {
            throw new Problem.BadInput(
                    "The port must be from 0 to 65535, not {port}.", Map.of("port", port));
        }
        if (watch != null && data.startsWith(watch)) {
            throw new Problem.BadInput(
                    "The watch folder cannot be the data folder, or one that the data folder is in:"
                            + " give another with --watch.");
        }
        modelFolders = List.copyOf(modelFolders);
    }

    /**
     * Reads the options, the command line before system properties before environment variables.
     *
     * @throws Problem.BadInput naming the option that makes no sense
     */
    public static Settings read(
            Map<String, String> arguments,
            Map<String, String> properties,
            Map<String, String> environment) {
        Path data = folder("data", Option.DATA.read(arguments, properties, environment));
        String port = Option.PORT.read(arguments, properties, environment);
        String watch = Option.WATCH.read(arguments, properties, environment);
        String models = Option.MODELS.read(arguments, properties, environment);
        Path installFolder = models.isEmpty() ? data.resolve("models") : folder("models", models);
        List<Path> modelFolders =
                models.isEmpty()
                        ? List.of(Path.of("models").toAbsolutePath(), installFolder)
                        : List.of(installFolder);
        try {
            return new Settings(
                    data,
                    Integer.parseInt(port),
                    Option.HOST.read(arguments, properties, environment),
                    watch.isEmpty() ? null : folder("watch", watch),
                    modelFolders,
                    installFolder,
                    address(Option.MODELS_FROM.read(arguments, properties, environment)));
        } catch (NumberFormatException noNumber) {
            throw new Problem.BadInput(
                    "The port must be a number from 0 to 65535, not “{port}”.",
                    Map.of("port", port),
                    noNumber);
        }
    }

    /** As above, from this process. */
    public static Settings read(Map<String, String> arguments) {
        Properties properties = System.getProperties();
        return read(
                arguments,
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(name -> name, properties::getProperty)),
                System.getenv());
    }

    private static URI address(String value) {
        try {
            URI address =
                    new URI(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            if (address.getHost() != null
                    && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException invalid) {
            throw new Problem.BadInput(notAnAddress(value), invalid);
        }
        throw new Problem.BadInput(notAnAddress(value));
    }

    private static Text notAnAddress(String value) {
        return Text.of(
                "“{address}” is no address of models; it must start with http:// or https://.",
                Map.of("address", value));
    }

    private static Path folder(String option, String value) {
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException invalid) {
            throw new Problem.BadInput(
                    "“{value}” cannot be a folder (option {option}).",
                    Map.of("value", value, "option", option),
                    invalid);
        }
    }
}
