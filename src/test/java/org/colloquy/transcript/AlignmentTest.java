package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static final int NEXT = 1_000;

    @Test
    void anUnchangedTextLeavesEveryWordAsItIs() {
        List<Word> before = words("we spoke to the agency");
        assertEquals(before, align(before, "we spoke to the agency").words());
    }

    @Test
    void aReplacedWordHandsOnIdAndTimes() {
        List<Word> before = words("we spoke to the agents today");
        List<Word> after = align(before, "we spoke to the agency today").words();
        assertEquals(5, after.get(4).id());
        assertEquals(before.get(4).startMillis(), after.get(4).startMillis());
        assertEquals(before.get(4).endMillis(), after.get(4).endMillis());
        assertEquals(5, after.get(4).machineId());
        assertNull(after.get(4).confidence());
        assertEquals(before.get(5), after.get(5));
    }

    @Test
    void capitalsAndPunctuationKeepTheWord() {
        List<Word> after = align(words("yes we did it"), "Yes, we did it!").words();
        assertEquals(List.of(1, 2, 3, 4), ids(after));
        assertEquals(0.9, after.get(1).confidence());
        assertNull(after.get(0).confidence());
    }

    @Test
    void twoWordsThatBecameOneGiveItTheirTime() {
        List<Word> before = words("the service per vision plan");
        List<Word> after = align(before, "the service provision plan").words();
        assertEquals(List.of(1, 2, 3, 5), ids(after));
        assertEquals(before.get(2).startMillis(), after.get(2).startMillis());
        assertEquals(before.get(3).endMillis(), after.get(2).endMillis());
    }

    @Test
    void oneWordThatBecameTwoSharesItsTimeByLength() {
        List<Word> before = words("I cannot say");
        List<Word> after = align(before, "I can not say").words();
        assertEquals(List.of(1, 2, NEXT, 3), ids(after));
        assertEquals(before.get(1).startMillis(), after.get(1).startMillis());
        assertEquals(after.get(1).endMillis(), after.get(2).startMillis());
        assertEquals(before.get(1).endMillis(), after.get(2).endMillis());
    }

    @Test
    void aWordSaidTwiceAndTakenOutOnceIsNotMergedIntoTheOther() {
        List<Word> before = words("I I think um so");
        List<Word> after = align(before, "I think so").words();
        assertEquals(before.get(2), after.get(1));
        assertEquals(before.get(4), after.get(2));
        assertEquals(0.9, after.get(0).confidence());
    }

    @Test
    void aWordPutInLiesInThePauseBetweenItsNeighbours() {
        List<Word> before = words("we it");
        Alignment.Result result = align(before, "we did it");
        Word did = result.words().get(1);
        assertEquals(NEXT, did.id());
        assertNull(did.machineId());
        assertEquals(before.get(0).endMillis(), did.startMillis());
        assertEquals(before.get(1).startMillis(), did.endMillis());
        assertEquals(new Alignment.Source(1, 1), result.sources().get(1));
    }

    @Test
    void wordsPutInAtTheEdgesStayInsideTheTurn() {
        List<Word> before = words("we did");
        List<Word> after = align(before, "yes we did indeed").words();
        assertEquals(before.get(0).startMillis(), after.getFirst().startMillis());
        assertEquals(before.get(1).endMillis(), after.getLast().endMillis());
        assertEquals(before.get(1), after.get(2));
    }

    @Test
    void aMachineWordTakenOutAndTypedAgainGetsItsTimeBack() {
        List<Word> all = words("um we did it");
        List<MachineWord> removed = List.of(new MachineWord(1, "um", 1000, 1300, 0.9, null));
        Alignment.Result result =
                Alignment.align(
                        all.subList(1, 4),
                        byId(all),
                        removed,
                        new Alignment.Span(500, 9000),
                        List.of("um", "we", "did", "it"),
                        NEXT);
        assertEquals(new Word(NEXT, "um", 1000, 1300, 0.9, 1), result.words().getFirst());
        assertEquals(all.subList(1, 4), result.words().subList(1, 4));
    }

    @Test
    void anEmptiedTurnTypedAgainGetsAllItsTimesBack() {
        List<Word> all = words("we did it");
        List<MachineWord> removed = all.stream().map(w -> machine(w)).toList();
        List<Word> after =
                Alignment.align(
                                List.of(),
                                byId(all),
                                removed,
                                new Alignment.Span(0, 9000),
                                List.of("we", "did", "it"),
                                NEXT)
                        .words();
        assertEquals(List.of(NEXT, NEXT + 1, NEXT + 2), ids(after));
        for (int i = 0; i < 3; i++) {
            assertEquals(all.get(i).startMillis(), after.get(i).startMillis());
            assertEquals(all.get(i).endMillis(), after.get(i).endMillis());
        }
    }

    @Test
    void nothingTypedLeavesNothing() {
        assertTrue(align(words("we did it"), "").words().isEmpty());
    }

    @Test
    void emojiRightToLeftAndKoreanAreWordsLikeOthers() {
        List<Word> before = words("좋은 아침 שלום 👩‍👩‍👧 end");
        List<Word> after = align(before, "좋은 아침입니다 שלום 👩‍👩‍👧 end").words();
        assertEquals(List.of(1, 2, 3, 4, 5), ids(after));
        assertEquals(before.get(3), after.get(3));
    }

    @Test
    void theLongestTurnAllReplacedIsDone() {
        StringBuilder old = new StringBuilder();
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < WordText.MOST_WORDS; i++) {
            old.append("alpha").append(i).append(' ');
            typed.append(i * 7919 % 104729).append("beta ");
        }
        assertEquals(
                WordText.MOST_WORDS,
                align(words(old.toString().strip()), typed.toString()).words().size());
    }

    /** A thousand random edits of random turns: what is promised holds for each. */
    @Test
    void whateverIsTypedThePromisesHold() {
        Random random = new Random(20261123);
        for (int run = 0; run < 1_000; run++) {
            List<Word> before = randomTurn(random);
            List<String> typed = edited(before, random);
            Alignment.Span room =
                    new Alignment.Span(
                            before.getFirst().startMillis() - random.nextInt(2) * 200,
                            before.getLast().endMillis() + random.nextInt(2) * 200);
            List<MachineWord> removed = randomlyRemoved(before, random);
            List<Word> kept = new ArrayList<>(before);
            kept.removeIf(word -> removed.stream().anyMatch(m -> m.id() == machineId(word)));
            Alignment.Result result =
                    Alignment.align(kept, byId(before), removed, room, typed, NEXT);
            check("run " + run + " " + typed, kept, typed, room, result);
        }
    }

    private static void check(
            String run,
            List<Word> before,
            List<String> typed,
            Alignment.Span room,
            Alignment.Result result) {
        List<Word> after = result.words();
        assertEquals(typed, after.stream().map(Word::text).toList(), run);
        assertEquals(after.size(), result.sources().size(), run);
        long now = room.startMillis();
        Set<Integer> seen = new HashSet<>();
        Set<Integer> old = new HashSet<>(ids(before));
        int fresh = NEXT;
        for (Word word : after) {
            assertTrue(word.startMillis() >= now, run + " goes back at " + word);
            now = word.endMillis();
            assertTrue(seen.add(word.id()), run + " uses an id twice: " + word);
            if (!old.contains(word.id())) {
                assertEquals(fresh++, word.id(), run);
            }
        }
        assertTrue(now <= room.endMillis(), run);
        assertEquals(fresh, result.nextId(), run);
        int from = 0;
        for (Alignment.Source source : result.sources()) {
            assertTrue(source.from() >= from && source.to() >= source.from(), run);
            assertTrue(source.to() <= before.size(), run);
            from = source.from();
        }
        for (Word word : after) {
            for (Word was : before) {
                if (was.id() == word.id() && was.text().equals(word.text())) {
                    assertEquals(was.machineId(), word.machineId(), run);
                }
            }
        }
    }

    /** Editing one place leaves every word before and after it exactly as it was. */
    @Test
    void anEditInOnePlaceLeavesTheRestAlone() {
        Random random = new Random(7);
        for (int run = 0; run < 500; run++) {
            List<Word> before = distinctTurn(5 + random.nextInt(40));
            int from = random.nextInt(before.size());
            int to = from + random.nextInt(before.size() - from + 1);
            List<String> typed = new ArrayList<>(before.stream().map(Word::text).toList());
            List<String> middle = typed.subList(from, to);
            middle.clear();
            for (int i = random.nextInt(5); i > 0; i--) {
                middle.add("xx" + random.nextInt(1000) + "yy");
            }
            int tail = before.size() - to;
            List<Word> after = align(before, String.join(" ", typed)).words();
            assertEquals(before.subList(0, from), after.subList(0, from));
            assertEquals(
                    before.subList(to, before.size()),
                    after.subList(after.size() - tail, after.size()));
        }
    }

    @Test
    void likenessIsAboutSpelling() {
        assertEquals(1, Spelling.of("Agency,").likeness(Spelling.of("agency")));
        assertEquals(0, Spelling.of("one").likeness(Spelling.of("bud")));
        assertTrue(Spelling.of("agents").likeness(Spelling.of("agency")) > 0.5);
        assertFalse(Spelling.of("—").same(Spelling.of("…")));
        assertNotEquals(0, Spelling.of("👍").likeness(Spelling.of("👍")));
    }

    private static int machineId(Word word) {
        Integer id = word.machineId();
        return id == null ? -1 : id;
    }

    private static MachineWord machine(Word word) {
        return new MachineWord(
                machineId(word), word.text(), word.startMillis(), word.endMillis(), 0.9, null);
    }

    private static List<MachineWord> randomlyRemoved(List<Word> before, Random random) {
        return before.stream()
                .filter(word -> word.machineId() != null && random.nextInt(6) == 0)
                .map(AlignmentTest::machine)
                .toList();
    }

    private static final String[] VOCABULARY = {
        "we", "the", "The", "agency", "agents", "can", "not", "cannot", "per", "vision",
        "provision", "um", "I", "a", "list", "learner's", "שלום", "네", "👍", "—"
    };

    private static List<Word> randomTurn(Random random) {
        List<Word> words = new ArrayList<>();
        long now = 10_000;
        int size = 1 + random.nextInt(30);
        for (int i = 1; i <= size; i++) {
            long start = now + random.nextInt(3) * 50L;
            now = start + random.nextInt(4) * 100L;
            words.add(
                    new Word(
                            i,
                            VOCABULARY[random.nextInt(VOCABULARY.length)],
                            start,
                            now,
                            0.9,
                            random.nextInt(5) == 0 ? null : Integer.valueOf(i)));
        }
        return words;
    }

    private static List<Word> distinctTurn(int size) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.append((char) ('a' + i % 26)).append("w".repeat(1 + i / 26)).append(i).append(' ');
        }
        return words(text.toString().strip());
    }

    private static List<String> edited(List<Word> before, Random random) {
        List<String> typed = new ArrayList<>(before.stream().map(Word::text).toList());
        for (int edits = random.nextInt(8); edits > 0; edits--) {
            int place = random.nextInt(typed.size() + 1);
            String word = VOCABULARY[random.nextInt(VOCABULARY.length)];
            switch (random.nextInt(4)) {
                case 0 -> typed.add(place, word);
                case 1 -> {
                    if (place < typed.size()) {
                        typed.remove(place);
                    }
                }
                case 2 -> {
                    if (place < typed.size()) {
                        typed.set(place, word);
                    }
                }
                default -> {
                    List<String> end = typed.subList(place, typed.size());
                    List<String> moved = new ArrayList<>(end);
                    end.clear();
                    typed.addAll(0, moved);
                }
            }
        }
        return typed;
    }

    /** Words of 300 ms with pauses of 100 ms, from 1 s on, that the machine was sure of. */
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            int id = words.size() + 1;
            long start = 1000 + 400L * (id - 1);
            words.add(new Word(id, word, start, start + 300, 0.9, id));
        }
        return words;
    }

    private static Alignment.Result align(List<Word> before, String text) {
        return Alignment.align(
                before,
                Map.of(),
                List.of(),
                new Alignment.Span(before.getFirst().startMillis(), before.getLast().endMillis()),
                WordText.words(text),
                NEXT);
    }

    /** The machine's words, where these are as it heard them. */
    private static Map<Integer, MachineWord> byId(List<Word> words) {
        return words.stream()
                .filter(word -> word.machineId() != null)
                .map(AlignmentTest::machine)
                .collect(Collectors.toMap(MachineWord::id, word -> word));
    }

    private static List<Integer> ids(List<Word> words) {
        return words.stream().map(Word::id).toList();
    }
}
