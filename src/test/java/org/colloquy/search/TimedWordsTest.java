package org.colloquy.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimedWordsTest {
    private static final List<TimedWords.Word> WORDS =
            List.of(
                    new TimedWords.Word(7, "We", 1000, 1200),
                    new TimedWords.Word(3, "🎉won", 1300, 1900),
                    new TimedWords.Word(9, "it.", 2_000_000_000, 2_000_000_500));

    @Test
    void everyCharacterLeadsToItsWord() {
        TimedWords words = TimedWords.of(WORDS);
        assertEquals("We 🎉won it.", TimedWords.text(WORDS));
        assertEquals(7, words.at(0).id());
        assertEquals(7, words.at(2).id(), "the space after it");
        assertEquals(3, words.at(3).id());
        assertEquals(3, words.at(5).id());
        assertEquals(9, words.at(9).id());
        assertTrue(words.reaches(11));
        assertFalse(words.reaches(12));
    }

    @Test
    void whatIsWrittenIsRead() {
        TimedWords words = TimedWords.of(WORDS);
        assertEquals(words, TimedWords.read(words.bytes()));
        assertEquals(2_000_000_500, words.endMillis());
    }

    @Test
    void noWordsReachNowhere() {
        TimedWords none = TimedWords.read(TimedWords.of(List.of()).bytes());
        assertFalse(none.reaches(0));
    }
}
