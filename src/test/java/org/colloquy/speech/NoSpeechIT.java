package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.colloquy.bench.noise.Noise;
import org.colloquy.speech.sound.Sound;
import org.colloquy.speech.sound.WavFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nobody speaks nothing is written down. */
class NoSpeechIT {
    private static final int SECONDS = 60;
    private static final List<Integer> LEVELS = List.of(-46, -28, -12);
    private static final List<Map.Entry<Noise, Integer>> RESEMBLE_A_VOICE =
            List.of(
                    Map.entry(Noise.COUGHS, 4),
                    Map.entry(Noise.COUGHS, 7),
                    Map.entry(Noise.COUGHS, 9),
                    Map.entry(Noise.HUMMED, 1),
                    Map.entry(Noise.HUMMED, 5),
                    Map.entry(Noise.MURMUR, 5));

    @TempDir Path folder;

    private void hearsNothing(String name, IntToDoubleFunction sample) throws IOException {
        short[] samples = new short[SECONDS * Sound.RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.clamp(sample.applyAsDouble(i) * 32767, -32768, 32767);
        }
        Path wav = folder.resolve(name + ".wav");
        WavFile.write(wav, 1, samples);
        SpeechResult result = Decoded.heard(wav, Decoded.CARRIED, SpeechRequest.automatic("en"));
        assertEquals(List.of(), result.words(), name);
        assertEquals(SECONDS, result.durationSeconds(), 0.01);
    }

    @Test
    void inSilence() throws IOException {
        hearsNothing("silence", i -> 0);
    }

    @Test
    void inHum() throws IOException {
        double circle = 2 * Math.PI / Sound.RATE;
        hearsNothing(
                "hum", i -> 0.2 * Math.sin(50 * circle * i) + 0.05 * Math.sin(150 * circle * i));
    }

    @Test
    void inNoise() throws IOException {
        Random random = new Random(5);
        hearsNothing("loud noise", i -> 0.1 * random.nextGaussian());
        hearsNothing("quiet noise", i -> 0.001 * random.nextGaussian());
    }

    @Test
    void inClicks() throws IOException {
        Random random = new Random(6);
        hearsNothing("clicks", i -> i % 5000 < 60 ? 0.5 * random.nextGaussian() : 0.0005);
    }

    /**
     * Of these kinds and seeds the voice detector took something for speech, and both engines made
     * words of it: "10. 10. 10. 10. 10." of coughs, Korean nouns of a hummed note.
     */
    @Test
    void inWhatResemblesAVoice() throws IOException {
        for (Map.Entry<Noise, Integer> one : RESEMBLE_A_VOICE) {
            hearsNothing(one.getKey(), one.getValue(), Decoded.CARRIED, "en");
        }
    }

    @Test
    void inWhatResemblesAVoiceForVosk() throws IOException {
        ModelFolders models = new ModelFolders(List.of(KoreanModel.folder(), Path.of("models")));
        for (Map.Entry<Noise, Integer> one : RESEMBLE_A_VOICE) {
            if (one.getKey() != Noise.MURMUR) {
                hearsNothing(one.getKey(), one.getValue(), models, "ko");
            }
        }
    }

    private void hearsNothing(Noise noise, int seed, ModelFolders models, String language)
            throws IOException {
        String name = noise.name() + "-" + seed;
        Path wav = folder.resolve(name + ".wav");
        double level = LEVELS.get(seed % LEVELS.size());
        WavFile.write(wav, 1, noise.make(SECONDS, seed, level).pcm());
        SpeechResult result = Decoded.heard(wav, models, SpeechRequest.automatic(language));
        assertEquals(List.of(), result.words(), name);
    }

    @Test
    void inARecordingWithoutLength() throws IOException {
        Path wav = folder.resolve("empty.wav");
        WavFile.write(wav, 1, new short[0]);
        SpeechResult result = Decoded.heard(wav, Decoded.CARRIED, SpeechRequest.automatic(null));
        assertEquals(List.of(), result.words());
    }
}
