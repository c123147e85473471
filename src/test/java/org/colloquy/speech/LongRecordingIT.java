package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.Shared;
import org.colloquy.common.Cancellation;
import org.colloquy.speech.sound.Sound;
import org.colloquy.speech.sound.WavFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long recording is heard as its parts are: no word is lost or doubled where it is cut. */
class LongRecordingIT {
    private static final List<String> NAMES = List.of("read_en_1", "read_en_2", "read_en_3");

    @TempDir Path folder;

    private static SpeechResult heard(Path wav, List<Double> fractions) {
        SpeechRequest request = new SpeechRequest(Engine.WHISPER, null, "en", new Speakers.None());
        return new Transcriber(Decoded.CARRIED)
                .transcribe(
                        wav,
                        request,
                        (step, fraction) -> fractions.add(fraction == null ? 0 : fraction),
                        Cancellation.NEVER);
    }

    @Test
    void theWholeHoldsTheWordsOfItsParts() throws IOException {
        List<short[]> sounds = new ArrayList<>();
        StringBuilder parts = new StringBuilder();
        int length = 0;
        for (String name : NAMES) {
            Path wav = Decoded.wav(Shared.file("audio/" + name + ".flac"), folder);
            parts.append(Decoded.text(heard(wav, new ArrayList<>()))).append(' ');
            try (Sound sound = Sound.open(wav)) {
                sounds.add(sound.raw(0, (int) sound.length()));
                length += (int) sound.length();
            }
        }
        short[] all = new short[length];
        int at = 0;
        for (short[] sound : sounds) {
            System.arraycopy(sound, 0, all, at, sound.length);
            at += sound.length;
        }
        Path joined = folder.resolve("joined.wav");
        WavFile.write(joined, 1, all);
        List<Double> fractions = new ArrayList<>();
        SpeechResult whole = heard(joined, fractions);
        double rate = ErrorRate.ofWords(parts.toString(), Decoded.text(whole));
        System.out.printf("Whole against parts, word error rate: %.4f%n", rate);
        // A word more or less at any of its cuts is 0.0034; other windows spell a few words anew.
        assertTrue(rate <= 0.03, rate + ": " + Decoded.text(whole));
        for (int i = 1; i < fractions.size(); i++) {
            assertTrue(fractions.get(i) >= fractions.get(i - 1), "fraction " + i);
        }
        assertEquals(1, fractions.getLast(), 0.01);
    }
}
