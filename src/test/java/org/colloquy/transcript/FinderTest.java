package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.colloquy.common.Problem;
import org.junit.jupiter.api.Test;

/** What is found in one turn, and what the turn reads like once it is replaced. */
class FinderTest {
    private static Turn turn(String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            int id = words.size() + 1;
            words.add(new Word(id, word, id * 100L, id * 100L + 90, 0.9, id));
        }
        return Turn.of(1, 1, words, false);
    }

    private static Replacing replacing(
            String text, String find, String replace, boolean matchCase, boolean wholeWords) {
        ReplaceRequest request = new ReplaceRequest(find, replace, matchCase, wholeWords, 1);
        return new Replacing(turn(text), new Finder(request), request.replace());
    }

    private static String whole(String text, String find, String replace) {
        String replaced = replacing(text, find, replace, false, true).replaced(Set.of());
        return String.join(" ", WordText.words(replaced));
    }

    @Test
    void wholeWordsAreFoundInAnyCaseAndKeepTheirPunctuation() {
        assertEquals(
                "The care plan, a care plan. Planning!",
                whole("The Plan, a plan. Planning!", "plan", "care plan"));
        assertEquals("can't can", whole("can't could", "could", "can"));
        assertEquals("can't may", whole("can't can", "can", "may"));
        assertEquals("self-review", whole("self-assessment", "assessment", "review"));
    }

    @Test
    void partsOfWordsAreFoundWhereThatIsAskedFor() {
        assertEquals(
                "the provizion and envizioned",
                replacing("the provision and envisioned", "vision", "vizion", true, false)
                        .replaced(Set.of()));
        assertEquals(0, replacing("Provision", "provision", "x", true, false).count());
        assertEquals("aaa", replacing("aaaaaa", "aa", "a", true, false).replaced(Set.of()));
    }

    @Test
    void severalWordsBecomeOneOrNone() {
        assertEquals(
                "the provision we planned",
                whole("the per vision we planned", "per  vision", "provision"));
        assertEquals("I think so", whole("Um, I think um so", "um", ""));
        assertEquals("that is it.", whole("that is it um.", "um", ""));
        assertEquals("so", whole("so you know you know", "you know", ""));
        assertEquals("", whole("um um", "um", ""));
    }

    @Test
    void lettersOfAllLanguagesAreLettersAndAccentsBelongToThem() {
        assertEquals("y dwr a'r tŷ", whole("y DŴR a'r tŷ", "dŵr", "dwr"));
        assertEquals("y dwr", whole("y dŵr", "dw\u0302r", "dwr"));
        assertEquals("계획은 좋다", whole("평가는 좋다", "평가는", "계획은"));
        assertEquals(0, replacing("평가는", "평가", "x", false, true).count());
        assertEquals(1, replacing("평가는", "평가", "x", false, false).count());
        // A letter whose accent stands for itself is not found without it.
        assertEquals(0, replacing("x\u0331yz", "x", "q", false, false).count());
        assertEquals(0, replacing("e\uD83D\uDE00", "\uD83D", "q", false, false).count());
        assertEquals("STRASSE x", whole("STRASSE straße", "straße", "x"));
    }

    @Test
    void whatReadsSoAlreadyIsNoPlaceAndPlacesCanBeLeft() {
        Replacing both = replacing("Plan plan PLAN", "plan", "plan", false, true);
        assertEquals(2, both.count());
        List<Found> found = both.found();
        assertEquals(List.of(1, 3), found.stream().map(Found::firstWord).toList());
        assertEquals("PLAN", found.get(1).before());
        assertEquals("Plan plan ", found.get(1).contextBefore());
        assertEquals("plan plan PLAN", both.replaced(Set.of(found.get(1).id())));
    }

    @Test
    void overSeveralWordsTheFirstAndTheLastAreTold() {
        Found found =
                replacing("we spoke to the agency", "spoke to", "x", false, true)
                        .found()
                        .getFirst();
        assertEquals(2, found.firstWord());
        assertEquals(3, found.lastWord());
        assertEquals("we ", found.contextBefore());
        assertEquals(" the agency", found.contextAfter());
        assertEquals(200, found.startMillis());
    }

    @Test
    void nothingToLookForAndTooMuchAreRefused() {
        for (String nothing : List.of("", "   ", "\n\t", "\u202e", "\u200b")) {
            assertThrows(
                    Problem.BadInput.class,
                    () -> new ReplaceRequest(nothing, "x", false, true, 1),
                    nothing);
        }
        assertThrows(
                Problem.TooLarge.class,
                () -> new ReplaceRequest("x".repeat(20_000), "", false, true, 1));
        assertThrows(
                Problem.TooLarge.class,
                () -> new ReplaceRequest("x", "y ".repeat(10_000), false, true, 1));
    }
}
