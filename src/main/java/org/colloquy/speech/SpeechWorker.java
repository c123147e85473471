package org.colloquy.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.colloquy.common.Problem;
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
import org.colloquy.speech.sound.Sound;
import org.colloquy.speech.speakers.SpeakerFinder;
import org.colloquy.speech.vosk.VoskRecogniser;
import org.colloquy.speech.whisper.WhisperRecogniser;
import org.colloquy.worker.WorkerChannel;
import org.jspecify.annotations.Nullable;

/** What the child process of this room does: one recording, then it ends. */
public final class SpeechWorker {
    /** Share of the work before and after recognition. */
    private static final double LISTENING_STARTS = 0.04;

    private static final double LISTENING_ENDS = 0.92;

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
            worker.send(new Failed(true, sentence(missing)));
        } catch (Problem.BadInput bad) {
            worker.send(new Failed(false, sentence(bad)));
        }
    }

    private static <T extends SpeechMessage> T next(WorkerChannel channel, Class<T> form)
            throws IOException, InterruptedException {
        return form.cast(SpeechMessage.read(channel.receive()));
    }

    private static String sentence(Problem problem) {
        return String.valueOf(problem.getMessage());
    }

    private void transcribe() throws IOException {
        try (Sound sound = Sound.open(Path.of(order.wav()))) {
            SpeakerFinder.check(sound, Speakers.parse(order.speakers()));
            Activity activity = activity(sound);
            if (!activity.spans().isEmpty()) {
                // Where nobody speaks no engine need be loaded to say so.
                step(listeningStep(), LISTENING_STARTS);
                try (Recogniser recogniser = engines.open(order, listening.knownLanguage())) {
                    listening.listen(recogniser, sound, activity);
                }
            }
            List<Word> words =
                    withSpeakers(sound, activity, listening.words(activity, order.part()));
            for (int from = 0; from < words.size(); from += WORDS_A_MESSAGE) {
                int to = Math.min(words.size(), from + WORDS_A_MESSAGE);
                send(new Words(words.subList(from, to)));
            }
            send(new Done(listening.language(), sound.durationSeconds(), listening.gaps()));
        }
    }

    private Activity activity(Sound sound) {
        try (ActivityDetector detector = new ActivityDetector(Path.of(order.voiceActivity()))) {
            Activity whole =
                    detector.detect(
                            sound, fraction -> step("Finding speech", fraction * LISTENING_STARTS));
            Part part = order.part();
            return part == null ? whole : whole.within(part.fromSeconds(), part.toSeconds());
        }
    }

    private String listeningStep() {
        return "Listening with " + order.model().name();
    }

    private void listeningAt(double fraction) {
        step(listeningStep(), LISTENING_STARTS + fraction * (LISTENING_ENDS - LISTENING_STARTS));
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
        String step = "Telling speakers apart";
        step(step, LISTENING_ENDS);
        Path voices = order.voices() == null ? null : Path.of(order.voices());
        return new SpeakerFinder(sound, activity, voices, THREADS)
                .assign(
                        words,
                        Speakers.parse(order.speakers()),
                        fraction -> step(step, LISTENING_ENDS + fraction * (1 - LISTENING_ENDS)));
    }

    private void step(String step, double fraction) {
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
