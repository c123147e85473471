package org.colloquy.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.colloquy.common.Problem;
import org.colloquy.speech.SpeechMessage.Done;
import org.colloquy.speech.SpeechMessage.Failed;
import org.colloquy.speech.SpeechMessage.Order;
import org.colloquy.speech.SpeechMessage.Step;
import org.colloquy.speech.SpeechMessage.Words;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.ActivityDetector;
import org.colloquy.speech.sound.Sound;
import org.colloquy.speech.speakers.SpeakerFinder;
import org.colloquy.speech.vosk.VoskRecogniser;
import org.colloquy.speech.whisper.WhisperRecogniser;
import org.colloquy.worker.WorkerChannel;

/** What the child process of this room does: one recording, then it ends. */
public final class SpeechWorker {
    /** Share of the work before and after recognition. */
    private static final double LISTENING_STARTS = 0.04;

    private static final double LISTENING_ENDS = 0.92;

    private static final int WORDS_A_MESSAGE = 2000;
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final WorkerChannel channel;
    private final Order order;

    private SpeechWorker(WorkerChannel channel, Order order) {
        this.channel = channel;
        this.order = order;
    }

    /** Waits for the order, does it, answers. */
    public static void run(WorkerChannel channel) throws IOException, InterruptedException {
        SpeechMessage first = SpeechMessage.read(channel.receive());
        if (!(first instanceof Order order)) {
            throw new IllegalStateException("The first message must be an order: " + first);
        }
        SpeechWorker worker = new SpeechWorker(channel, order);
        try {
            worker.transcribe();
        } catch (Problem.MissingModel missing) {
            worker.send(new Failed(true, sentence(missing)));
        } catch (Problem.BadInput bad) {
            worker.send(new Failed(false, sentence(bad)));
        }
    }

    private static String sentence(Problem problem) {
        return String.valueOf(problem.getMessage());
    }

    private void transcribe() throws IOException {
        try (Sound sound = Sound.open(Path.of(order.wav()))) {
            SpeakerFinder.check(sound, Speakers.parse(order.speakers()));
            Activity activity = activity(sound);
            Recogniser.Heard heard;
            if (activity.spans().isEmpty()) {
                // Nobody speaks: no engine need be loaded to say so.
                heard = new Recogniser.Heard(languageOfSilence(), List.of());
            } else {
                heard = heard(sound, activity);
            }
            List<Word> words = withSpeakers(sound, activity, heard.words());
            for (int from = 0; from < words.size(); from += WORDS_A_MESSAGE) {
                int to = Math.min(words.size(), from + WORDS_A_MESSAGE);
                send(new Words(words.subList(from, to)));
            }
            send(new Done(heard.language(), sound.durationSeconds()));
        }
    }

    /** "und" is what ISO 639 calls undetermined. */
    private String languageOfSilence() {
        return order.language() == null ? "und" : order.language();
    }

    private Activity activity(Sound sound) {
        try (ActivityDetector detector = new ActivityDetector(Path.of(order.voiceActivity()))) {
            return detector.detect(
                    sound, fraction -> step("Finding speech", fraction * LISTENING_STARTS));
        }
    }

    private Recogniser.Heard heard(Sound sound, Activity activity) {
        String step = "Listening with " + order.model().name();
        step(step, LISTENING_STARTS);
        try (Recogniser recogniser = recogniser()) {
            return recogniser.recognise(
                    sound,
                    activity,
                    fraction ->
                            step(
                                    step,
                                    LISTENING_STARTS
                                            + fraction * (LISTENING_ENDS - LISTENING_STARTS)));
        }
    }

    private Recogniser recogniser() {
        Path folder = Path.of(order.modelFolder());
        String language = order.language();
        return Engine.parse(order.engine()) == Engine.VOSK
                ? new VoskRecogniser(
                        folder, order.model(), language == null ? "und" : language, THREADS)
                : new WhisperRecogniser(folder, order.model(), language, THREADS);
    }

    private List<Word> withSpeakers(Sound sound, Activity activity, List<Word> words) {
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
