package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a later hearing does to a transcript, case by case. */
class CarryingTest {
    private final Draft draft =
            Draft.of("how did you start", "i rote a list of agencys", "and then");

    private Carried whole(String... lines) {
        return Carrying.carry(draft.present(), Carrying.Again.whole(Draft.machine(lines)));
    }

    private static List<String> texts(Carried carried) {
        return carried.turns().stream().map(Turn::text).toList();
    }

    private static List<String> changes(Carried carried) {
        return carried.changes().stream()
                .map(change -> change.before() + " > " + change.after())
                .toList();
    }

    @Test
    void theSameHearingChangesNothing() {
        draft.correct(2, "I wrote a list of agencies");
        draft.correct(1, "how you start");
        Carried carried = whole("how did you start", "i rote a list of agencys", "and then");
        assertEquals(List.of(), carried.changes());
        assertEquals(draft.turns(), carried.turns());
        assertEquals(12 - 1, carried.wordsSame());
        assertEquals(3, carried.corrections());
    }

    @Test
    void whatNobodyCorrectedReadsAsItIsHeardNow() {
        Carried carried = whole("how did you start", "I wrote a list of agencies", "and then");
        assertEquals(
                List.of("how did you start", "I wrote a list of agencies", "and then"),
                texts(carried));
        assertEquals(List.of("i > I", "rote > wrote", "agencys > agencies"), changes(carried));
        ProposedChange change = carried.changes().get(1);
        assertEquals("how did you start i", change.contextBefore());
        assertEquals("a list of agencys and then", change.contextAfter());
        assertEquals("Speaker 2", change.speaker());
        assertEquals(
                draft.turns().stream().flatMap(t -> t.words().stream()).map(Word::id).toList(),
                carried.words().stream().map(Word::id).toList());
    }

    @Test
    void capitalsAndPunctuationAreNoOtherWords() {
        Carried carried = whole("How did you start?", "I rote a list, of agencys", "and-then");
        assertEquals(
                List.of(
                        "WRITING how > How",
                        "WRITING start i > start? I",
                        "WRITING list > list,",
                        "WRITING and then > and-then"),
                carried.changes().stream()
                        .map(c -> c.kind().name() + " " + c.before() + " > " + c.after())
                        .toList());
        assertEquals(12, carried.wordsSame());
    }

    @Test
    void whatIsSaidAtTheEdgeOfAPartIsNotTakenTwice() {
        List<MachineWord> old = Draft.machine("how did you find out what had really happened");
        // The part ends within the sentence; the engine crowds what comes next into it.
        List<MachineWord> crowded =
                List.of(
                        new MachineWord(1, "how", 0, 200, 0.9, 1),
                        new MachineWord(2, "did", 200, 400, 0.9, 1),
                        new MachineWord(3, "we", 400, 600, 0.9, 1),
                        new MachineWord(4, "find", 600, 900, 0.9, 1),
                        new MachineWord(5, "out", 900, 1300, 0.9, 1),
                        new MachineWord(6, "what", 1400, 1600, 0.9, 1),
                        new MachineWord(7, "had", 1700, 1900, 0.9, 1));
        Stretch part = new Stretch(0, 2_000);
        Carried carried = Carrying.carry(Draft.of(old).present(), Heard.joined(old, crowded, part));
        assertEquals(List.of("how did we find out what had really happened"), texts(carried));
        assertEquals(List.of("you > we"), changes(carried));
    }

    @Test
    void whatAPersonWroteStays() {
        draft.correct(2, "I wrote a long list of agencies");
        Carried carried = whole("how did you start", "he rowed a list of a gents", "and them");
        assertEquals("I wrote a long list of agencies", texts(carried).get(1));
        assertEquals(List.of("then > them"), changes(carried));
        assertTrue(carried.turns().get(1).corrected());
        assertEquals(3, carried.corrections());
    }

