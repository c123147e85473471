package org.colloquy.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LoopsTest {
    @Test
    void aTextThatSaysOneThingIsCounted() {
        assertEquals(5, Loops.times(" 10. 10. 10. 10. 10."));
        assertEquals(6, Loops.times("Chak chak CHAK, chak chak chak"));
        assertEquals(3, Loops.times("I don't know, I don't know. I don't know."));
    }

    @Test
    void theLastTimeMayBeCutShort() {
        assertEquals(2, Loops.times("es el duro, es el duro, es el"));
    }

    @Test
    void whatSaysMoreIsSaidOnce() {
        assertEquals(1, Loops.times("No, no, I think that is everything."));
        assertEquals(1, Loops.times("Yes."));
        assertEquals(1, Loops.times("Tell me, and tell me why."));
        assertEquals(1, Loops.times(" ... "));
        assertEquals(1, Loops.times(""));
    }

    @Test
    void othersThanLatinLettersCount() {
        assertEquals(4, Loops.times("वाँ वाँ वाँ वाँ"));
    }
}
