package org.colloquy.speech.whisper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.colloquy.common.Problem;
import org.colloquy.speech.Model;
import org.colloquy.speech.Recogniser;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Omissions;
import org.colloquy.speech.activity.Window;
import org.colloquy.speech.activity.WindowPacker;
import org.colloquy.speech.sound.Sound;
import org.jspecify.annotations.Nullable;

/** Whisper with its two graphs loaded. For one recording at a time. */
public final class WhisperRecogniser implements Recogniser {
    /**
     * Of a window. The work of a second of sound grows with the length of its window, and what the
     * decoder looks at has to fit into memory for several windows (decision 10).
     */
    private static final double MOST_SECONDS = 24;

    private static final double LEAST_SECONDS = 16;

    /** Windows that are decoded together by one lane, and by all lanes. */
    private static final int BATCH = 5;

    private static final int TOGETHER = 10;

    /**
     * Share of a window's work that is encoding it: 13.5 of 20 ms of processor time for a second of
     * sound (decision 10).
     */
    private static final double ENCODING = 0.67;

    /** Seconds of speech that a second hearing must find words for, to be worth more. */
    private static final double LEAST_GAIN = 1;

    /** Silence after each window; without it the last word is often lost. */
    private static final int SILENCE = Sound.RATE / 2;

    private final Model model;
    private final Vocabulary vocabulary;
    private final Encoder encoder;
    private final Decoder decoder;
    private final @Nullable String wantedLanguage;
    private final int lanes;

