package org.colloquy.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running child process and the parent's end of its pipe. One thread at a time may send, one may
 * receive; any may close. The child ends when this process ends, however it ends.
 */
public final class WorkerProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final long KILL_SECONDS = 2;

    private final String kind;
    private final Process process;
    private final DataOutputStream out;
    private final FrameQueue frames = new FrameQueue();
    private final ErrorTail errors = new ErrorTail();
    private final Thread reader;
    private final Thread drainer;
    private final Thread atShutdown;
    private volatile boolean closed;

    private WorkerProcess(String kind, Process process) {
        this.kind = kind;
        this.process = process;
        this.out =
                new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.reader = daemon("reader", this::read);
        this.drainer = daemon("errors", this::drain);
        this.atShutdown = new Thread(process::destroyForcibly);
    }

    /**
     * Starts a child that runs {@code worker <kind>} of this program.
     *
     * @param jvmOptions for example {@code -Xmx128m}
     * @throws Problem.Unavailable where the machine cannot start another process
     */
    public static WorkerProcess start(String kind, List<String> jvmOptions) {
        return start(kind, jvmOptions, "org.colloquy.Main");
    }

    /**
     * Starts a child that runs another main class with the same arguments.
     *
     * @param mainClass of this program's class path; serves its {@link WorkerChannel}
     */
    public static WorkerProcess start(String kind, List<String> jvmOptions, String mainClass) {
        return start(List.of(), kind, jvmOptions, mainClass);
    }

    /**
     * As {@link #start(String, List, String)}, but the child gives way to everything else on the
     * machine that wants a core, where the operating system has a way to say so.
     */
    public static WorkerProcess startGently(
            String kind, List<String> jvmOptions, String mainClass) {
        return start(Gently.COMMAND, kind, jvmOptions, mainClass);
    }

    private static WorkerProcess start(
            List<String> before, String kind, List<String> jvmOptions, String mainClass) {
        try {
            WorkerFolder folder = WorkerFolder.create();
            Process process = launch(before, kind, jvmOptions, mainClass, folder);
            process.onExit().thenRun(folder::delete);
            return watched(kind, process);
        } catch (IOException cannot) {
            throw new Problem.Unavailable(
                    "The part of Colloquy that reads sound could not be started. The machine may be"
                            + " out of memory, or its disk full; close other programs and try"
                            + " again.",
                    cannot);
        }
    }

    private static Process launch(
            List<String> before,
            String kind,
            List<String> jvmOptions,
            String mainClass,
            WorkerFolder folder)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:+UseSerialGC");
        // What the JVM itself says (a crash report) must not get between the frames.
        command.add("-XX:+DisplayVMOutputToStderr");
        command.add("-XX:-CreateCoredumpOnCrash");
        command.add("-XX:ErrorFile=" + System.getProperty("java.io.tmpdir") + "/colloquy-%p.log");
        command.add("-Djava.io.tmpdir=" + folder.path());
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(classPath());
        command.addAll(List.of(mainClass, "worker", kind));
        ProcessBuilder builder = new ProcessBuilder(command);
        // glibc gives every thread a heap of its own, none of which is given back: native memory
        // grew to twice what was in use.
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        return builder.start();
    }

    private static WorkerProcess watched(String kind, Process process) {
        WorkerProcess worker = new WorkerProcess(kind, process);
        try {
            Runtime.getRuntime().addShutdownHook(worker.atShutdown);
        } catch (IllegalStateException shuttingDown) {
            process.destroyForcibly();
            throw new Problem.Unavailable("Colloquy is being stopped.", shuttingDown);
        }
        worker.reader.start();
        worker.drainer.start();
        return worker;
    }

    /** Our own class path, made absolute: the jar, or folders and jars under test. */
    private static String classPath() {
        String own = System.getProperty("java.class.path", "");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(own)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public void send(int type, byte[] payload) throws WorkerFailure {
        send(type, payload, 0, payload.length);
    }

    /** Blocks while the child is behind with reading. */
    public void send(int type, byte[] bytes, int offset, int length) throws WorkerFailure {
        try {
            Frame.write(out, type, bytes, offset, length);
        } catch (IOException broken) {
            throw failure(broken);
        }
    }

    /**
     * Waits for the next frame.
     *
     * @throws WorkerFailure where the child ended
     * @throws Problem.Cancelled where this thread was interrupted or the worker was closed
     */
    public Frame receive() throws WorkerFailure {
        Frame frame = take(null);
        if (frame == null) {
            throw new IllegalStateException("Waiting for ever ended without a frame");
        }
        return frame;
    }

    /** As {@link #receive()}, but null where nothing came in that time. */
    public @Nullable Frame receive(Duration atMost) throws WorkerFailure {
        return take(atMost);
    }

    private @Nullable Frame take(@Nullable Duration atMost) throws WorkerFailure {
        try {
            return switch (frames.take(atMost)) {
                case FrameQueue.Taken.Came came -> came.frame();
                case FrameQueue.Taken.Ended ended -> throw failure(ended.failure());
                case FrameQueue.Taken.Nothing _ -> null;
            };
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Problem.Cancelled("The work was stopped.");
        }
    }

    /** Why it ended; ends it if it still runs, for what it says cannot be understood any more. */
    private WorkerFailure failure(@Nullable IOException broken) {
        if (closed) {
            throw new Problem.Cancelled("The work was stopped.");
        }
        try {
            boolean ended = process.waitFor(KILL_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            drainer.join(Duration.ofSeconds(KILL_SECONDS));
            int code = ended ? process.exitValue() : 0;
            LOG.warn(
                    "Worker {} (process {}) ended with code {}; it last said:\n{}",
                    kind,
                    pid(),
                    code,
                    String.join("\n", errors.all()),
                    broken);
            return new WorkerFailure(
                    ExitSentence.of(code, errors.forPeople()), ExitSentence.isCrash(code));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Problem.Cancelled("The work was stopped.");
        }
    }

    /** Kills the child if it still runs, and waits until it is gone. */
    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
        reader.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            if (!process.waitFor(KILL_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Worker {} (process {}) could not be killed", kind, pid());
            }
        } catch (InterruptedException again) {
            interrupted = true;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException shuttingDown) {
            LOG.debug("The program is ending: the worker is killed anyway", shuttingDown);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
            frames.pump(in);
        } catch (IOException closing) {
            LOG.debug("The pipe of worker {} was already closed", kind, closing);
        }
    }

    private void drain() {
        try {
            errors.drain(process.getErrorStream());
        } catch (IOException ended) {
            LOG.debug("Worker {} ended while it was writing", kind, ended);
        }
    }

    private Thread daemon(String what, Runnable body) {
        return Thread.ofPlatform()
                .name("worker-" + kind + "-" + process.pid() + "-" + what)
                .daemon()
                .unstarted(body);
    }
}
