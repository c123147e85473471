package org.colloquy.speech.whisper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.speech.Model;
import org.colloquy.speech.Recogniser;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Window;
import org.colloquy.speech.activity.WindowPacker;
import org.colloquy.speech.sound.Sound;
import org.colloquy.speech.whisper.Encoder.Encoded;
import org.jspecify.annotations.Nullable;

/** Whisper with its two graphs loaded. For one recording at a time. */
public final class WhisperRecogniser implements Recogniser {
    /** Of a window; the model hears 30 seconds at most, of which half a second is silence. */
    private static final double MOST_SECONDS = 29;

    private static final double LEAST_SECONDS = 20;

    /** Windows that are decoded together: more take more memory and are no faster. */
    private static final int BATCH = 3;

    /** Windows among which those of like length are put together. */
    private static final int BLOCK = 16;

    /** Silence after each window; without it the last word is often lost. */
    private static final int SILENCE = Sound.RATE / 2;

    private final Model model;
    private final Vocabulary vocabulary;
    private final Encoder encoder;
    private final Decoder decoder;
    private final @Nullable String wantedLanguage;

    /**
     * @param folder with the four files of the model
     * @param language null: found out from the sound
     * @param terms names and terms that may be said
     * @param threads to compute with
     * @throws Problem.BadInput where Whisper does not know the language
     */
    public WhisperRecogniser(
            Path folder, Model model, @Nullable String language, List<String> terms, int threads) {
        this.model = model;
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
        Guide guide = terms.isEmpty() ? Guide.NONE : guide(folder, terms);
        encoder = new Encoder(folder.resolve(name + "-encoder.onnx"), threads, BATCH);
        decoder = new Decoder(folder.resolve(name + "-decoder.onnx"), threads, vocabulary, guide);
    }

    private Guide guide(Path folder, List<String> terms) {
        try {
            Path tokenizer = folder.resolve(model.name() + "-tokenizer.json");
            return new Guide(new Terms(terms, Tokenizer.read(tokenizer)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
        WindowPacker packer = packer(sound, activity);
        String language = wantedLanguage;
        Counter counter = new Counter(windows.size(), watch);
        for (List<Numbered> batch : batches(windows)) {
            watch.begins(batch.stream().map(Numbered::number).toList());
            List<Window> sounds = batch.stream().map(Numbered::window).toList();
            Encoded heard = encode(sounds, sound, counter::encoded);
            if (language == null) {
                language = likeliest(decoder.rankLanguages(heard));
            }
            watch.language(language);
            List<List<Word>> words = new Listener(sound, packer, language).listen(sounds, heard);
            for (int i = 0; i < batch.size(); i++) {
                watch.heard(batch.get(i).number(), words.get(i));
            }
            counter.decoded(batch.size());
        }
    }

    /**
     * Groups of windows; those of about the same length go together, since all are padded alike.
     */
    private static List<List<Numbered>> batches(List<Numbered> windows) {
        List<List<Numbered>> batches = new ArrayList<>();
        for (int start = 0; start < windows.size(); start += BLOCK) {
            List<Numbered> block =
                    new ArrayList<>(
                            windows.subList(start, Math.min(windows.size(), start + BLOCK)));
            block.sort(Comparator.comparingInt((Numbered one) -> one.window().length()).reversed());
            for (int first = 0; first < block.size(); first += BATCH) {
                batches.add(block.subList(first, Math.min(block.size(), first + BATCH)));
            }
        }
        return batches;
    }

    private Encoded encode(List<Window> batch, Sound sound, Runnable done) {
        int longest = batch.stream().mapToInt(Window::length).max().orElseThrow();
        int count =
                Math.min(
                        Encoder.MOST_FRAMES * Encoder.FRAME,
                        Math.ceilDiv(longest + SILENCE, Encoder.FRAME) * Encoder.FRAME);
        List<float[]> samples = batch.stream().map(window -> window.samples(sound, count)).toList();
        return encoder.encode(samples, done);
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

    /** Writes batches down, and once more where the first try cannot be trusted. */
    private final class Listener {
        private final Sound sound;
        private final WindowPacker packer;
        private final int language;
        private final WordBuilder builder;

        Listener(Sound sound, WindowPacker packer, String language) {
            this.sound = sound;
            this.packer = packer;
            this.language = vocabulary.language(language).orElseThrow();
            builder = new WordBuilder(vocabulary, language);
        }

        /** The words of each window. */
        List<List<Word>> listen(List<Window> batch, Encoded heard) {
            List<Hypothesis> said = decode(batch, heard, new Chooser.Likeliest());
            List<List<Word>> words = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                Hypothesis one = said.get(i);
                if (one.trusted(vocabulary)) {
                    words.add(builder.words(batch.get(i), one));
                } else {
                    words.add(one.silent() ? List.of() : again(batch.get(i)));
                }
            }
            return words;
        }

        private List<Hypothesis> decode(List<Window> batch, Encoded heard, Chooser chooser) {
            int[] frames =
                    batch.stream()
                            .mapToInt(window -> Math.ceilDiv(window.length(), Encoder.FRAME))
                            .toArray();
            return decoder.decode(heard, frames, language, chooser);
        }

        /** In halves, and each by itself with rising temperature; what fails then is left out. */
        private List<Word> again(Window window) {
            List<Word> words = new ArrayList<>();
            for (Window half : packer.halves(window)) {
                Encoded heard = encode(List.of(half), sound, () -> {});
                Retry.first(chooser -> decode(List.of(half), heard, chooser).getFirst(), vocabulary)
                        .ifPresent(said -> words.addAll(builder.words(half, said)));
            }
            return words;
        }
    }

    /** Tells how much is done: encoding and decoding a window are about the same work. */
    private static final class Counter {
        private final int parts;
        private final Watch watch;
        private int done;

        Counter(int windows, Watch watch) {
            parts = 2 * windows;
            this.watch = watch;
        }

        void encoded() {
            decoded(1);
        }

        void decoded(int windows) {
            done += windows;
            watch.progress(done / (double) parts);
        }
    }
}
