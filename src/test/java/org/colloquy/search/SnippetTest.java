package org.colloquy.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {
    private final WordQueries queries = new WordQueries();

    private Snippet snippet(String text, String query) throws IOException {
        LitWords lit = new LitWords(queries.parse(query), queries.analyzer());
        return Snippet.around(text, lit.in(text));
    }

    private static List<String> lit(Snippet snippet) {
        return snippet.highlights().stream()
                .map(span -> snippet.text().substring(span.start(), span.end()))
                .toList();
    }

    @Test
    void aShortTextIsShownWhole() throws IOException {
        Snippet snippet = snippet("We agreed a price.", "agreeing");
        assertEquals("We agreed a price.", snippet.text());
        assertEquals(List.of("agreed"), lit(snippet));
    }

    @Test
    void aLongTextIsCutAroundTheFirstLitWordBetweenWords() throws IOException {
        String text = "before ".repeat(100) + "needle " + "after ".repeat(100) + "needle";
        Snippet snippet = snippet(text, "needle");
        assertEquals(List.of("needle"), lit(snippet));
        assertTrue(snippet.text().startsWith("…before"), snippet.text());
        assertTrue(snippet.text().endsWith("after…"), snippet.text());
        assertTrue(snippet.text().length() < 400);
    }

    @Test
    void theEndOfALongTextNeedsNoSignThatItGoesOn() throws IOException {
        String text = "before ".repeat(100) + "needle";
        Snippet snippet = snippet(text, "needle");
        assertTrue(snippet.text().endsWith("needle"));
        assertTrue(snippet.text().length() > 250, "as much as fits is shown");
    }

    @Test
    void signsBeyondTheFirstPlaneCountAsTwoUnitsAndAreNotCutInHalf() throws IOException {
        Snippet few = snippet("🎉🎉 we won 🎉", "won");
        assertEquals(List.of("won"), lit(few));
        Snippet many = snippet("🎉".repeat(400) + " won " + "🎉".repeat(400), "won");
        assertEquals(List.of("won"), lit(many));
        String inside = many.text().substring(1, many.text().length() - 1);
        assertFalse(Character.isLowSurrogate(inside.charAt(0)));
        assertFalse(Character.isHighSurrogate(inside.charAt(inside.length() - 1)));
    }

    @Test
    void joinedSignsAndAccentsStayTogether() throws IOException {
        String family = "👨\u200d👩\u200d👧";
        Snippet snippet = snippet(family.repeat(60) + " won " + "e\u0301".repeat(300), "won");
        assertEquals(List.of("won"), lit(snippet));
        int first = snippet.text().codePointAt(1);
        assertEquals("👨".codePointAt(0), first);
    }

    @Test
    void textThatRunsFromRightToLeftIsLitWhereItStands() throws IOException {
        assertEquals(List.of("بكم"), lit(snippet("مرحبا بكم في الجلسة", "بكم")));
        assertEquals(List.of("회의"), lit(snippet("오늘 회의 준비", "회의")));
    }

    @Test
    void phrasesBeginningsAndSeveralWordsAreLit() throws IOException {
        String text = "safety first: health and safety is safe";
        assertEquals(List.of("health and safety"), lit(snippet(text, "\"health and safety\"")));
        assertEquals(List.of("safety", "safety", "safe"), lit(snippet(text, "saf*")));
        assertEquals(List.of("first", "health"), lit(snippet(text, "health first")));
        assertEquals(List.of(), lit(snippet(text, "bananas")));
    }

    @Test
    void aLitPhraseLongerThanTheSnippetIsCutWithIt() throws IOException {
        String text = "word ".repeat(100).strip();
        Snippet snippet = snippet(text, "\"" + text + "\"");
        assertEquals(1, snippet.highlights().size());
        assertTrue(snippet.highlights().getFirst().end() <= snippet.text().length());
    }
}
