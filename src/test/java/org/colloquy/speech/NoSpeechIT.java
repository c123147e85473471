package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.colloquy.speech.sound.Sound;
import org.colloquy.speech.sound.WavFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nobody speaks nothing is written down. */
class NoSpeechIT {
    private static final int SECONDS = 60;

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

    @Test
    void inARecordingWithoutLength() throws IOException {
        Path wav = folder.resolve("empty.wav");
        WavFile.write(wav, 1, new short[0]);
        SpeechResult result = Decoded.heard(wav, Decoded.CARRIED, SpeechRequest.automatic(null));
        assertEquals(List.of(), result.words());
    }
}
