package org.colloquy.speech.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SoundProfileTest {
    @Test
    void soundIsPresentWhereItIsAndNowhereElse() {
        SoundProfile profile = new MadeSound(2).tone(0.5, 1.2, 150, 0.2).profile();
        assertEquals(200, profile.frames());
        assertEquals(1, profile.presence(60));
        assertEquals(1, profile.presence(118));
        assertEquals(0, profile.presence(48));
        assertEquals(0, profile.presence(121));
    }

    @Test
    void steadyHissIsBackgroundAndAToneInItIsNot() {
        SoundProfile profile = new MadeSound(3).hiss(0, 3, 0.02).tone(1, 1.5, 150, 0.2).profile();
        int heard = 0;
        for (int frame = 5; frame < 95; frame++) {
            heard += profile.presence(frame) > 0.3 ? 1 : 0;
        }
        assertTrue(heard <= 2, heard + " frames of hiss are taken for sound");
        assertTrue(profile.presence(120) > 0.9);
    }

    @Test
    void humUnderHissOfSpeechDoesNotCount() {
        SoundProfile profile = new MadeSound(3).tone(0, 3, 50, 0.2).hiss(1, 1.3, 0.05).profile();
        assertTrue(profile.presence(50) < 0.3);
        assertTrue(profile.presence(115) > 0.9);
    }

    @Test
    void changeIsGreatestWhereOneSoundTurnsIntoAnother() {
        SoundProfile profile = new MadeSound(2).tone(0.2, 1, 120, 0.2).hiss(1, 1.8, 0.1).profile();
        int greatest = 40;
        for (int frame = 40; frame < 160; frame++) {
            if (profile.change(frame) > profile.change(greatest)) {
                greatest = frame;
            }
        }
        assertEquals(100, greatest, 1);
    }

    @Test
    void silenceAndNothingAtAllHoldNoSound() {
        assertEquals(0, new MadeSound(1).profile().presence(50));
        assertEquals(0, SoundProfile.of(new float[0]).presence(0));
    }
}
