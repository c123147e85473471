package org.colloquy.speech;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.speech.SpeechMessage.Done;
import org.colloquy.speech.SpeechMessage.Failed;
import org.colloquy.speech.SpeechMessage.Order;
import org.colloquy.speech.SpeechMessage.Step;
import org.colloquy.speech.SpeechMessage.Words;
import org.colloquy.worker.Frame;
import org.colloquy.worker.WorkerFailure;
import org.colloquy.worker.WorkerProcess;

/**
 * Turns a decoded recording into words. The engines run in a worker process of their own: its crash
 * fails this one call and nothing else.
 */
public final class Transcriber {
    /** The engines' own memory is native; this is for the Java beside it. */
    private static final List<String> WORKER_OPTIONS =
            List.of("-Xmx320m", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8");

    /** How long a wish to cancel may go unheard. */
    private static final Duration LISTENING = Duration.ofMillis(200);

    private final Models models;

    public Transcriber(Models models) {
        this.models = models;
    }

    public Transcriber(ModelFolders folders) {
        this(new Models(folders));
    }

    /**
     * Looks whether a request can be met, before anybody waits for a recording to be decoded.
     *
     * @throws Problem.MissingModel no model for that engine, name or language; says how to get one
     */
    public void check(SpeechRequest request) {
        models.choose(request);
        models.voiceActivity();
        if (byVoice(request.speakers())) {
            models.voices();
        }
    }

    /**
     * Waits until the recording is transcribed.
     *
     * @param wav 16-bit PCM at 16 kHz with one or two channels, as the media room writes it
     * @param progress told several times a second, on the calling thread
     * @param cancellation asked several times a second; the worker ends within two seconds
     * @throws Problem.MissingModel no model for that engine, name or language; says how to get one
     * @throws Problem.BadInput where the engine does not know the language
     * @throws Problem.Cancelled where {@code cancellation} said so
     * @throws Problem.Unavailable where the worker died
     */
    public SpeechResult transcribe(
            Path wav, SpeechRequest request, Progress progress, Cancellation cancellation) {
        InstalledModel model = models.choose(request);
        progress.at("Preparing " + model.name(), 0.0);
        Order order = order(wav, request, model);
        try (WorkerProcess worker = WorkerProcess.start("speech", WORKER_OPTIONS)) {
            worker.send(order.type(), order.payload());
            return answers(worker, model.engine().text(), order.model(), progress, cancellation);
        } catch (WorkerFailure died) {
            throw new Problem.Unavailable(
                    "The recording could not be transcribed. "
                            + died.getMessage()
                            + " The recording itself is safe; try again.",
                    died);
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
                request.speakers().text());
    }

    private static boolean byVoice(Speakers speakers) {
        return switch (speakers) {
            case Speakers.None none -> false;
            case Speakers.Channels channels -> false;
            case Speakers.Auto auto -> true;
            case Speakers.Exactly exactly -> exactly.count() > 1;
        };
    }

    private static SpeechResult answers(
            WorkerProcess worker,
            String engine,
            Model model,
            Progress progress,
            Cancellation cancellation)
            throws WorkerFailure {
        List<Word> words = new ArrayList<>();
        while (true) {
            cancellation.check();
            Frame frame = worker.receive(LISTENING);
            if (frame == null) {
                continue;
            }
            switch (SpeechMessage.read(frame)) {
                case Step(String step, double fraction) -> progress.at(step, fraction);
                case Words(List<Word> more) -> words.addAll(more);
                case Failed failed -> throw failed.problem();
                case Done(String language, double duration) -> {
                    return new SpeechResult(engine, model, language, duration, words);
                }
                case Order order -> throw new IllegalStateException("The worker ordered " + order);
            }
        }
    }
}
