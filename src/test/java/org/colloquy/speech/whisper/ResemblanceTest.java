package org.colloquy.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ResemblanceTest {
    private static double of(String one, String other) {
        return Resemblance.of(Resemblance.key(one), Resemblance.key(other));
    }

    @Test
    void hearsWhatIsSaidAndNotHowItIsSpelt() {
        assertEquals("savan", Resemblance.key("Siobhan"));
        assertEquals("nav", Resemblance.key("Niamh"));
        assertEquals(1, of("COSHH", "kosh".replace('k', 'c')), 1e-9);
        assertEquals(1, of("Waterlow score", "water-low score"), 1e-9);
        assertEquals(1, of("Agnieszka", "Agna-ishka"), 1e-9);
        assertTrue(of("Siobhan", "Shivon") > 0.8);
        assertTrue(of("Mukherjee", "Mukajee") > of("Mukherjee", "Marjorie"));
    }

    @Test
    void whatHasNothingInCommonIsNotAlike() {
        assertTrue(of("Siobhan", "keyboard") < 0.45);
        assertTrue(of("Tadhg", "mouse") < 0.45);
        assertEquals(0, of("", ""));
        assertEquals("", Resemblance.key("-- !"));
    }
}
