package org.colloquy.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.colloquy.Application;
import org.colloquy.audit.AuditCheck;
import org.colloquy.common.Json;
import org.colloquy.common.Text;
import org.colloquy.recording.Recording;
import org.colloquy.recording.Recordings;
import org.colloquy.recording.Verification;
import org.colloquy.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code colloquy verify}: every recording's bytes against the hashes they were received with, and
 * the audit trail against its own.
 */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Holds every piece of every recording, and the whole, against the hash it was",
            "received with, and every entry of the audit trail against the one before. Reads only;",
            "a server may be running."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every recording and the audit trail are whole",
            "1:a bug in Colloquy, or the machine cannot do it now",
            "2:wrong usage",
            "3:a recording or the audit trail is damaged, or there is "
                    + "nothing of Colloquy in the folder"
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int DAMAGED = 3;

    /** One recording of the list. */
    record Checked(
            String recordingId,
            String sessionId,
            String fileName,
            Recording.State recordingState,
            boolean setAside,
            long lengthBytes,
            Verification.State state,
            String message,
            List<Integer> damaged,
            Instant checkedAt) {}

    /** What {@code --format json} prints: one object. */
    record Output(
            int whole, int damaged, int missing, List<Checked> recordings, AuditCheck audit) {}

    @Spec CommandSpec spec;
    @Mixin DataOptions dataOptions;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text)")
    Format format = Format.text;

    @Override
    public Integer call() {
        Settings settings = dataOptions.existing();
        PrintWriter out = spec.commandLine().getOut();
        Output output;
        try (Application application = Application.open(settings, Clock.systemUTC())) {
            output = verified(application.recordings(), application.audit().check());
        }
        switch (format) {
            case json -> out.println(Json.writeInEnglish(output));
            case text -> print(output, out);
        }
        return output.whole() == output.recordings().size() && output.audit().isWhole()
                ? 0
                : DAMAGED;
    }

    private Output verified(Recordings recordings, AuditCheck audit) {
        List<Recording> all = recordings.list();
        long bytes = Math.max(1, all.stream().mapToLong(Recording::lengthBytes).sum());
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        long[] done = {0};
        List<Checked> checked = new ArrayList<>();
        for (Recording recording : all) {
            Verification found =
                    recordings.verify(
                            recording.id(),
                            read -> {
                                done[0] += read;
                                progress.at(
                                        Text.of("Reading the recordings"),
                                        Math.min(1, (double) done[0] / bytes));
                            });
            checked.add(
                    new Checked(
                            recording.id(),
                            recording.sessionId(),
                            recording.fileName(),
                            recording.state(),
                            recording.setAside(),
                            recording.lengthBytes(),
                            found.state(),
                            found.message().message(),
                            found.damaged(),
                            found.checkedAt()));
        }
        progress.done();
        return new Output(
                count(checked, Verification.State.WHOLE),
                count(checked, Verification.State.DAMAGED),
                count(checked, Verification.State.MISSING),
                checked,
                audit);
    }

    private static int count(List<Checked> checked, Verification.State state) {
        return (int) checked.stream().filter(one -> one.state() == state).count();
    }

    private static void print(Output output, PrintWriter out) {
        for (Checked one : output.recordings()) {
            out.println(
                    one.state()
                            + " · "
                            + one.fileName()
                            + " · "
                            + one.recordingId()
                            + " · "
                            + one.message());
        }
        out.println(output.audit().message());
        int all = output.recordings().size();
        out.println(
                output.whole() == all
                        ? (all == 1
                                ? "The one recording is whole."
                                : "All " + all + " recordings are whole.")
                        : output.whole()
                                + " whole, "
                                + output.damaged()
                                + " damaged, "
                                + output.missing()
                                + " missing.");
    }
}
