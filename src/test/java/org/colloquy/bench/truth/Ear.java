package org.colloquy.bench.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.colloquy.speech.Model;
import org.colloquy.speech.Recogniser;
import org.colloquy.speech.Recogniser.Numbered;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.ActivityDetector;
import org.colloquy.speech.activity.Span;
import org.colloquy.speech.activity.SpokenWords;
import org.colloquy.speech.activity.Window;
import org.colloquy.speech.activity.WordTimes;
import org.colloquy.speech.sound.Sound;
import org.colloquy.speech.vosk.VoskRecogniser;
import org.colloquy.speech.whisper.WhisperRecogniser;

/** An engine and a voice detector, loaded once and used for many files, as the worker uses them. */
final class Ear implements AutoCloseable {
    private static final Path MODELS = Path.of("models");
    private final ActivityDetector detector =
            new ActivityDetector(MODELS.resolve("silero_vad.onnx"));
    private final Recogniser recogniser;

    private Ear(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    static Ear english() {
        return new Ear(
                new WhisperRecogniser(
                        MODELS, new Model("whisper-base", hash()), "en", List.of(), THREADS));
    }

    /**
     * @param folder of the Korean Vosk model
     */
    static Ear korean(Path folder) {
        return new Ear(new VoskRecogniser(folder, new Model("vosk", hash()), "ko", THREADS));
    }

    /** Which model it is does not matter here. */
    private static String hash() {
        return "0".repeat(64);
    }

    List<Word> hear(Path wav) throws IOException {
        try (Sound sound = Sound.open(wav)) {
            return hear(sound, activity(sound));
        }
    }

    /** Hears everything, whether anybody speaks or not. */
    List<Word> hearWithoutGate(Path wav) throws IOException {
        try (Sound sound = Sound.open(wav)) {
            Activity found = activity(sound);
            Span whole = new Span(0, sound.durationSeconds());
            return hear(sound, new Activity(found.probabilities(), found.levels(), List.of(whole)));
        }
    }

    Activity activity(Path wav) throws IOException {
        try (Sound sound = Sound.open(wav)) {
            return activity(sound);
        }
    }

    private Activity activity(Sound sound) {
        return detector.detect(sound, _ -> {});
    }

    private List<Word> hear(Sound sound, Activity activity) {
        List<Numbered> windows = new ArrayList<>();
        for (Window window : recogniser.windows(sound, activity)) {
            windows.add(new Numbered(windows.size(), window));
        }
        List<Word> words = new ArrayList<>();
        if (!windows.isEmpty()) {
            recogniser.recognise(sound, activity, windows, new Gathering(words));
        }
        words.sort(Comparator.comparingDouble(Word::startSeconds));
        return SpokenWords.kept(WordTimes.mended(words, activity), activity);
    }

    @Override
    public void close() {
        recogniser.close();
        detector.close();
    }

    private record Gathering(List<Word> words) implements Recogniser.Watch {
        @Override
        public void language(String code) {}

        @Override
        public void begins(List<Integer> numbers) {}

        @Override
        public void heard(int number, List<Word> more) {
            words.addAll(more);
        }

        @Override
        public void progress(double fraction) {}
    }
}
