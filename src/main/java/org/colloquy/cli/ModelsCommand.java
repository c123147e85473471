package org.colloquy.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.models.Catalogue;
import org.colloquy.models.ModelCheck;
import org.colloquy.models.ModelStock;
import org.colloquy.models.ModelsState;
import org.colloquy.models.ModelsState.ModelEntry;
import org.colloquy.settings.Settings;
import org.colloquy.speech.ModelFolders;
import org.colloquy.speech.Models;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code colloquy models}: which speech models there are, installing, verifying and removing them.
 */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists, installs, verifies and removes speech models.",
        subcommands = {
            ModelsCommand.ListModels.class,
            ModelsCommand.Install.class,
            ModelsCommand.Verify.class,
            ModelsCommand.Remove.class
        })
final class ModelsCommand {
    private ModelsCommand() {}

    /** The models of the folders that the options name; the data folder is not opened. */
    private static ModelStock stock(Settings settings) {
        return new ModelStock(
                Catalogue.standard(settings.modelSource()),
                new Models(new ModelFolders(settings.modelFolders())),
                settings.installFolder(),
                Clock.systemUTC());
    }

    /** {@code colloquy models list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the models that are installed and those that can be.")
    static final class ListModels implements Callable<Integer> {
        @Spec CommandSpec spec;
        @Mixin DataOptions dataOptions;

        @Option(
                names = "--format",
                description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
        Format format = Format.text;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            try (ModelStock stock = stock(dataOptions.settings(Map.of()))) {
                if (format == Format.json) {
                    out.println(Json.writeInEnglish(stock.state()));
                } else {
                    ModelsState state = stock.state();
                    state.models().forEach(model -> out.println(line(model)));
                    out.printf(
                            Locale.ROOT,
                            "Models are put into %s, where %.1f GB are free.%n",
                            state.folder(),
                            state.diskFreeBytes() / 1e9);
                }
            }
            return 0;
        }

        private static String line(ModelEntry model) {
            String state = model.carried() ? "carried" : model.installed() ? "installed" : "-";
            return String.format(
                    Locale.ROOT,
                    "%-32s %-9s %6d MB  %-8s %-10s %s",
                    model.name(),
                    state,
                    Math.max(1, model.sizeBytes() / 1_000_000),
                    model.languages().isEmpty() ? "many" : String.join(",", model.languages()),
                    model.licence(),
                    model.note());
        }
    }

    /** {@code colloquy models install NAME|ZIP|FOLDER}. */
    @Command(
            name = "install",
            mixinStandardHelpOptions = true,
            description =
                    "Fetches a model of the catalogue, or takes a zip or a folder of this machine.")
    static final class Install implements Callable<Integer> {
        @Spec CommandSpec spec;
        @Mixin DataOptions dataOptions;

        @Parameters(
                paramLabel = "NAME|ZIP|FOLDER",
                description = "a name that “models list” prints, a zip, or an unpacked model")
        String what;

        @Option(
                names = "--from",
                paramLabel = "URL",
                description = "the address that holds NAME.zip (default: Vosk's own site)")
        @Nullable String from;

        @Override
        public Integer call() {
            Settings settings =
                    dataOptions.settings(from == null ? Map.of() : Map.of("models-from", from));
            PrintWriter out = spec.commandLine().getOut();
            try (ModelStock stock = stock(settings)) {
                ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
                if (stock.knows(what) && !isPath(what)) {
                    boolean fresh = stock.install(what, progress, Cancellation.NEVER);
                    progress.done();
                    out.println(what + (fresh ? " is installed." : " is installed already."));
                } else {
                    String name = stock.installFrom(path(what), progress, Cancellation.NEVER);
                    progress.done();
                    out.println(name + " is installed.");
                }
            }
            return 0;
        }

        private static boolean isPath(String what) {
            return what.indexOf('/') >= 0 || what.endsWith(".zip") || Files.isDirectory(path(what));
        }

        private static Path path(String what) {
            try {
                return Path.of(what);
            } catch (InvalidPathException strange) {
                throw new Problem.BadInput(
                        "“{what}” is no model and no path.", Map.of("what", what), strange);
            }
        }
    }

    /** {@code colloquy models verify [NAME ...]}. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Reads every file of the installed models, or of those named, again.")
    static final class Verify implements Callable<Integer> {
        @Spec CommandSpec spec;
        @Mixin DataOptions dataOptions;

        @Parameters(paramLabel = "NAME", arity = "0..*", description = "default: all installed")
        List<String> names = List.of();

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            try (ModelStock stock = stock(dataOptions.settings(Map.of()))) {
                List<String> asked = names.isEmpty() ? installed(stock) : names;
                List<ModelCheck> checks = asked.stream().map(stock::verify).toList();
                checks.forEach(check -> out.println(check.message()));
                if (checks.stream().anyMatch(ModelCheck::isBad)) {
                    throw new Problem.MissingModel("Not every model can be used.");
                }
            }
            return 0;
        }

        private static List<String> installed(ModelStock stock) {
            List<String> installed =
                    stock.state().models().stream()
                            .filter(ModelEntry::installed)
                            .map(ModelEntry::name)
                            .collect(Collectors.toCollection(ArrayList::new));
            if (!installed.contains(Models.WHISPER)) {
                installed.addFirst(Models.WHISPER);
            }
            return installed;
        }
    }

    /** {@code colloquy models remove NAME}. */
    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes an installed model.")
    static final class Remove implements Callable<Integer> {
        @Spec CommandSpec spec;
        @Mixin DataOptions dataOptions;

        @Parameters(paramLabel = "NAME", description = "a name that “models list” prints")
        String name;

        @Override
        public Integer call() {
            try (ModelStock stock = stock(dataOptions.settings(Map.of()))) {
                stock.remove(name);
                spec.commandLine().getOut().println(name + " is removed.");
            }
            return 0;
        }
    }
}
