package org.colloquy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.colloquy.Application;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.criteria.Unit;
import org.colloquy.criteria.UnitDraft;
import org.colloquy.criteria.UnitPreview;
import org.colloquy.criteria.UnitPreview.Doubt;
import org.colloquy.criteria.UnitReader;
import org.colloquy.criteria.UnitSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code colloquy units}: reads published units, and lists those that are kept. */
@Command(
        name = "units",
        mixinStandardHelpOptions = true,
        description = "Reads units from published specifications, and lists those that are kept.",
        subcommands = {UnitsCommand.Import.class, UnitsCommand.ListUnits.class})
final class UnitsCommand {
    private UnitsCommand() {}

    /** What {@code units import --dry-run --format json} prints. */
    record Understood(
            String title,
            @Nullable String number,
            @Nullable String reference,
            @Nullable String level,
            @Nullable Integer creditValue,
            @Nullable Integer guidedLearningHours,
            @Nullable String purpose,
            @Nullable Boolean simulationAllowed,
            @Nullable String evidenceRequirements,
            List<UnitDraft.OutcomeDraft> outcomes,
            List<UnitDraft.MethodDraft> methods,
            List<Doubt> problems) {

        static Understood of(UnitPreview preview) {
            UnitDraft draft = preview.draft();
            return new Understood(
                    draft.title(),
                    draft.number(),
                    draft.reference(),
                    draft.level(),
                    draft.creditValue(),
                    draft.guidedLearningHours(),
                    draft.purpose(),
                    draft.simulationAllowed(),
                    draft.evidenceRequirements(),
                    draft.outcomes(),
                    draft.methods(),
                    preview.problems());
        }
    }

    /** {@code colloquy units import FILE}. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Reads a unit from the text of its published specification, or from CSV with"
                            + " the columns outcome, criterion and text.")
    static final class Import implements Callable<Integer> {
        @Spec CommandSpec spec;
        @Mixin DataOptions dataOptions;

        @Parameters(paramLabel = "FILE", description = "text, HTML, Markdown or CSV; at most 1 MiB")
        Path file;

        @Option(names = "--dry-run", description = "print what was understood and save nothing")
        boolean dryRun;

        @Option(
                names = "--format",
                description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
        Format format = Format.text;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            PrintWriter err = spec.commandLine().getErr();
            UnitPreview preview = UnitReader.preview(bytes(file), name(file));
            if (preview.draft().criterionCount() == 0) {
                throw new Problem.BadInput(
                        "{name}: {sentence}",
                        Map.of("name", name(file), "sentence", sentence(preview)));
            }
            if (dryRun) {
                if (format == Format.json) {
                    out.println(Json.writeInEnglish(Understood.of(preview)));
                } else {
                    UnitPrinter.print(preview, out);
                }
                return 0;
            }
            preview.problems().forEach(doubt -> err.println(UnitPrinter.sentence(doubt)));
            try (Application application =
                    Application.open(dataOptions.settings(Map.of()), Clock.systemUTC())) {
                Unit unit = application.units().create(null, preview.draft());
                if (format == Format.json) {
                    out.println(Json.writeInEnglish(unit));
                } else {
                    out.println(
                            "Saved “"
                                    + unit.title()
                                    + "” with "
                                    + unit.criteria().size()
                                    + " criteria.");
                }
            }
            return 0;
        }

        private static String sentence(UnitPreview preview) {
            return preview.problems().stream()
                    .map(doubt -> doubt.message().message())
                    .filter(message -> message.startsWith("No assessment criteria"))
                    .findFirst()
                    .orElse("No assessment criteria were found.");
        }

        private static byte[] bytes(Path file) {
            try {
                if (Files.isDirectory(file)) {
                    throw new Problem.BadInput(
                            "{name} is a folder. Name one file with the text of a unit.",
                            Map.of("name", name(file)));
                }
                if (Files.isRegularFile(file) && Files.size(file) > UnitReader.MAX_BYTES) {
                    throw new Problem.TooLarge(
                            "{name} is too large for one unit: it has {bytes} bytes, and 1 MiB "
                                    + "is the limit. Give only the pages of the unit.",
                            Map.of("name", name(file), "bytes", Files.size(file)));
                }
                try (InputStream in = Files.newInputStream(file)) {
                    return in.readNBytes(UnitReader.MAX_BYTES + 1);
                }
            } catch (IOException unreadable) {
                throw new Problem.BadInput(
                        "{name} cannot be read: there is no such file, or it is not open "
                                + "to you.",
                        Map.of("name", name(file)),
                        unreadable);
            }
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** {@code colloquy units list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the units that are kept.")
    static final class ListUnits implements Callable<Integer> {
        @Spec CommandSpec spec;
        @Mixin DataOptions dataOptions;

        @Option(
                names = "--format",
                description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
        Format format = Format.text;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            try (Application application =
                    Application.open(dataOptions.settings(Map.of()), Clock.systemUTC())) {
                List<UnitSummary> units = application.units().list();
                if (format == Format.json) {
                    out.println(Json.writeInEnglish(units));
                } else if (units.isEmpty()) {
                    out.println("There are no units yet. Add one: colloquy units import FILE");
                } else {
                    units.forEach(unit -> out.println(UnitPrinter.line(unit)));
                }
            }
            return 0;
        }
    }
}
