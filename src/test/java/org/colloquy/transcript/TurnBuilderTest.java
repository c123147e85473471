package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TurnBuilderTest {
    private final List<TurnBuilder.Spoken> words = new ArrayList<>();

    @Test
    void nothingSaidIsNoTurn() {
        assertEquals(List.of(), TurnBuilder.build(words));
    }

    @Test
    void anotherSpeakerIsAnotherTurn() {
        say("How", 0, 1).say("so?", 300, 1).say("Well,", 700, 2).say("I", 1000, null);
        assertEquals(List.of("How so?", "Well,", "I"), texts());
        assertEquals(2, TurnBuilder.build(words).get(1).speaker());
    }

    @Test
    void aPauseEndsATurnOnlyWhereTheSentenceEnds() {
        say("I", 0, 1).say("wrote", 2_000, 1).say("it.”", 2_300, 1).say("Then", 4_100, 1);
        assertEquals(List.of("I wrote it.”", "Then"), texts());
    }

    @Test
    void aVeryLongPauseEndsATurnOfAnEngineWithoutPunctuation() {
        say("i", 0, 1).say("wrote", 2_000, 1).say("then", 5_300, 1);
        assertEquals(List.of("i wrote", "then"), texts());
    }

    @Test
    void aLongSpeechIsCutAtAnEndOfASentence() {
        for (int i = 0; i < 400; i++) {
            say(i % 20 == 19 ? "end." : "word", i * 250L, 1);
        }
        List<Turn> turns = TurnBuilder.build(words);
        assertEquals(2, turns.size());
        assertTrue(turns.getFirst().text().endsWith("end."));
        assertTrue(turns.getFirst().endMillis() >= 60_000);
        assertTrue(turns.getFirst().endMillis() <= 66_000);
    }

    @Test
    void keepsEveryWordInOrderAndNoTurnEmptyWhateverComes() {
        Random random = new Random(1);
        long now = 0;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(10) == 0 ? random.nextInt(5_000) : 0;
            say(random.nextInt(9) == 0 ? "end." : "word", now, random.nextInt(40) == 0 ? 2 : 1);
        }
        List<Turn> turns = TurnBuilder.build(words);
        assertEquals(
                words.stream().map(TurnBuilder.Spoken::word).toList(),
                turns.stream().flatMap(turn -> turn.words().stream()).toList());
        for (Turn turn : turns) {
            assertFalse(turn.words().isEmpty());
            assertTrue(turn.words().size() <= WordText.MOST_WORDS);
        }
    }

    private TurnBuilderTest say(String text, long start, @Nullable Integer speaker) {
        int id = words.size() + 1;
        words.add(new TurnBuilder.Spoken(new Word(id, text, start, start + 200, 0.5, id), speaker));
        return this;
    }

    private List<String> texts() {
        return TurnBuilder.build(words).stream().map(Turn::text).toList();
    }
}
