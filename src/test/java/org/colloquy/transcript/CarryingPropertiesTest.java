package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whatever people did and whatever is heard then: talks made up by a seed. */
class CarryingPropertiesTest {
    private static final String[] SOUNDS = {
        "agency",
        "agencies",
        "list",
        "lists",
        "how",
        "did",
        "you",
        "start",
        "rote",
        "wrote",
        "a",
        "budget",
        "the",
        "then",
        "Then.",
        "meeting,",
        "called",
        "off"
    };

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private final List<MachineWord> machine = new ArrayList<>();

    private Draft workedOn(Random random) {
        int lines = 2 + random.nextInt(6);
        List<@Nullable Integer> voices = new ArrayList<>();
        String[] texts = new String[lines];
        for (int i = 0; i < lines; i++) {
            voices.add(random.nextInt(5) == 0 ? null : Integer.valueOf(1 + random.nextInt(3)));
            texts[i] = text(random, 1 + random.nextInt(8));
        }
        machine.addAll(Draft.spokenBy(voices, texts));
        Draft draft = Draft.of(machine);
        for (int step = 0; step < random.nextInt(6); step++) {
            List<Turn> turns = draft.turns();
            if (turns.isEmpty()) {
                break;
            }
            Turn turn = turns.get(random.nextInt(turns.size()));
            switch (random.nextInt(3)) {
                case 0 -> draft.setSpeaker(turn.id(), 1 + random.nextInt(4));
                case 1 -> draft.name(1 + random.nextInt(3), "Ann " + step);
                default -> draft.correct(turn.id(), corrected(random, turn));
            }
        }
        return draft;
    }

    private static String text(Random random, int words) {
        return random.ints(words, 0, SOUNDS.length)
                .mapToObj(i -> SOUNDS[i])
                .collect(Collectors.joining(" "));
    }

    private static String corrected(Random random, Turn turn) {
        List<String> words = new ArrayList<>();
        for (Word word : turn.words()) {
            switch (random.nextInt(6)) {
                case 0 -> words.add("CORRECTED");
                case 1 -> words.addAll(List.of(word.text(), "added"));
                case 2 -> {
                    // It is taken out.
                }
                default -> words.add(word.text());
            }
        }
        return String.join(" ", words);
    }

