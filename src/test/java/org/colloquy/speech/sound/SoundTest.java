package org.colloquy.speech.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colloquy.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundTest {
    @TempDir Path folder;

    @Test
    void mixIsTheMeanOfTheChannelsAndSilenceOutside() throws IOException {
        Path file = folder.resolve("a.wav");
        WavFile.write(file, 2, new short[] {16384, 0, 16384, 16384, -16384, -16384});
        try (Sound sound = Sound.open(file)) {
            assertEquals(3, sound.length());
            assertArrayEquals(new float[] {0, 0.25f, 0.5f, -0.5f, 0}, sound.mix(-1, 5));
            assertArrayEquals(new short[] {16384, 16384}, sound.raw(1, 1));
        }
    }

    /** A microphone wired the wrong way round: the mean would be silence. */
    @Test
    void mixOfOppositeChannelsIsHalfTheirDifference() throws IOException {
        Path file = folder.resolve("opposite.wav");
        WavFile.write(file, 2, new short[] {16384, -16384, -8192, 8192, 16384, -16000});
        try (Sound sound = Sound.open(file)) {
            float last = (16384 + 16000) / 65536f;
            assertArrayEquals(new float[] {0.5f, -0.25f, last}, sound.mix(0, 3), 1e-6f);
        }
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path text = folder.resolve("text.wav");
        Files.writeString(text, "This is no sound, only text that is long enough for a header.");
        assertThrows(Problem.BadInput.class, () -> Sound.open(text));
        Path empty = folder.resolve("empty.wav");
        Files.createFile(empty);
        assertThrows(Problem.BadInput.class, () -> Sound.open(empty));
    }
}
