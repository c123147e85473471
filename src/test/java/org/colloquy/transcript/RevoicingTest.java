package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of turns when people say who speaks. */
class RevoicingTest {
    private final Draft draft = Draft.of("how did you start well", "i made a list", "and then");
    private List<Revoicing.Part> parts =
            draft.turns().stream().map(turn -> new Revoicing.Part(turn, null)).toList();
    private int nextTurn = 4;

    private void give(int first, int last, @Nullable Integer speaker) {
        parts =
                Revoicing.give(parts, first, last, speaker, draft.present().machine(), nextTurn)
                        .parts();
        nextTurn =
                Math.max(
                        nextTurn,
                        parts.stream().mapToInt(part -> part.turn().id()).max().orElse(0) + 1);
    }

    private List<String> turns() {
        return parts.stream()
                .map(p -> p.turn().id() + " " + p.turn().speaker() + ": " + p.turn().text())
                .toList();
    }

    private List<Turn> plain() {
        return parts.stream().map(Revoicing.Part::turn).toList();
    }

    @Test
    void wordsInTheMiddleOfATurnBecomeATurnOfTheirOwnAndComeBack() {
        List<Turn> before = plain();
        give(2, 3, 2);
        assertEquals(
                List.of(
                        "1 1: how",
                        "4 2: did you",
                        "5 1: start well",
                        "2 2: i made a list",
                        "3 1: and then"),
                turns());
        assertTrue(parts.get(1).turn().speakerSet());
        assertFalse(parts.get(0).turn().speakerSet());
        give(2, 3, 1);
        assertEquals(before, plain());
    }

    @Test
    void theLastWordsOfATurnGoToTheTurnBehindWhereNoPauseIsBetween() {
        Draft close =
                Draft.of(
                        Draft.spokenBy(
                                List.of(1, 1, 2), "how did", "you start", "well i made a list"));
        // A second of silence: less than a pause that ends a turn without the end of a sentence.
        parts = close.turns().stream().map(turn -> new Revoicing.Part(turn, null)).toList();
        assertEquals(List.of("1 1: how did you start", "2 2: well i made a list"), turns());
        List<Turn> before = plain();
        give(3, 4, 2);
        assertEquals(List.of("1 1: how did", "2 2: you start well i made a list"), turns());
        give(3, 4, 1);
        assertEquals(before, plain());
        assertFalse(parts.get(1).turn().speakerSet());
    }

    @Test
    void aWholeTurnKeepsItsId() {
        give(6, 9, 3);
        assertEquals("2 3: i made a list", turns().get(1));
        assertTrue(parts.get(1).turn().speakerSet());
        give(6, 9, 2);
        assertFalse(parts.get(1).turn().speakerSet());
    }

    @Test
    void wordsOverSeveralTurnsAreOneSpeakersAndTheCorrectedPieceStaysCorrected() {
        draft.correct(2, "i wrote a list");
        parts = draft.turns().stream().map(turn -> new Revoicing.Part(turn, null)).toList();
        give(5, 7, null);
        assertEquals(
                List.of(
                        "1 1: how did you start",
                        "4 null: well i wrote",
                        "2 2: a list",
                        "3 1: and then"),
                turns());
        assertTrue(parts.get(1).turn().corrected());
        assertFalse(parts.get(2).turn().corrected());
    }

    @Test
    void whatIsSoAlreadyIsNotTouched() {
        assertSame(
                parts, Revoicing.give(parts, 6, 7, 2, draft.present().machine(), nextTurn).parts());
    }

    @Test
    void wordsThatAreNotThereAreRefused() {
        assertThrows(Problem.BadInput.class, () -> give(1, 99, 2));
        assertThrows(Problem.BadInput.class, () -> give(6, 2, 2));
    }

    @Test
    void twoSpeakersAreSwappedEverywhereAndBack() {
        List<Revoicing.Part> before = parts;
        List<Revoicing.Part> swapped = Revoicing.swap(parts, 1, 2, 0).parts();
        assertEquals(
                List.of(2, 1, 2), swapped.stream().map(part -> part.turn().speaker()).toList());
        assertTrue(swapped.stream().noneMatch(part -> part.turn().speakerSet()));
        assertEquals(before, Revoicing.swap(swapped, 1, 2, 0).parts());
    }

    @Test
    void fromATurnOnAPersonSaysWhoSpeaks() {
        List<Revoicing.Part> swapped = Revoicing.swap(parts, 1, 2, 1).parts();
        assertEquals(
                List.of(1, 1, 2), swapped.stream().map(part -> part.turn().speaker()).toList());
        assertFalse(swapped.getFirst().turn().speakerSet());
        assertTrue(swapped.getLast().turn().speakerSet());
        assertEquals(parts, Revoicing.swap(swapped, 1, 2, 1).parts());
    }

    /** Whatever is given and given back: words stay, ids are used once, turns hold one speaker. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverPeopleSayNothingIsLost(long seed) {
        Random random = new Random(seed);
        List<Integer> voices = new ArrayList<>();
        String[] lines = new String[12];
        for (int i = 0; i < lines.length; i++) {
            voices.add(random.nextInt(4) == 0 ? null : Integer.valueOf(1 + random.nextInt(3)));
            lines[i] =
                    random.ints(1 + random.nextInt(6), 0, 99)
                            .mapToObj(n -> "w" + n + (n % 5 == 0 ? "." : ""))
                            .collect(Collectors.joining(" "));
        }
        Draft talk = Draft.of(Draft.spokenBy(voices, lines));
        parts = talk.turns().stream().map(turn -> new Revoicing.Part(turn, null)).toList();
        nextTurn = parts.size() + 1;
        List<Integer> words = talk.words().stream().map(Word::id).toList();
        List<@Nullable Integer> spoken = speakers();
        for (int step = 0; step < 40; step++) {
            int first = random.nextInt(words.size());
            int last = Math.min(words.size() - 1, first + random.nextInt(9));
            Integer speaker =
                    random.nextInt(6) == 0 ? null : Integer.valueOf(1 + random.nextInt(4));
            parts =
                    Revoicing.give(
                                    parts,
                                    words.get(first),
                                    words.get(last),
                                    speaker,
                                    talk.present().machine(),
                                    nextTurn)
                            .parts();
            nextTurn += 3;
            assertEquals(
                    words,
                    parts.stream()
                            .flatMap(part -> part.turn().words().stream())
                            .map(Word::id)
                            .toList());
            Set<Integer> ids = new HashSet<>();
            for (Revoicing.Part part : parts) {
                assertTrue(ids.add(part.turn().id()), "two turns " + part.turn().id());
                assertFalse(part.turn().words().isEmpty());
            }
            List<@Nullable Integer> now = speakers();
            for (int i = first; i <= last; i++) {
                assertEquals(speaker, now.get(i));
            }
        }
        // Every word back to whom it had: nothing is left that a person said.
        for (int i = 0; i < words.size(); i++) {
            parts =
                    Revoicing.give(
                                    parts,
                                    words.get(i),
                                    words.get(i),
                                    spoken.get(i),
                                    talk.present().machine(),
                                    nextTurn)
                            .parts();
            nextTurn += 3;
        }
        assertEquals(spoken, speakers());
        assertTrue(parts.stream().noneMatch(part -> part.turn().speakerSet()));
    }

    private List<@Nullable Integer> speakers() {
        List<@Nullable Integer> speakers = new ArrayList<>();
        for (Revoicing.Part part : parts) {
            part.turn().words().forEach(word -> speakers.add(part.turn().speaker()));
        }
        return speakers;
    }
}
