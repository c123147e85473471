package org.colloquy.speech.whisper;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.speech.Model;
import org.colloquy.speech.Recogniser;
import org.colloquy.speech.activity.Activity;
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

    private final Model model;
    private final Vocabulary vocabulary;
    private final Encoder encoder;
    private final Decoder decoder;
    private @Nullable String language;
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
        this.language = language;
        String name = model.name();
        vocabulary = Vocabulary.ofModel(folder, name);
        if (language != null && vocabulary.language(language).isEmpty()) {
            throw new Problem.BadInput(
                    "Whisper does not know the language \"{language}\": give another "
                            + "code, or none to have it found out.",
                    Map.of("language", language));
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
            WindowPacker packer = packer(sound, activity);
            SharedHearing hearing =
                    new SharedHearing(sound, activity, packer, batches, language, watch);
            Lanes.work(batches, lanes, () -> listener(hearing));
            // A recording has one language, also where its windows are heard in several turns.
            language = hearing.language();
        }
    }

    private Listener listener(SharedHearing hearing) {
        try {
            return new Listener(encoder, decoder, vocabulary, hearing);
        } catch (RuntimeException | Error failed) {
            // Others may wait for the language that this one was to find out.
            hearing.failed(failed);
            throw failed;
        }
    }

    @Override
    public void close() {
        encoder.close();
        decoder.close();
    }
}
