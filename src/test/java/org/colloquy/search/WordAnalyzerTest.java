package org.colloquy.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordAnalyzerTest {
    private static List<String> stems(String text) {
        return words(WordAnalyzer.withStems(), text);
    }

    private static List<String> words(WordAnalyzer analyzer, String text) {
        return analyzer.words(text).stream().map(WordAnalyzer.Place::word).toList();
    }

    @Test
    void aWordIsThereAsItIsAndByItsStem() {
        assertEquals(List.of("negotiating", "negotiate"), stems("Negotiating"));
        assertTrue(stems("negotiated").contains("negotiate"));
        assertEquals(List.of("plan"), stems("plan"));
    }

    @Test
    void caseAccentsAndPossessivesDoNotCount() {
        assertEquals(List.of("zoe", "cafe"), words(WordAnalyzer.plain(), "Zoë's CAFÉ"));
        assertEquals(List.of("zoe", "cafe"), words(WordAnalyzer.plain(), "Zoe\u0308 cafe\u0301"));
    }

    @Test
    void numbersOfCriteriaStayWhole() {
        assertEquals(List.of("1.2", "and", "2.1"), words(WordAnalyzer.plain(), "1.2 and 2.1."));
    }

    @Test
    void otherLanguagesAreCutToo() {
        assertEquals(List.of("회의", "준비"), stems("회의 준비"));
        assertEquals(List.of("مرحبا", "بكم"), stems("مرحبا بكم"));
        assertEquals(List.of("會", "議"), stems("會議"));
        assertEquals(List.of("हिन्दी"), stems("हिन्दी"), "vowel signs make the word");
    }

    @Test
    void placesAreInTheTextAsItStands() {
        String text = "🎉 Zoë won";
        List<WordAnalyzer.Place> places = WordAnalyzer.plain().words(text);
        WordAnalyzer.Place last = places.getLast();
        assertEquals("won", text.substring(last.start(), last.end()));
    }
}
