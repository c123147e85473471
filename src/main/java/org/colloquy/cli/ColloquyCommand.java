package org.colloquy.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.colloquy.Application;
import org.colloquy.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code colloquy} itself: its parts, its help, and its exit codes. */
@Command(
        name = "colloquy",
        mixinStandardHelpOptions = true,
        versionProvider = ColloquyCommand.Version.class,
        description = "Records, transcribes and tags professional discussions as evidence.",
        subcommands = {
            ServeCommand.class,
            TranscribeCommand.class,
            UnitsCommand.class,
            ModelsCommand.class,
            SearchCommand.class,
            VerifyCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a bug in Colloquy, or the machine cannot do it now",
            "2:wrong usage",
            "3:bad input",
            "4:a missing model"
        })
public final class ColloquyCommand {
    private static final Logger LOG = LoggerFactory.getLogger(ColloquyCommand.class);

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Colloquy " + Application.version()};
        }
    }

    private ColloquyCommand() {}

    /** Runs one command line; results go to {@code out}, everything else to {@code err}. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        CommandLine commandLine = new CommandLine(new ColloquyCommand());
        commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        commandLine.setExecutionExceptionHandler(
                (failure, command, parsed) -> exitCode(failure, command.getErr()));
        if (arguments.length == 0) {
            commandLine.usage(commandLine.getOut());
            return 2;
        }
        return commandLine.execute(arguments);
    }

    private static int exitCode(Exception failure, PrintWriter err) {
        if (!(failure instanceof Problem problem)) {
            LOG.error("A bug in Colloquy", failure);
            err.println("Something went wrong in Colloquy itself: " + failure);
            return 1;
        }
        err.println(problem.getMessage());
        return switch (problem) {
            case Problem.MissingModel missing -> 4;
            case Problem.Unavailable unavailable -> 1;
            case Problem.Cancelled cancelled -> 1;
            case Problem.BadInput bad -> 3;
            case Problem.NotSignedIn unknown -> 3;
            case Problem.Forbidden forbidden -> 3;
            case Problem.NotFound absent -> 3;
            case Problem.Conflict conflict -> 3;
            case Problem.TooLarge large -> 3;
            case Problem.TooMany many -> 3;
        };
    }
}
