package org.colloquy.speech.whisper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.common.Problem;
import org.colloquy.speech.activity.LiveActivity;
import org.colloquy.speech.live.CaptionWord;
import org.colloquy.speech.live.LiveEar;
import org.colloquy.speech.live.LiveEngine;
import org.colloquy.speech.live.RollingEar;
import org.colloquy.speech.whisper.TokenWords.TokenWord;

/**
 * Whisper for captions: hears a few seconds of one channel at a time, as they are at that moment.
 * Nothing is guided and nothing is heard with chance: what cannot be trusted is not said.
 */
public final class LiveWhisper implements LiveEngine, RollingEar.Windows {
    private static final double FRAME_SECONDS = 0.02;

    private final Vocabulary vocabulary;
    private final Encoder encoder;
    private final Decoder decoder;
    private final LaneMemory memory = new LaneMemory(1, Encoder.MOST_FRAMES);
    private final String language;
    private final int languageId;

    /**
     * @param folder with the four files of the model
     * @throws Problem.BadInput where Whisper does not know the language
     */
    public LiveWhisper(Path folder, String name, String language) {
        this.language = language;
        vocabulary = Vocabulary.ofModel(folder, name);
        languageId =
                vocabulary
                        .language(language)
                        .orElseThrow(
                                () ->
                                        new Problem.BadInput(
                                                "There are no captions in the "
                                                        + "language \"{language}\": no model "
                                                        + "here knows it.",
                                                Map.of("language", language)));
        encoder = new Encoder(folder.resolve(name + "-encoder.onnx"));
        decoder = new Decoder(folder.resolve(name + "-decoder.onnx"), vocabulary, Guide.NONE);
    }

    @Override
    public LiveEar listen(LiveActivity activity) {
        return new RollingEar(this, activity, System::nanoTime);
    }

    @Override
    public Optional<List<CaptionWord>> hear(float[] samples, boolean thoroughly) {
        int sounding = Math.min(Math.ceilDiv(samples.length, Encoder.FRAME), Encoder.MOST_FRAMES);
        int frames =
                thoroughly
                        ? Encoder.MOST_FRAMES
                        : Math.min(
                                Encoder.MOST_FRAMES,
                                Math.ceilDiv(samples.length + Listener.SILENCE, Encoder.FRAME));
        float[] padded = new float[frames * Encoder.FRAME];
        System.arraycopy(samples, 0, padded, 0, Math.min(samples.length, padded.length));
        Encoded heard = encoder.encode(List.of(padded), memory, () -> {});
        Hypothesis said =
                decoder.decode(
                                heard,
                                new int[] {sounding},
                                languageId,
                                new Chooser.Likeliest(),
                                memory)
                        .getFirst();
        if (said.silent() || said.ended() && said.ids().length == 0) {
            return Optional.of(List.of());
        }
        return said.trusted(vocabulary) ? Optional.of(words(said)) : Optional.empty();
    }

    /** Times by plain warping: captions need no better ones. */
    private List<CaptionWord> words(Hypothesis said) {
        int[] firstFrames = Alignment.firstFrames(said.attention());
        List<CaptionWord> words = new ArrayList<>();
        for (TokenWord word : TokenWords.split(said.ids(), firstFrames, vocabulary, language)) {
            double start = firstFrames[word.first()] * FRAME_SECONDS;
            double end = firstFrames[word.spoken()] * FRAME_SECONDS;
            words.add(new CaptionWord(word.text(), start, Math.max(start, end)));
        }
        return words;
    }

    @Override
    public void close() {
        memory.close();
        encoder.close();
        decoder.close();
    }
}
