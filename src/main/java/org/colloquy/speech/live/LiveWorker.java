package org.colloquy.speech.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.colloquy.common.Problem;
import org.colloquy.speech.activity.LiveActivity;
import org.colloquy.speech.live.LiveMessage.Beat;
import org.colloquy.speech.live.LiveMessage.End;
import org.colloquy.speech.live.LiveMessage.Ended;
import org.colloquy.speech.live.LiveMessage.Failed;
import org.colloquy.speech.live.LiveMessage.Order;
import org.colloquy.speech.live.LiveMessage.Piece;
import org.colloquy.speech.live.LiveMessage.Ready;
import org.colloquy.speech.live.LiveMessage.Said;
import org.colloquy.speech.onnx.OnnxModel;
import org.colloquy.speech.sound.Sound;
import org.colloquy.speech.vosk.LiveVosk;
import org.colloquy.speech.whisper.LiveWhisper;
import org.colloquy.worker.WorkerChannel;

/** What the child process of captions does: one live session, then it ends. */
public final class LiveWorker {
    private static final int BEAT_MILLISECONDS = 1000;

    /** Sound that waited so long is late; so little, and it has caught up. */
    private static final double LATE_SECONDS = 3;

    private static final double CAUGHT_UP_SECONDS = 1;

    /** How long it stays "behind" after sound was left out, so that people can read it. */
    private static final long BEHIND_NANOS = 5_000_000_000L;

    private final WorkerChannel parent;
    private final Intake intake;
    private boolean behind;
    private long behindSinceNanos;
    private long beatNanos;

    private LiveWorker(WorkerChannel parent, int channels) {
        this.parent = parent;
        intake = new Intake(channels);
    }

    /** Waits for the order and the sound, and says what it hears until nothing more comes. */
    public static void run(WorkerChannel channel) throws IOException, InterruptedException {
        run(channel, LiveWorker::engine);
    }

    static void run(WorkerChannel channel, Function<Order, LiveEngine> engines)
            throws IOException, InterruptedException {
        if (!(LiveMessage.read(channel.receive()) instanceof Order order)) {
            throw new IOException("The order must come first");
        }
        LiveWorker worker = new LiveWorker(channel, order.channels());
        // Sound is taken from the pipe also while the engine is loaded or hears: the parent must
        // never wait.
        Thread.ofPlatform().name("intake").daemon().start(worker::takeIn);
        try (LiveEngine engine = engines.apply(order);
                OnnxModel voices = LiveActivity.open(Path.of(order.voiceActivity()))) {
            worker.send(new Ready());
            worker.listen(engine, voices, order.channels());
            worker.send(new Ended());
        } catch (Problem never) {
            worker.send(new Failed(never.text()));
        }
    }

    private static LiveEngine engine(Order order) {
        Path folder = Path.of(order.modelFolder());
        return order.engine().equals("vosk")
                ? new LiveVosk(folder, order.language())
                : new LiveWhisper(folder, order.model(), order.language());
    }

    private void takeIn() {
        try {
            while (true) {
                switch (LiveMessage.read(parent.receive())) {
                    case Piece piece -> intake.put(piece);
                    case End _ -> {
                        intake.end();
                        return;
                    }
                    default -> throw new IOException("The parent sent what only it may get");
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            intake.end();
        }
    }

    private void listen(LiveEngine engine, OnnxModel voices, int channels)
            throws InterruptedException {
        List<LiveEar> ears = new ArrayList<>();
        try {
            List<LiveActivity> activities =
                    Stream.generate(() -> new LiveActivity(voices)).limit(channels).toList();
            if (channels == 2) {
                activities.get(0).beside(activities.get(1));
                activities.get(1).beside(activities.get(0));
            }
            activities.forEach(activity -> ears.add(engine.listen(activity)));
            while (!intake.isDone()) {
                beat();
                intake.await(BEAT_MILLISECONDS / 2);
                for (int i = 0; i < channels; i++) {
                    hear(i, ears.get(i));
                }
            }
            for (int i = 0; i < channels; i++) {
                say(i, ears.get(i).finish());
            }
        } finally {
            ears.forEach(LiveEar::close);
        }
    }

    private void hear(int number, LiveEar ear) {
        Intake.Taken taken = intake.take(number);
        if (taken.skipped() > 0) {
            ear.skip(taken.skipped());
        }
        if (taken.samples().length > 0) {
            judge(taken.samples().length / (double) Sound.RATE);
            ear.add(taken.samples());
        }
        Caption caption = ear.listen();
        if (caption != null) {
            say(number, caption);
        }
    }

    private void say(int channel, Caption caption) {
        if (!caption.equals(Caption.NOTHING)) {
            send(new Said(channel, caption));
        }
    }

    /** After sound waited for so long. */
    private void judge(double waitedSeconds) {
        long now = System.nanoTime();
        if (intake.leftOut() || waitedSeconds > LATE_SECONDS) {
            behindSinceNanos = now;
            if (!behind) {
                behind = true;
                send(new Beat(true));
            }
        } else if (behind
                && waitedSeconds < CAUGHT_UP_SECONDS
                && now - behindSinceNanos > BEHIND_NANOS) {
            behind = false;
            send(new Beat(false));
        }
    }

    private void beat() {
        long now = System.nanoTime();
        if (now - beatNanos > BEAT_MILLISECONDS * 1_000_000L) {
            beatNanos = now;
            send(new Beat(behind));
        }
    }

    private void send(LiveMessage message) {
        try {
            parent.send(message.type(), message.payload());
        } catch (IOException gone) {
            throw new UncheckedIOException("The parent does not listen any more", gone);
        }
    }
}
