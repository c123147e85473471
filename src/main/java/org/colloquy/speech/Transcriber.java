package org.colloquy.speech;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.common.Text;
import org.colloquy.speech.SpeechMessage.Begins;
import org.colloquy.speech.SpeechMessage.Done;
import org.colloquy.speech.SpeechMessage.Earlier;
import org.colloquy.speech.SpeechMessage.Failed;
import org.colloquy.speech.SpeechMessage.Heard;
import org.colloquy.speech.SpeechMessage.Order;
import org.colloquy.speech.SpeechMessage.Spoken;
import org.colloquy.speech.SpeechMessage.Step;
import org.colloquy.speech.SpeechMessage.TellsSpeakersApart;
import org.colloquy.speech.SpeechMessage.Words;
import org.colloquy.worker.Frame;
import org.colloquy.worker.WorkerFailure;
import org.colloquy.worker.WorkerProcess;

/**
 * Turns a decoded recording into words. The engines run in a worker process of their own. Where it
 * crashes or hangs, another goes on with what is left; what fails twice becomes a {@link Gap}.
 */
public final class Transcriber {
    /** The engines' own memory is native; this is for the Java beside it. */
    private static final List<String> WORKER_OPTIONS =
            List.of(
                    "-Xmx320m",
                    "-Xmn32m",
                    "-XX:MaxDirectMemorySize=1g",
                    "-XX:MinHeapFreeRatio=10",
                    "-XX:MaxHeapFreeRatio=30",
                    "-XX:TieredStopAtLevel=1",
                    "-Dfile.encoding=UTF-8");

    /** How long a wish to cancel may go unheard. */
    private static final Duration LISTENING = Duration.ofMillis(200);

    /**
     * A worker that says nothing for so long hangs. It speaks after every window, and a window of a
     * minute takes Vosk's largest model half a minute where two recordings share two cores.
     */
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Models models;
    private final Supplier<WorkerProcess> workers;
    private final LongSupplier nanoTime;

    public Transcriber(Models models) {
        this(models, () -> WorkerProcess.start("speech", WORKER_OPTIONS), System::nanoTime);
    }

    public Transcriber(ModelFolders folders) {
        this(new Models(folders));
    }

    /**
     * @param workers starts a process that runs {@link SpeechWorker}
     * @param nanoTime as {@link System#nanoTime}; only differences count
     */
    Transcriber(Models models, Supplier<WorkerProcess> workers, LongSupplier nanoTime) {
        this.models = models;
        this.workers = workers;
        this.nanoTime = nanoTime;
    }

    /**
     * Looks whether a request can be met, before anybody waits for a recording to be decoded.
     * Begins to read the model for its hash, which takes a second for a large one: the decoding
     * goes on beside it.
     *
     * @throws Problem.MissingModel no model for that engine, name or language; says how to get one
     */
    public void check(SpeechRequest request) {
        InstalledModel model = models.choose(request);
        models.voiceActivity();
        if (byVoice(request.speakers())) {
            models.voices();
        }
        Thread.ofVirtual()
                .name("model-hash")
                // Where it fails, it fails again where the hash is needed, and is told there.
                .uncaughtExceptionHandler((thread, failed) -> {})
                .start(() -> models.identity(model));
    }

    /**
     * Waits until the recording is transcribed.
     *
     * @param wav 16-bit PCM at 16 kHz with one or two channels, as the media room writes it
     * @param listener told several times a second, on the calling thread
     * @param cancellation asked several times a second; the worker ends within two seconds
     * @throws Problem.MissingModel no model for that engine, name or language; says how to get one
     * @throws Problem.BadInput where the engine does not know the language
     * @throws Problem.Cancelled where {@code cancellation} said so
     * @throws Problem.Unavailable where the engine fails on everything
     */
    public SpeechResult transcribe(
            Path wav, SpeechRequest request, Progress listener, Cancellation cancellation) {
        Progress progress = listener.rising();
        InstalledModel model = models.choose(request);
        progress.at(Text.of("Preparing {model}", Map.of("model", model.name())), 0.0);
        Order order = order(wav, request, model);
        Hearing hearing = new Hearing();
        while (true) {
            try (WorkerProcess worker = workers.get()) {
                order(worker, hearing.withoutSpeakers() ? withoutSpeakers(order) : order, hearing);
                SpeechResult result = answers(worker, order, hearing, progress, cancellation);
                hearing.check();
                return result;
            } catch (WorkerFailure died) {
                hearing.died(died.text(), died);
            }
        }
    }

    private Order order(Path wav, SpeechRequest request, InstalledModel model) {
        return new Order(
                wav.toAbsolutePath().toString(),
                model.engine().text(),
                models.identity(model),
                model.folder().toString(),
                models.voiceActivity().toString(),
                byVoice(request.speakers()) ? models.voices().toString() : null,
                model.language() == null ? request.language() : model.language(),
                request.speakers().text(),
                request.vocabulary(),
                request.part());
    }

    private static Order withoutSpeakers(Order order) {
        return new Order(
                order.wav(),
                order.engine(),
                order.model(),
                order.modelFolder(),
                order.voiceActivity(),
                null,
                order.language(),
                new Speakers.None().text(),
                order.vocabulary(),
                order.part());
    }

    private static boolean byVoice(Speakers speakers) {
        return switch (speakers) {
            case Speakers.None none -> false;
            case Speakers.Channels channels -> false;
            case Speakers.Auto auto -> true;
            case Speakers.Exactly exactly -> exactly.count() > 1;
        };
    }

    private static void order(WorkerProcess worker, Order order, Hearing hearing)
            throws WorkerFailure {
        Earlier earlier = hearing.earlier();
        worker.send(order.type(), order.payload());
        worker.send(earlier.type(), earlier.payload());
        for (Heard one : hearing.all()) {
            worker.send(one.type(), one.payload());
        }
    }

    private SpeechResult answers(
            WorkerProcess worker,
            Order order,
            Hearing hearing,
            Progress progress,
            Cancellation cancellation)
            throws WorkerFailure {
        List<Word> words = new ArrayList<>();
        long lastHeardFrom = nanoTime.getAsLong();
        while (true) {
            cancellation.check();
            Frame frame = worker.receive(LISTENING);
            if (frame == null) {
                if (nanoTime.getAsLong() - lastHeardFrom > PATIENCE.toNanos()) {
                    throw new WorkerFailure(Text.of("The engine did not go on any more."), false);
                }
                continue;
            }
            lastHeardFrom = nanoTime.getAsLong();
            switch (SpeechMessage.read(frame)) {
                case Step(Text step, double fraction) -> progress.at(step, fraction);
                case Spoken(String language) -> hearing.spoken(language);
                case Begins(List<Integer> windows) -> hearing.begins(windows);
                case Heard(int window, List<Word> more) -> hearing.heard(window, more);
                case TellsSpeakersApart() -> hearing.tellsSpeakersApart();
                case Words(List<Word> more) -> words.addAll(more);
                case Failed failed -> throw failed.problem();
                case Done(String language, double duration, List<Gap> gaps) -> {
                    return new SpeechResult(
                            order.engine(), order.model(), language, duration, words, gaps);
                }
                case Order _, Earlier _ ->
                        throw new IllegalStateException("The worker sent what only it may get");
            }
        }
    }
}
