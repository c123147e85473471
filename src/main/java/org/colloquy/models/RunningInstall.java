package org.colloquy.models;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.common.Text;
import org.colloquy.models.ModelsState.Install;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An install in the background: hears its progress and can stop it. */
final class RunningInstall implements Progress, Cancellation {
    private static final Logger LOG = LoggerFactory.getLogger(RunningInstall.class);
    private static final String RUNNING = "running";

    private Install state = new Install(RUNNING, 0, null, Text.of("Starting"), null);
    private boolean done;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    private RunningInstall() {}

    static RunningInstall start(Consumer<RunningInstall> work) {
        RunningInstall install = new RunningInstall();
        Thread.ofVirtual().name("install a model").start(() -> install.run(work));
        return install;
    }

    private void run(Consumer<RunningInstall> work) {
        try {
            work.accept(this);
            finish();
        } catch (Problem expected) {
            fail(expected.text());
        } catch (RuntimeException bug) {
            LOG.error("Installing a model failed", bug);
            fail(Text.of("Something went wrong in Colloquy; the log says more."));
        }
    }

    private void fail(Text sentence) {
        change(
                now ->
                        new Install(
                                "failed",
                                now.receivedBytes(),
                                now.totalBytes(),
                                now.step(),
                                sentence));
    }

    private synchronized void change(UnaryOperator<Install> change) {
        state = change.apply(state);
    }

    private synchronized void finish() {
        done = true;
    }

    void bytes(long received, @Nullable Long total) {
        change(now -> new Install(RUNNING, received, total, now.step(), null));
    }

    @Override
    public void at(Text step, @Nullable Double fraction) {
        change(now -> new Install(RUNNING, now.receivedBytes(), now.totalBytes(), step, null));
    }

    synchronized boolean isRunning() {
        return !done && state.state().equals(RUNNING);
    }

    /** Null once the model is there. */
    synchronized @Nullable Install state() {
        return done ? null : state;
    }

    void cancel() {
        cancelled.set(true);
    }

    @Override
    public boolean isAsked() {
        return cancelled.get();
    }
}