    @Test
    void whatAPersonTookOutDoesNotComeBack() {
        draft.correct(1, "how did start");
        draft.correct(3, "and");
        Carried carried = whole("how did you start", "i rote a list of agencys", "and then");
        assertEquals(List.of(), carried.changes());
        assertEquals("how did start", texts(carried).getFirst());
    }

    @Test
    void whatAPersonPutInDoesNotComeTwice() {
        draft.correct(3, "and then what");
        Carried carried = whole("how did you start", "i rote a list of agencys", "and then what");
        assertEquals(List.of(), carried.changes());
        assertEquals("and then what", texts(carried).get(2));
    }

    @Test
    void wordsThatNobodyHeardBeforeArePutIn() {
        List<MachineWord> heard =
                Draft.machine("how did you start", "i rote a list of agencys", "and then");
        List<MachineWord> more = new ArrayList<>(heard);
        long end = heard.getLast().endMillis();
        more.add(new MachineWord(heard.size() + 1, "bye", end + 5_000, end + 5_400, 0.9, 1));
        Carried carried = Carrying.carry(draft.present(), Carrying.Again.whole(more));
        assertEquals(List.of(" > bye"), changes(carried));
        assertEquals(13, carried.words().getLast().id());
        assertEquals(4, carried.turns().size());
        assertEquals(4, carried.turns().get(3).id());
        assertEquals(14, carried.nextWord());
    }

    /** Words that people took out stand in no voice that they read: they do not say whose it is. */
    @Test
    void wordsThatPeopleTookOutDoNotTurnTheSpeakersRound() {
        Draft edited = Draft.of("um er so um er well yes", "no", "um er um er ah I see", "right");
        edited.correct(1, "yes");
        edited.correct(3, "see");
        String all = "um er so um er well yes no um er um er ah I see right";
        List<MachineWord> heard = new ArrayList<>();
        List<MachineWord> before = edited.present().machine();
        assertEquals(all.split(" ").length, before.size());
        for (MachineWord word : before) {
            boolean left = List.of("yes", "see", "no", "right").contains(word.text());
            heard.add(
                    new MachineWord(
                            word.id(),
                            word.text(),
                            word.startMillis(),
                            word.endMillis(),
                            0.9,
                            left ? word.speaker() : Integer.valueOf(2)));
        }
        Carried carried = Carrying.carry(edited.present(), Carrying.Again.whole(heard));
        assertEquals(
                edited.turns().stream().map(Turn::speaker).toList(),
                carried.turns().stream().map(Turn::speaker).toList());
    }

    @Test
    void speakersAreTheSameUnderOtherNumbers() {
        draft.name(1, "Anna");
        draft.name(2, "Ben");
        Carried carried =
                Carrying.carry(
                        draft.present(),
                        Carrying.Again.whole(
                                Draft.spokenBy(
                                        List.of(2, 1, 2),
                                        "how did you start",
                                        "i rote a list of agencys",
                                        "and then")));
        assertEquals(List.of(), carried.changes());
        assertEquals(draft.turns(), carried.turns());
        assertEquals(2, carried.speakersKept());
    }

    @Test
    void aSpeakerThatAPersonSetStays() {
        draft.setSpeaker(3, 2);
        Carried carried = whole("how did you start", "i rote a list of agencys", "and then");
        assertEquals(2, carried.turns().get(2).speaker());
        assertTrue(carried.turns().get(2).speakerSet());
        assertFalse(carried.turns().get(1).speakerSet());
        assertEquals(List.of(), carried.changes());
    }

    @Test
    void anotherSpeakerIsAChangeToLookAt() {
        Carried carried =
                Carrying.carry(
                        draft.present(),
                        Carrying.Again.whole(
                                Draft.spokenBy(
                                        List.of(1, 2, 2),
                                        "how did you start",
                                        "i rote a list of agencys",
                                        "and then")));
        assertEquals(List.of("Speaker 1: and then > Speaker 2: and then"), changes(carried));
        assertEquals(
                new ProposedChange.Voices(Speaker.unnamed(1).said(), Speaker.unnamed(2).said()),
                carried.changes().getFirst().voices());
        assertFalse(carried.changes().getFirst().touches(0, 11));
        assertEquals(12, carried.wordsSame());
    }