    /** Words heard otherwise, missed, put in, at other times, by voices counted otherwise. */
    private List<MachineWord> heardAgain(Random random) {
        List<MachineWord> again = new ArrayList<>();
        int shift = random.nextInt(3);
        long latest = 0;
        for (MachineWord word : machine) {
            int kind = random.nextInt(8);
            if (kind == 0) {
                continue;
            }
            for (int i = 0; i < (kind == 1 ? 2 : 1); i++) {
                latest = Math.max(latest, word.startMillis() + random.nextInt(200) - 100);
                Integer speaker = word.speaker();
                again.add(
                        new MachineWord(
                                again.size() + 1,
                                kind < 4 ? text(random, 1) : word.text(),
                                latest,
                                latest + 100 + random.nextInt(250),
                                0.7,
                                speaker == null || random.nextInt(9) == 0
                                        ? null
                                        : Integer.valueOf((speaker + shift) % 3 + 1)));
            }
        }
        return again;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatAlwaysHolds(int seed) {
        Random random = new Random(seed);
        Draft draft = workedOn(random);
        Carrying.Present present = draft.present();
        Stretch part = null;
        Carrying.Again again = Carrying.Again.whole(heardAgain(random));
        if (random.nextBoolean()) {
            long from = random.nextInt(8_000);
            part = new Stretch(from, from + 500 + random.nextInt(6_000));
            again = Heard.joined(machine, heardAgain(random), part);
        }
        Carried carried = Carrying.carry(present, again);
        inOrder(carried, again);
        humanWordsStay(present, carried);
        noPassageIsLost(draft, carried);
        if (part != null) {
            outsideNothingChanges(draft, carried, part);
        }
        for (Speaker speaker : present.speakers()) {
            assertTrue(carried.speakers().contains(speaker), speaker + " is gone");
        }
    }

    private static void inOrder(Carried carried, Carrying.Again again) {
        Set<Integer> ids = new HashSet<>();
        Set<Integer> turns = new HashSet<>();
        long latest = 0;
        int machineId = 0;
        for (Turn turn : carried.turns()) {
            assertTrue(turns.add(turn.id()), "two turns " + turn.id());
            assertTrue(!turn.words().isEmpty(), "an empty turn");
            for (Word word : turn.words()) {
                assertTrue(ids.add(word.id()), "two words " + word.id());
                assertTrue(word.id() < carried.nextWord(), "an id to be given again");
                assertTrue(word.startMillis() >= latest, word + " before " + latest);
                latest = word.startMillis();
                Integer stands = word.machineId();
                if (stands != null) {
                    assertTrue(stands >= machineId, "machine words in order");
                    assertTrue(stands <= again.machine().size(), "a machine word there is");
                    machineId = stands;
                }
            }
        }
    }

    /** What a person wrote is there, in order, with its id and its speaker where one was given. */
    private static void humanWordsStay(Carrying.Present present, Carried carried) {
        Map<Integer, Turn> turnOf = new HashMap<>();
        carried.turns().forEach(turn -> turn.words().forEach(w -> turnOf.put(w.id(), turn)));
        List<String> written = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        for (Standing.Item item : Standing.items(present.turns(), present.machine())) {
            Word word = item.word();
            if (word == null) {
                continue;
            }
            if (item.human()) {
                written.add(word.id() + " " + word.text());
                ids.add(word.id());
            }
            Turn now = turnOf.get(word.id());
            if (word.given() != null && now != null) {
                assertEquals(present.turns().get(item.turn()).speaker(), now.speaker());
            }
        }
        assertEquals(
                written,
                carried.words().stream()
                        .filter(word -> ids.contains(word.id()))
                        .map(word -> word.id() + " " + word.text())
                        .toList());
    }

    /** Every passage leads to words of the new transcript that begin before they end. */
    private static void noPassageIsLost(Draft draft, Carried carried) {
        List<Integer> order = carried.words().stream().map(Word::id).toList();
        List<Word> words = draft.words();
        for (int first = 0; first < words.size(); first++) {
            for (int last = first; last < Math.min(words.size(), first + 7); last++) {
                Optional<Anchors> ends =
                        carried.anchors(words.get(first).id(), words.get(last).id());
                assertEquals(!order.isEmpty(), ends.isPresent());
                ends.ifPresent(
                        end -> {
                            int from = order.indexOf(end.firstWord());
                            int to = order.indexOf(end.lastWord());
                            assertTrue(from >= 0 && to >= from, end + " of " + order);
                        });
            }
        }
    }

    private static void outsideNothingChanges(Draft draft, Carried carried, Stretch part) {
        Set<Integer> ids = new HashSet<>();
        for (Word word : draft.words()) {
            if (!part.holds((word.startMillis() + word.endMillis()) / 2.0)) {
                ids.add(word.id());
            }
        }
        assertEquals(those(draft.turns(), ids), those(carried.turns(), ids));
    }

    private static List<String> those(List<Turn> turns, Set<Integer> ids) {
        List<String> outside = new ArrayList<>();
        for (Turn turn : turns) {
            for (Word word : turn.words()) {
                if (ids.contains(word.id())) {
                    outside.add(
                            turn.speaker()
                                    + " "
                                    + new Word(
                                            word.id(),
                                            word.text(),
                                            word.startMillis(),
                                            word.endMillis(),
                                            word.confidence(),
                                            null,
                                            word.given()));
                }
            }
        }
        return outside;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameHearingChangesNothing(int seed) {
        Draft draft = workedOn(new Random(seed));
        Carried carried = Carrying.carry(draft.present(), Carrying.Again.whole(machine));
        assertEquals(List.of(), carried.changes());
        assertEquals(draft.words(), carried.words());
        assertNotNull(carried.speakers());
    }
}
