package org.colloquy.speech.vosk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.colloquy.speech.Model;
import org.colloquy.speech.Recogniser;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Window;
import org.colloquy.speech.sound.Sound;

/** Vosk with one model, heard by several recognisers at once, each its own windows. */
public final class VoskRecogniser implements Recogniser {
    /**
     * Samples given at once: Vosk itself goes on in steps of a fifth of a second, and only between
     * two gifts it looks whether an utterance is over, so that more at once saves nothing.
     */
    private static final int PIECE = Sound.RATE / 5;

    /** How models write what is no word: "[unk]", "<noise>". */
    private static final Pattern NO_WORD = Pattern.compile("\\[.*]|<.*>|\\s*");

    private final Model model;
    private final String language;
    private final NativeVosk vosk;
    private final int threads;

    /**
     * @param folder of an unpacked model
     * @throws org.colloquy.common.Problem.MissingModel where Vosk cannot read it
     */
    public VoskRecogniser(Path folder, Model model, String language, int threads) {
        this.model = model;
        this.language = language;
        this.threads = threads;
        vosk = new NativeVosk(folder);
    }

    @Override
    public String engine() {
        return "vosk";
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public List<Window> windows(Sound sound, Activity activity) {
        return EvenWindows.of(activity, sound.durationSeconds());
    }

    @Override
    public void recognise(Sound sound, Activity activity, List<Numbered> windows, Watch watch) {
        watch.language(language);
        Share share = new Share(windows, sound, new WordEvidence(activity), watch);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int i = 0; i < Math.min(threads, windows.size()); i++) {
                parts.add(pool.submit(share::work));
            }
            parts.forEach(VoskRecogniser::await);
        }
    }

    static boolean isNoWord(String text) {
        return NO_WORD.matcher(text).matches();
    }

    private static void await(Future<?> part) {
        try {
            part.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while Vosk listens", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Vosk failed", failed);
        }
    }

    /** The windows, of which each thread takes the longest that is left. */
    private final class Share {
        private final List<Numbered> windows;
        private final Sound sound;
        private final WordEvidence evidence;
        private final Watch watch;
        private final double allSeconds;
        private final AtomicInteger next = new AtomicInteger();
        private double heardSeconds;

        Share(List<Numbered> windows, Sound sound, WordEvidence evidence, Watch watch) {
            this.windows = EvenWindows.longestFirst(windows);
            this.sound = sound;
            this.evidence = evidence;
            this.watch = watch;
            allSeconds = windows.stream().mapToDouble(one -> one.window().seconds()).sum();
        }

        void work() {
            try (NativeVosk.Ear ear = vosk.listen()) {
                for (int i = next.getAndIncrement();
                        i < windows.size();
                        i = next.getAndIncrement()) {
                    Numbered one = windows.get(i);
                    begins(one.number());
                    heard(one.number(), hear(ear, one.window()));
                }
            }
        }

        private synchronized void begins(int number) {
            watch.begins(List.of(number));
        }

        private synchronized void heard(int number, List<Word> words) {
            watch.heard(number, words);
        }

        private List<Word> hear(NativeVosk.Ear ear, Window window) {
            List<NativeVosk.Heard> heard = new ArrayList<>();
            float[] samples = window.samples(sound, window.length());
            for (int from = 0; from < samples.length; from += PIECE) {
                int count = Math.min(PIECE, samples.length - from);
                heard.addAll(ear.hear(shorts(samples, from, count)));
                told(count / (double) Sound.RATE);
            }
            heard.addAll(ear.finish());
            heard.removeIf(word -> isNoWord(word.text()));
            return HeardTimes.mended(heard, samples).stream()
                    .map(word -> inRecording(word, window))
                    .filter(evidence::spoken)
                    .map(evidence::rated)
                    .filter(evidence::believed)
                    .toList();
        }

        private synchronized void told(double seconds) {
            heardSeconds += seconds;
            watch.progress(Math.min(1, heardSeconds / allSeconds));
        }
    }

    private static Word inRecording(NativeVosk.Heard word, Window window) {
        double start = window.startInRecording(word.startSeconds());
        double end = window.endInRecording(word.endSeconds());
        double confidence = Math.clamp(word.confidence(), 0, 1);
        return new Word(word.text(), start, Math.max(start, end), confidence, null);
    }

    private static short[] shorts(float[] samples, int from, int count) {
        short[] shorts = new short[count];
        for (int i = 0; i < count; i++) {
            shorts[i] = (short) Math.clamp(Math.round(samples[from + i] * 32768), -32768, 32767);
        }
        return shorts;
    }

    @Override
    public void close() {
        vosk.close();
    }
}
