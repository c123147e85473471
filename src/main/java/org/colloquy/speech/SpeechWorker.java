package org.colloquy.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.speech.SpeechMessage.Done;
import org.colloquy.speech.SpeechMessage.Earlier;
import org.colloquy.speech.SpeechMessage.Failed;
import org.colloquy.speech.SpeechMessage.Heard;
import org.colloquy.speech.SpeechMessage.Order;
import org.colloquy.speech.SpeechMessage.Step;
import org.colloquy.speech.SpeechMessage.TellsSpeakersApart;
import org.colloquy.speech.SpeechMessage.Words;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.ActivityDetector;
import org.colloquy.speech.sentences.Sentences;
import org.colloquy.speech.sound.Sound;
import org.colloquy.speech.speakers.SpeakerFinder;
import org.colloquy.speech.vosk.VoskRecogniser;
import org.colloquy.speech.whisper.WhisperRecogniser;
import org.colloquy.worker.WorkerChannel;
import org.jspecify.annotations.Nullable;

/** What the child process of this room does: one recording, then it ends. */
public final class SpeechWorker {
    private static final int WORDS_A_MESSAGE = 2000;
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

    /** Loads the engine that an order names. */
    interface Engines {
        /**
         * @param language as ordered, or as workers before this one found out
         */
        Recogniser open(Order order, @Nullable String language);
    }

    private final WorkerChannel channel;
    private final Order order;
    private final Engines engines;
    private final Listening listening;
    private Workload work = new Workload(1, 0, 0, 0);

    private SpeechWorker(WorkerChannel channel, Order order, Earlier earlier, Engines engines)
            throws IOException, InterruptedException {
        this.channel = channel;
        this.order = order;
        this.engines = engines;
        String language = order.language() == null ? earlier.language() : order.language();
        listening = new Listening(this::send, this::listeningAt, language, earlier);
        for (int i = 0; i < earlier.heard(); i++) {
            listening.remember(next(channel, Heard.class));
        }
    }

    /** Waits for the order, does it, answers. */
    public static void run(WorkerChannel channel) throws IOException, InterruptedException {
        run(channel, SpeechWorker::engine);
    }

    static void run(WorkerChannel channel, Engines engines)
            throws IOException, InterruptedException {
        Order order = next(channel, Order.class);
        Earlier earlier = next(channel, Earlier.class);
        SpeechWorker worker = new SpeechWorker(channel, order, earlier, engines);
        try {
            worker.transcribe();
        } catch (Problem.MissingModel missing) {
            worker.send(new Failed(true, missing.text()));
        } catch (Problem.BadInput bad) {
            worker.send(new Failed(false, bad.text()));
        }
    }

    private static <T extends SpeechMessage> T next(WorkerChannel channel, Class<T> form)
            throws IOException, InterruptedException {
        return form.cast(SpeechMessage.read(channel.receive()));
    }

    private void transcribe() throws IOException {
        try (Sound sound = Sound.open(Path.of(order.wav()))) {
            SpeakerFinder.check(sound, Speakers.parse(order.speakers()));
            work =
                    Workload.before(
                            sound.durationSeconds(),
                            Engine.parse(order.engine()),
                            order.voices() != null,
                            THREADS);
            Activity activity = listen(sound);
            List<Word> words =
                    readable(
                            withSpeakers(sound, activity, listening.words(activity, order.part())));
            for (int from = 0; from < words.size(); from += WORDS_A_MESSAGE) {
                int to = Math.min(words.size(), from + WORDS_A_MESSAGE);
                send(new Words(words.subList(from, to)));
            }
            List<Gap> gaps = listening.gaps(words, activity);
            send(new Done(listening.language(), sound.durationSeconds(), gaps));
        }
    }

    /** The engine is loaded while speech is found; where nobody speaks it need not be whole. */
    private Activity listen(Sound sound) {
        try (Opening opening = new Opening(() -> engines.open(order, listening.knownLanguage()))) {
            Activity activity = activity(sound);
            work = work.with(activity, sound.durationSeconds());
            if (!activity.spans().isEmpty()) {
                step(listeningStep(), work.foundAt(1));
                listening.listen(opening.get(), sound, activity);
            }
            return activity;
        }
    }

    /** Vosk gives bare words. */
    private List<Word> readable(List<Word> words) {
        return Engine.parse(order.engine()) == Engine.VOSK
                ? Sentences.set(words, listening.language(), order.vocabulary())
                : words;
    }

    private Activity activity(Sound sound) {
        try (ActivityDetector detector = new ActivityDetector(Path.of(order.voiceActivity()))) {
            Activity whole =
                    detector.detect(
                            sound,
                            fraction -> step(Text.of("Finding speech"), work.foundAt(fraction)));
            Part part = order.part();
            return part == null ? whole : whole.within(part.fromSeconds(), part.toSeconds());
        }
    }

    private Text listeningStep() {
        return Text.of("Listening with {model}", Map.of("model", order.model().name()));
    }

    private void listeningAt(double fraction) {
        step(listeningStep(), work.heardAt(fraction));
    }

    private static Recogniser engine(Order order, @Nullable String language) {
        Path folder = Path.of(order.modelFolder());
        return Engine.parse(order.engine()) == Engine.VOSK
                ? new VoskRecogniser(
                        folder, order.model(), language == null ? "und" : language, THREADS)
                : new WhisperRecogniser(
                        folder, order.model(), language, order.vocabulary(), THREADS);
    }

    private List<Word> withSpeakers(Sound sound, Activity activity, List<Word> words) {
        send(new TellsSpeakersApart());
        Text step = Text.of("Telling speakers apart");
        step(step, work.speakersAt(0));
        Path voices = order.voices() == null ? null : Path.of(order.voices());
        return new SpeakerFinder(sound, activity, voices, THREADS)
                .assign(
                        words,
                        Speakers.parse(order.speakers()),
                        fraction -> step(step, work.speakersAt(fraction)));
    }

    private void step(Text step, double fraction) {
        send(new Step(step, fraction));
    }

    private void send(SpeechMessage message) {
        try {
            channel.send(message.type(), message.payload());
        } catch (IOException gone) {
            throw new UncheckedIOException("The parent does not listen any more", gone);
        }
    }
}
