package org.colloquy.speech.vosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.colloquy.speech.activity.MadeSound;
import org.colloquy.speech.vosk.NativeVosk.Heard;
import org.junit.jupiter.api.Test;

class HeardTimesTest {
    private static final float[] SOUND =
            new MadeSound(3).tone(0.5, 0.9, 150, 0.2).tone(1.5, 2.1, 200, 0.2).samples;

    @Test
    void wordsBesideAPauseGiveItBack() {
        List<Heard> mended =
                HeardTimes.mended(
                        List.of(new Heard("one", 0.45, 0.93, 0.8), new Heard("two", 1.44, 2.13, 1)),
                        SOUND);
        assertEquals(2, mended.size());
        assertEquals("one", mended.getFirst().text());
        assertEquals(0.8, mended.getFirst().confidence());
        assertEquals(0.5, mended.getFirst().startSeconds(), 0.02);
        assertEquals(0.9, mended.getFirst().endSeconds(), 0.02);
        assertEquals(1.5, mended.getLast().startSeconds(), 0.02);
        assertEquals(2.1, mended.getLast().endSeconds(), 0.02);
    }

    @Test
    void aWordFarFromAllSoundStaysNearItsPlace() {
        Heard lost = new Heard("lost", 2.5, 2.8, 0.3);
        Heard mended = HeardTimes.mended(List.of(lost), SOUND).getFirst();
        assertEquals(2.5, mended.startSeconds(), 0.2);
        assertEquals(2.8, mended.endSeconds(), 0.2);
    }

    @Test
    void wordsThatCannotBePlacedKeepTheirTimes() {
        List<Heard> words =
                List.of(new Heard("beyond", 7, 7.4, 1), new Heard("the end", 8, 8.2, 1));
        assertEquals(words, HeardTimes.mended(words, SOUND));
        assertEquals(List.of(), HeardTimes.mended(List.of(), SOUND));
    }
}