    /**
     * @param folder with the four files of the model
     * @param language null: found out from the sound
     * @param terms names and terms that may be said
     * @param lanes threads that hear side by side
     * @throws Problem.BadInput where Whisper does not know the language
     */
    public WhisperRecogniser(
            Path folder, Model model, @Nullable String language, List<String> terms, int lanes) {
        this.model = model;
        this.lanes = lanes;
        wantedLanguage = language;
        String name = model.name();
        try {
            vocabulary =
                    Vocabulary.read(
                            folder.resolve(name + "-tokenizer.json"),
                            folder.resolve(name + "-config.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (language != null && vocabulary.language(language).isEmpty()) {
            throw new Problem.BadInput(
                    "Whisper does not know the language \""
                            + language
                            + "\": give another code, or none to have it found out.");
        }
        encoder = new Encoder(folder.resolve(name + "-encoder.onnx"));
        Guide guide = Guide.read(terms, folder.resolve(name + "-tokenizer.json"));
        decoder = new Decoder(folder.resolve(name + "-decoder.onnx"), vocabulary, guide);
    }

    @Override
    public String engine() {
        return "whisper";
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public List<Window> windows(Sound sound, Activity activity) {
        return packer(sound, activity).pack();
    }

    private static WindowPacker packer(Sound sound, Activity activity) {
        return new WindowPacker(activity, sound.durationSeconds(), LEAST_SECONDS, MOST_SECONDS);
    }

    @Override
    public void recognise(Sound sound, Activity activity, List<Numbered> windows, Watch watch) {
        int most = Math.clamp(TOGETHER / lanes, 1, BATCH);
        List<List<Numbered>> batches = Batches.of(windows, most, lanes);
        if (!batches.isEmpty()) {
            Recording recording = new Recording(sound, activity, batches, watch);
            Lanes.work(batches, lanes, () -> new Listener(recording));
        }
    }

    private String likeliest(double[] scores) {
        return vocabulary.languages().entrySet().stream()
                .max(Comparator.comparingDouble(entry -> scores[entry.getValue()]))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    @Override
    public void close() {
        encoder.close();
        decoder.close();
    }

    /** What the lanes that hear one recording share. */
    private final class Recording {
        private final Sound sound;
        private final Activity activity;
        private final WindowPacker packer;
        private final List<Numbered> first;
        private final int windows;
        private final int frames;
        private final CompletableFuture<String> language = new CompletableFuture<>();
        private final Watch watch;
        private final double work;
        private double done;

        Recording(Sound sound, Activity activity, List<List<Numbered>> batches, Watch watch) {
            this.sound = sound;
            this.activity = activity;
            this.watch = watch;
            packer = packer(sound, activity);
            first = batches.getFirst();
            windows = batches.stream().mapToInt(List::size).max().orElseThrow();
            List<Window> all =
                    batches.stream().flatMap(List::stream).map(Numbered::window).toList();
            frames = frames(all);
            work = all.stream().mapToDouble(Window::seconds).sum();
            if (wantedLanguage != null) {
                language.complete(wantedLanguage);
            }
        }

        synchronized void begins(List<Numbered> batch) {
            watch.begins(batch.stream().map(Numbered::number).toList());
        }

        synchronized void heard(List<Numbered> batch, List<List<Word>> words) {
            watch.language(language.join());
            for (int i = 0; i < batch.size(); i++) {
                watch.heard(batch.get(i).number(), words.get(i));
            }
            batch.forEach(one -> did((1 - ENCODING) * one.window().seconds()));
        }

        synchronized void encoded(Window window) {
            did(ENCODING * window.seconds());
        }

        private void did(double more) {
            done += more;
            watch.progress(Math.min(1, done / work));
        }

        /**
         * That of the recording. The lane that hears the first windows finds it out; the others
         * wait for it, and fail where it failed.
         */
        String language(List<Numbered> batch, Supplier<String> findOut) {
            try {
                if (batch == first && !language.isDone()) {
                    language.complete(findOut.get());
                }
                return language.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        }

        void failed(Throwable why) {
            language.completeExceptionally(why);
        }
    }

    /** Hears batches on one thread, and once more what cannot be trusted at the first try. */
    private final class Listener implements Lanes.Lane<List<Numbered>> {
        private final Recording recording;
        private final LaneMemory memory;

        Listener(Recording recording) {
            this.recording = recording;
            memory = new LaneMemory(recording.windows, recording.frames);
        }

        @Override
        public void accept(List<Numbered> batch) {
            try {
                recording.begins(batch);
                recording.heard(batch, listen(batch));
            } catch (RuntimeException | Error failed) {
                recording.failed(failed);
                throw failed;
            }
        }

        /** The words of each window. */
        private List<List<Word>> listen(List<Numbered> numbered) {
            List<Window> batch = numbered.stream().map(Numbered::window).toList();
            Encoded heard = encode(batch, frames(batch), recording::encoded);
            String code =
                    recording.language(
                            numbered, () -> likeliest(decoder.rankLanguages(heard, memory)));
            WordBuilder builder = new WordBuilder(vocabulary, code, recording.sound);
            int language = vocabulary.language(code).orElseThrow();
            List<Hypothesis> said = decode(batch, heard, language, new Chooser.Likeliest());
            List<List<Word>> words = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                Hypothesis one = said.get(i);
                if (one.silent()) {
                    words.add(List.of());
                } else {
                    List<Word> first =
                            one.trusted(vocabulary)
                                    ? builder.words(batch.get(i), one)
                                    : again(batch.get(i), language, builder);
                    words.add(completed(batch.get(i), first, language, builder));
                }
            }
            return words;
        }

        private Encoded encode(List<Window> batch, int frames, Consumer<Window> done) {
            int count = frames * Encoder.FRAME;
            List<float[]> samples =
                    batch.stream().map(window -> window.samples(recording.sound, count)).toList();
            Iterator<Window> order = batch.iterator();
            return encoder.encode(samples, memory, () -> done.accept(order.next()));
        }

        private List<Hypothesis> decode(
                List<Window> batch, Encoded heard, int language, Chooser chooser) {
            int[] frames =
                    batch.stream()
                            .mapToInt(window -> Math.ceilDiv(window.length(), Encoder.FRAME))
                            .toArray();
            return decoder.decode(heard, frames, language, chooser, memory);
        }

        /**
         * With silence up to half a minute, as the model was trained: in shorter windows it now and
         * then repeats itself and finds no end. Else in halves, and each by itself with rising
         * temperature; what fails then is left out.
         */
        private List<Word> again(Window window, int language, WordBuilder builder) {
            Encoded whole = encode(List.of(window), Encoder.MOST_FRAMES, encoded -> {});
            Hypothesis said = decodeOne(window, whole, language, new Chooser.Likeliest());
            if (said.trusted(vocabulary)) {
                return builder.words(window, said);
            }
            List<Word> words = new ArrayList<>();
            for (Window half : recording.packer.halves(window)) {
                Encoded heard = encode(List.of(half), Encoder.MOST_FRAMES, encoded -> {});
                Retry.first(chooser -> decodeOne(half, heard, language, chooser), vocabulary)
                        .ifPresent(one -> words.addAll(builder.words(half, one)));
            }
            return words;
        }

        /**
         * Where speech was passed over, both halves by themselves, if they have more of it: what
         * misled the model is then mostly in the other half.
         */
        private List<Word> completed(
                Window window, List<Word> words, int language, WordBuilder builder) {
            double omitted = Omissions.seconds(window, words, recording.activity);
            List<Window> halves =
                    omitted == 0 || words.isEmpty() ? List.of() : recording.packer.halves(window);
            if (halves.size() < 2) {
                return words;
            }
            List<Word> anew = new ArrayList<>();
            double left = 0;
            for (Window half : halves) {
                Encoded heard = encode(List.of(half), frames(List.of(half)), encoded -> {});
                Hypothesis said = decodeOne(half, heard, language, new Chooser.Likeliest());
                List<Word> first = said.trusted(vocabulary) ? builder.words(half, said) : List.of();
                List<Word> some = completed(half, first, language, builder);
                left += Omissions.seconds(half, some, recording.activity);
                anew.addAll(some);
            }
            boolean more = anew.size() > words.size() && left <= omitted - LEAST_GAIN;
            return more ? anew : words;
        }

        private Hypothesis decodeOne(Window one, Encoded heard, int language, Chooser chooser) {
            return decode(List.of(one), heard, language, chooser).getFirst();
        }

        @Override
        public void close() {
            memory.close();
        }
    }

    /** Of the longest of them, with the silence after it. */
    private static int frames(List<Window> windows) {
        int longest = windows.stream().mapToInt(Window::length).max().orElseThrow();
        return Math.min(Encoder.MOST_FRAMES, Math.ceilDiv(longest + SILENCE, Encoder.FRAME));
    }
}
