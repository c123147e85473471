package org.colloquy.bench.truth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.bench.truth.Matches.Rated;
import org.colloquy.bench.truth.Matches.Unit;
import org.colloquy.speech.Word;
import org.junit.jupiter.api.Test;

class MatchesTest {
    private static List<Word> heard(String text) {
        List<Word> words = new ArrayList<>();
        for (String one : text.split(" ")) {
            words.add(new Word(one, words.size(), words.size() + 1, 0.5, null));
        }
        return words;
    }

    private static List<Boolean> right(String said, String heard, Unit unit) {
        return Matches.of(said, heard(heard), unit).right().stream().map(Rated::right).toList();
    }

    @Test
    void changedAndAddedWordsAreWrong() {
        assertEquals(
                List.of(true, false, true, false),
                right("Tell me more.", "tell, him MORE now", Unit.WORD));
    }

    @Test
    void whatIsNotHeardIsNotRecalled() {
        assertArrayEquals(
                new boolean[] {true, false, true},
                Matches.of("yes no yes", heard("yes yes"), Unit.WORD).recalled());
        assertArrayEquals(new boolean[2], Matches.of("not one", List.of(), Unit.WORD).recalled());
    }

    @Test
    void aWordOfSeveralPartsNeedsThemAll() {
        assertEquals(List.of(true), right("side by side", "side-by-side", Unit.WORD));
        assertEquals(List.of(false), right("side by side", "side-by-seed", Unit.WORD));
    }

    @Test
    void charactersDoNotCareForSpaces() {
        assertEquals(List.of(true, true, false), right("데이터 집합에서", "데이터집합 에 소", Unit.CHARACTER));
    }
}
