package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ErrorRateTest {
    @Test
    void sameWordsInOtherDressAreRight() {
        assertEquals(0, ErrorRate.ofWords("Side-by-side, you'll see.", "side by side youll SEE"));
    }

    @Test
    void wordsPutInLeftOutAndChangedCount() {
        assertEquals(0.25, ErrorRate.ofWords("one two three four", "one two three five"));
        assertEquals(0.25, ErrorRate.ofWords("one two three four", "one two four"));
        assertEquals(0.25, ErrorRate.ofWords("one two three four", "one two two three four"));
        assertEquals(1, ErrorRate.ofWords("one two", ""));
    }

    @Test
    void charactersCountWithoutSpaces() {
        assertEquals(0, ErrorRate.ofCharacters("인식 결과.", "인식결 과"));
        assertEquals(0.25, ErrorRate.ofCharacters("인식결과", "인식결가"));
    }
}
