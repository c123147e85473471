package org.colloquy.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.colloquy.Application;
import org.colloquy.settings.Settings;
import org.colloquy.web.WebServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code colloquy serve}: the page, until the process is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Starts Colloquy and prints the address to open.")
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private static final long MOST_SECONDS_TO_CLOSE = 20;

    @Spec CommandSpec spec;
    @Mixin DataOptions dataOptions;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "the port of the page; 0 takes any free one (default: 8080)")
    @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "the address to listen on (default: localhost); 0.0.0.0 lets other machines in")
    @Nullable String host;

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description =
                    "the folder that files from phones and recorders arrive in, with a folder in it"
                            + " for each assessor, named by their e-mail address (default: none)")
    @Nullable String watch;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> arguments = new HashMap<>();
        if (port != null) {
            arguments.put("port", port.toString());
        }
        if (host != null) {
            arguments.put("host", host);
        }
        if (watch != null) {
            arguments.put("watch", watch);
        }
        Settings settings = dataOptions.settings(arguments);
        CountDownLatch closed = new CountDownLatch(1);
        try (Application application = Application.open(settings, Clock.systemUTC());
                WebServer server = application.serve()) {
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> stop(application, stopped, closed)));
            greet(spec.commandLine().getOut(), application, server.port());
            stopped.await();
        } finally {
            closed.countDown();
        }
        return 0;
    }

    /** The process ends when this does, so it waits until everything is closed. */
    private static void stop(
            Application application, CountDownLatch stopped, CountDownLatch closed) {
        application.endIsNear();
        stopped.countDown();
        try {
            if (!closed.await(MOST_SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                LOG.warn(
                        "Colloquy ends although not everything was closed; nothing stored is lost");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One address: with the set-up key while nobody has set the centre up. */
    private static void greet(PrintWriter out, Application application, int port) {
        Settings settings = application.settings();
        String host = settings.host().equals("0.0.0.0") ? "localhost" : settings.host();
        String address = "http://" + host + ":" + port;
        boolean first = application.people().findCentre().isEmpty();
        out.println("Colloquy is ready. Everything is stored in " + settings.data() + ".");
        if (settings.watch() != null) {
            out.println("Files that arrive in " + settings.watch() + " can be taken in.");
        }
        out.println(
                first
                        ? "Open "
                                + address
                                + "/setup?key="
                                + application.setupKey().value()
                                + " to set up your centre or look at the sample."
                        : "Open " + address);
        out.println("Stop with Ctrl+C.");
    }
}