    @Test
    void aHearingWithoutSpeakersKeepsThem() {
        List<MachineWord> heard =
                Draft.spokenBy(
                        java.util.Arrays.asList(null, null, null),
                        "how did you start",
                        "i rote a list of agencys",
                        "and then");
        Carried carried = Carrying.carry(draft.present(), Carrying.Again.whole(heard));
        assertEquals(draft.turns(), carried.turns());
    }

    @Test
    void onlyThePartIsReplaced() {
        Stretch part = new Stretch(2_000, 3_300);
        List<MachineWord> heard = Draft.machine("WHO ARE YOU NOW", "I wrote no things so BADLY");
        Carried carried =
                Carrying.carry(
                        draft.present(), Heard.joined(draft.present().machine(), heard, part));
        assertEquals(
                List.of("how did you start", "I wrote a list of agencys", "and then"),
                texts(carried));
        assertEquals(draft.turns().get(0), carried.turns().get(0));
        assertEquals(draft.turns().get(2), carried.turns().get(2));
    }

    @Test
    void aPartInAPausePutsWordsInAndLeavesTheRest() {
        Stretch part = new Stretch(1_650, 2_150);
        List<MachineWord> heard = List.of(new MachineWord(1, "well", 1_700, 1_900, 0.5, 1));
        Carrying.Again joined = Heard.joined(draft.present().machine(), heard, part);
        Carried carried = Carrying.carry(draft.present(), joined);
        assertEquals(List.of(" > well"), changes(carried));
        assertEquals("well", texts(carried).get(1));
        assertEquals(3, carried.turns().get(1).speaker(), "a voice that nothing is known of");
        assertEquals(draft.turns().getFirst(), carried.turns().getFirst());
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6),
                carried.words().stream().limit(6).map(Word::machineId).toList());
        assertEquals(12 + 1, joined.machine().size());
    }

    @Test
    void passagesGoWithTheirWords() {
        Carried carried = whole("how did you start", "I wrote list of agencies", "and then");
        assertEquals(Optional.of(new Anchors(5, 10)), carried.anchors(5, 10));
        assertEquals(Optional.of(new Anchors(8, 10)), carried.anchors(7, 10), "a is gone");
        assertEquals(Optional.of(new Anchors(5, 6)), carried.anchors(5, 7));
        Anchors nearest = carried.anchors(7, 7).orElseThrow();
        assertEquals(nearest.firstWord(), nearest.lastWord());
        assertEquals(Optional.empty(), carried.anchors(99, 99));
    }

    @Test
    void silenceLeavesWhatPeopleWrote() {
        draft.correct(2, "I wrote");
        Carried carried = Carrying.carry(draft.present(), Carrying.Again.whole(List.of()));
        assertEquals(List.of("I wrote"), texts(carried));
        assertNull(carried.words().getFirst().machineId());
        Anchors ends = carried.anchors(1, 12).orElseThrow();
        assertEquals(5, ends.firstWord());
        assertEquals(6, ends.lastWord());
        Draft untouched = Draft.of("one two");
        Carried empty = Carrying.carry(untouched.present(), Carrying.Again.whole(List.of()));
        assertEquals(List.of(), empty.turns());
        assertEquals(Optional.empty(), empty.anchors(1, 2));
    }

    @Test
    void threeHoursAreComparedInAMoment() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 27_000; i++) {
            words.add("word" + i % 700);
        }
        String before = String.join(" ", words);
        for (int i = 5; i < words.size(); i += 10) {
            words.set(i, "other" + i % 7);
        }
        Draft long1 = Draft.of(before);
        Carried carried =
                Carrying.carry(
                        long1.present(),
                        Carrying.Again.whole(Draft.machine(String.join(" ", words))));
        assertEquals(2_700, carried.changes().size());
        assertEquals(24_300, carried.wordsSame());
    }
}
