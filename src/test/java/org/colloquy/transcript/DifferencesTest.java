package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where another engine heard something else. */
class DifferencesTest {
    private final Draft draft =
            Draft.of("how did you start", "i rote a list of agencys", "and then");

    private Differences differences(List<MachineWord> heard) {
        return Differences.of(draft.turns(), draft.present().machine(), heard);
    }

    private Differences heard(String... lines) {
        return differences(Draft.machine(lines));
    }

    private static List<String> texts(Differences differences) {
        return differences.all().stream()
                .map(difference -> difference.written() + " > " + difference.heard())
                .toList();
    }

    private static List<MachineWord> sure(List<MachineWord> words, double confidence) {
        return words.stream()
                .map(
                        word ->
                                new MachineWord(
                                        word.id(),
                                        word.text(),
                                        word.startMillis(),
                                        word.endMillis(),
                                        confidence,
                                        null))
                .toList();
    }

    @Test
    void caseAndPunctuationAreNoDifference() {
        Differences same = heard("How did you start?", "I rote a list, of agencys.", "And then");
        assertEquals(List.of(), same.all());
        assertEquals(1, same.agreement());
    }

    @Test
    void namesTheWordsInDoubt() {
        Differences found = heard("how did you start", "I wrote a list of agencies", "and then");
        assertEquals(List.of("rote > wrote", "agencys > agencies"), texts(found));
        Difference first = found.all().getFirst();
        assertEquals(2, first.turnId());
        assertEquals(6, first.firstWord());
        assertEquals(6, first.lastWord());
        assertNull(first.before());
        assertEquals(10 / 12.0, found.agreement(), 1e-9);
    }

    @Test
    void theIdIsThatOfThePlaceAndBothWordings() {
        Difference once = heard("how did you start", "i wrote a list of agencys").all().getFirst();
        Difference again = heard("how did you start", "i wrote a list of agencys").all().getFirst();
        assertEquals(once.id(), again.id());
        Difference other = heard("how did you start", "i rowed a list of agencys").all().getFirst();
        assertFalse(once.id().equals(other.id()));
    }

    @Test
    void aDifferenceEndsWhereItsTurnEnds() {
        List<MachineWord> other = new ArrayList<>(Draft.machine("how did you stop", "he rote a"));
        assertEquals(List.of("start > stop", "i > he"), texts(differences(other)).subList(0, 2));
    }

    @Test
    void whatOnlyOneHeard() {
        List<MachineWord> other = new ArrayList<>(draft.present().machine());
        other.remove(6);
        other.add(new MachineWord(13, "yes", 1_700, 1_800, 0.9, null));
        other.sort(java.util.Comparator.comparingLong(MachineWord::startMillis));
        Differences found = differences(other);
        assertEquals(List.of(" > yes", "a > "), texts(found));
        Difference putIn = found.all().getFirst();
        assertEquals(1, putIn.turnId());
        assertNull(putIn.firstWord());
        assertNull(putIn.before(), "at the turn's end");
        assertFalse(found.all().get(1).surer());
    }

    @Test
    void whatOnlyTheOtherHeardInATurnStandsBeforeItsNextWord() {
        List<MachineWord> other = new ArrayList<>(draft.present().machine());
        other.add(new MachineWord(13, "long", 3_710, 3_790, 0.9, null));
        other.sort(java.util.Comparator.comparingLong(MachineWord::startMillis));
        Difference putIn = differences(other).all().getFirst();
        assertEquals(8, putIn.before());
        assertEquals(2, putIn.turnId());
    }

    @Test
    void spacesAreNoDifference() {
        Draft korean = Draft.of("저는 할 수 있다고 생각합니다");
        List<MachineWord> other =
                List.of(
                        new MachineWord(1, "저는", 0, 300, 0.9, null),
                        new MachineWord(2, "할수", 400, 1_100, 0.9, null),
                        new MachineWord(3, "있다고", 1_200, 1_500, 0.9, null),
                        new MachineWord(4, "생각", 1_600, 1_750, 0.9, null),
                        new MachineWord(5, "합니다", 1_750, 1_900, 0.9, null));
        Differences found = Differences.of(korean.turns(), korean.present().machine(), other);
        assertEquals(List.of(), texts(found));
        assertEquals(1, found.agreement());
    }

    @Test
    void hyphensAndSmallNumbersAreNoDifference() {
        Draft numbers = Draft.of("3 risk assessments and e-mail");
        List<MachineWord> other = Draft.machine("three risk-assessments and e mail");
        assertEquals(
                List.of(),
                texts(Differences.of(numbers.turns(), numbers.present().machine(), other)));
    }

    @Test
    void whatAPersonDidIsSettled() {
        draft.correct(2, "I wrote a list of agencies");
        draft.correct(3, "and");
        draft.correct(1, "how did you really start");
        Differences found = heard("how did you start", "he rowed a list of agendas", "and then");
        assertEquals(List.of(), texts(found));
        assertEquals(8 / 12.0, found.agreement(), 1e-9, "I, wrote, agencies and really");
    }

    @Test
    void aMarkComesBackWithTheOldWording() {
        draft.correct(2, "i wrote a list of agencys");
        assertEquals(
                List.of(),
                heard("how did you start", "i wrote a list of agencys", "and then").all());
        draft.correct(2, "i rote a list of agencys");
        assertEquals(
                List.of("rote > wrote"),
                texts(heard("how did you start", "i wrote a list of agencys", "and then")));
    }

    @Test
    void theSurerIsTheOneWithTheGreaterConfidence() {
        List<MachineWord> other = Draft.machine("how did you start", "i wrote a list of agencys");
        assertTrue(differences(sure(other, 0.95)).all().getFirst().surer());
        assertFalse(differences(sure(other, 0.85)).all().getFirst().surer());
    }

    @Test
    void joinedTheOtherIsTakenOnlyWhereTheLeadingDoubts() {
        List<MachineWord> leading = draft.present().machine();
        List<MachineWord> other =
                Draft.machine("how did you start", "i wrote a list of agencies", "and then");
        String heard = "how did you start i rote a list of agencys and then";
        String joined = "how did you start i wrote a list of agencies and then";
        assertEquals(joined, text(Joined.of(sure(leading, 0.55), sure(other, 0.9))));
        // Not far surer; no doubt.
        assertEquals(heard, text(Joined.of(sure(leading, 0.55), sure(other, 0.8))));
        assertEquals(heard, text(Joined.of(sure(leading, 0.65), sure(other, 1))));
    }

    @Test
    void joiningPutsInNothingAndLeavesOutNothing() {
        List<MachineWord> words = Draft.machine("how did you start");
        assertEquals("", text(Joined.of(List.of(), sure(words, 1))));
        assertEquals("how did you start", text(Joined.of(sure(words, 0.1), List.of())));
    }

    private static String text(List<MachineWord> words) {
        return String.join(" ", words.stream().map(MachineWord::text).toList());
    }
}
