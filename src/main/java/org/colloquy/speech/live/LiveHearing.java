package org.colloquy.speech.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.speech.live.LiveListener.State;
import org.colloquy.speech.live.LiveMessage.Beat;
import org.colloquy.speech.live.LiveMessage.End;
import org.colloquy.speech.live.LiveMessage.Ended;
import org.colloquy.speech.live.LiveMessage.Failed;
import org.colloquy.speech.live.LiveMessage.Order;
import org.colloquy.speech.live.LiveMessage.Piece;
import org.colloquy.speech.live.LiveMessage.Ready;
import org.colloquy.speech.live.LiveMessage.Said;
import org.colloquy.speech.sound.Sound;
import org.colloquy.worker.Frame;
import org.colloquy.worker.WorkerFailure;
import org.colloquy.worker.WorkerProcess;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One live session that is heard. Its worker is started again where it dies, a few times; who gives
 * sound is never held up, whatever becomes of the worker.
 */
public final class LiveHearing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveHearing.class);

    /** Deaths of the worker, with less than the while between them, before it is given up. */
    static final int MOST_DEATHS = 3;

    private static final Duration LONG_LIFE = Duration.ofMinutes(5);

    /** A worker that says nothing for so long hangs; it beats every second. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of one channel, that wait to be sent. */
    private static final int MOST_WAITING = 10 * Sound.RATE;

    private static final Text BUSY =
            Text.of(
                    "The machine is busy: some words are left out here. The "
                            + "recording has them all.");
    private static final Text SOON = Text.of("Captions come in a moment.");
    private static final Text NOTHING = Text.asItIs("");
    private static final Text AGAIN =
            Text.of("Captions stopped and begin again in a moment. The recording goes on.");
    private static final Text GIVEN_UP =
            Text.of(
                    "Captions failed several times and stay off. The recording goes "
                            + "on, and the transcript is made from it.");

    private final Supplier<Order> order;
    private final Supplier<WorkerProcess> workers;
    private final LiveListener listener;
    private final LongSupplier nanoTime;
    private final Consumer<LiveHearing> whenClosed;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Held while a worker is started: whoever closes waits for it, and leaves none behind. */
    private final ReentrantLock starting = new ReentrantLock();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Piece> waiting = new ArrayDeque<>();
    private final long[] received;
    private final int mostWaiting;
    private int waitingSamples;
    private boolean ended;
    private @Nullable WorkerProcess worker;
    private @Nullable State told;

    LiveHearing(
            Supplier<Order> order,
            int channels,
            Supplier<WorkerProcess> workers,
            LiveListener listener,
            LongSupplier nanoTime,
            Consumer<LiveHearing> whenClosed) {
        this.order = order;
        this.workers = workers;
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.whenClosed = whenClosed;
        received = new long[channels];
        mostWaiting = channels * MOST_WAITING;
    }

    void start() {
        Thread.ofPlatform().name("captions").daemon().start(this::run);
    }

    /**
     * Takes the next sound of a channel and returns at once. Where too much waits, the oldest goes.
     */
    public void hear(int channel, short[] samples) {
        lock.lock();
        try {
            waiting.add(new Piece(channel, received[channel], samples));
            received[channel] += samples.length;
            waitingSamples += samples.length;
            while (waitingSamples > mostWaiting) {
                waitingSamples -= waiting.remove().samples().length;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes; the last words are still said. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        boolean gaveUp = true;
        try {
            gaveUp = !hearAll();
        } catch (Problem.Cancelled stopped) {
            LOG.debug("Captions were closed", stopped);
        } catch (Problem never) {
            tell(State.UNAVAILABLE, never.text());
        } catch (RuntimeException bug) {
            LOG.error("Captions failed", bug);
            tell(State.UNAVAILABLE, GIVEN_UP);
        } finally {
            boolean wasOpen = !closed.get();
            close();
            if (wasOpen) {
                listener.over(gaveUp);
            }
        }
    }

    /**
     * @return whether everything was heard to its end
     */
    private boolean hearAll() {
        tell(State.LOADING, SOON);
        Order wanted = order.get();
        int deaths = 0;
        while (true) {
            long begun = nanoTime.getAsLong();
            try (WorkerProcess started = begin()) {
                started.send(wanted.type(), wanted.payload());
                Thread.ofPlatform().name("captions-sound").daemon().start(() -> send(started));
                listen(started);
                return true;
            } catch (WorkerFailure died) {
                LOG.warn("The captions' worker died: {}", died.getMessage());
                boolean lived = nanoTime.getAsLong() - begun > LONG_LIFE.toNanos();
                deaths = lived ? 1 : deaths + 1;
            } finally {
                becomes(null);
            }
            if (deaths >= MOST_DEATHS) {
                tell(State.UNAVAILABLE, GIVEN_UP);
                return false;
            }
            tell(State.LOADING, AGAIN);
        }
    }

    private WorkerProcess begin() {
        starting.lock();
        try {
            if (closed.get()) {
                throw new Problem.Cancelled("The captions were closed.");
            }
            WorkerProcess next = workers.get();
            becomes(next);
            return next;
        } finally {
            starting.unlock();
        }
    }

    private void becomes(@Nullable WorkerProcess next) {
        lock.lock();
        try {
            worker = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Passes sound on to one worker while it is the one. */
    private void send(WorkerProcess to) {
        try {
            for (Piece piece = next(to); piece != null; piece = next(to)) {
                to.send(piece.type(), piece.payload());
            }
            if (isEnded(to)) {
                End end = new End();
                to.send(end.type(), end.payload());
            }
        } catch (WorkerFailure | Problem.Cancelled gone) {
            LOG.debug("Sound for captions that nobody hears", gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for sound; null: there is none any more, or not for this worker. */
    private @Nullable Piece next(WorkerProcess to) throws InterruptedException {
        lock.lock();
        try {
            while (worker == to && waiting.isEmpty() && !ended) {
                changed.await();
            }
            Piece piece = worker == to ? waiting.poll() : null;
            if (piece != null) {
                waitingSamples -= piece.samples().length;
            }
            return piece;
        } finally {
            lock.unlock();
        }
    }

    private boolean isEnded(WorkerProcess to) {
        lock.lock();
        try {
            return worker == to && ended;
        } finally {
            lock.unlock();
        }
    }

    private void listen(WorkerProcess from) throws WorkerFailure {
        while (true) {
            Frame frame = from.receive(PATIENCE);
            if (frame == null) {
                throw new WorkerFailure(Text.of("It did not go on any more."), false);
            }
            switch (LiveMessage.read(frame)) {
                case Ready _ -> tell(State.LISTENING, NOTHING);
                case Said(int channel, Caption caption) -> listener.said(channel, caption);
                case Beat(boolean behind) -> {
                    if (behind) {
                        tell(State.BEHIND, BUSY);
                    } else if (told == State.BEHIND) {
                        tell(State.LISTENING, NOTHING);
                    }
                }
                case Failed(Text sentence) -> throw new Problem.Unavailable(sentence);
                case Ended _ -> {
                    return;
                }
                case Order _, Piece _, End _ ->
                        throw new IllegalStateException("The worker sent what only it may get");
            }
        }
    }

    private void tell(State state, Text message) {
        if (!closed.get() && state != told) {
            told = state;
            listener.state(state, message);
        }
    }

    /** Ends the worker at once; the listener is told nothing more. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        WorkerProcess last;
        starting.lock();
        lock.lock();
        try {
            last = worker;
            worker = null;
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
            starting.unlock();
        }
        if (last != null) {
            last.close();
        }
        whenClosed.accept(this);
    }
}
