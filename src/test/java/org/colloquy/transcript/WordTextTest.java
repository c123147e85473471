package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.colloquy.common.Problem;
import org.junit.jupiter.api.Test;

class WordTextTest {
    @Test
    void cutsAtEveryKindOfWhiteSpaceAndAtControlCharacters() {
        assertEquals(
                List.of("a", "b", "c", "d", "e", "f", "g"),
                WordText.words(" a\tb\nc\u00a0d\u2003e\u0000f\u2028\u001bg\u0085"));
    }

    @Test
    void leavesOutWhatCannotBeSeenAndWhatTurnsDirection() {
        assertEquals(
                List.of("ab", "c"), WordText.words("\u202ea\u202cb \u200b \u2067c\u2069 \ufeff"));
    }

    @Test
    void keepsEmojiArabicAndHebrewAsTyped() {
        String text = "👩‍👩‍👧 👍🏽 می‌خواهم שָׁלוֹם 안녕";
        assertEquals(text, String.join(" ", WordText.words(text)));
    }

    @Test
    void composesLettersAndMendsHalfPairs() {
        assertEquals(List.of("é", "\ufffdx"), WordText.words("e\u0301 \ud83dx"));
    }

    @Test
    void refusesMoreThanATurnHoldsWithASentence() {
        Problem.TooLarge words =
                assertThrows(Problem.TooLarge.class, () -> WordText.typed("a ".repeat(2_501)));
        assertTrue(words.getMessage().contains("2,500 words"), words.getMessage());
        assertThrows(Problem.TooLarge.class, () -> WordText.typed("a".repeat(20_001)));
        assertEquals(2_500, WordText.typed("a ".repeat(2_500)).size());
    }
}
