package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.transcript.TurnChange.NewWord;
import org.junit.jupiter.api.Test;

/** The turn before the change always holds the words 11 to 15; 10 is before it and 16 after. */
class AnchorsTest {
    private static final Anchors MIDDLE = new Anchors(12, 14);

    @Test
    void aChangeElsewhereTouchesNothing() {
        assertEquals(new Anchors(3, 9), new Anchors(3, 9).after(change(from(11, 0, 5))));
        assertEquals(new Anchors(3, 30), new Anchors(3, 30).after(change()));
    }

    @Test
    void wordsThatStayKeepThePassage() {
        assertEquals(MIDDLE, MIDDLE.after(change(kept(11), kept(12), kept(14), kept(15))));
    }

    @Test
    void whereAnEdgeIsGoneThePassageShrinksToWhatIsLeftOfIt() {
        assertEquals(
                new Anchors(13, 14), MIDDLE.after(change(kept(11), kept(13), kept(14), kept(15))));
        assertEquals(new Anchors(13, 13), MIDDLE.after(change(kept(13))));
    }

    @Test
    void wordsPutInInsideBelongToItAndAtTheEdgesDoNot() {
        Anchors after =
                new Anchors(12, 13)
                        .after(
                                change(
                                        kept(11),
                                        from(90, 1, 1),
                                        kept(12),
                                        from(91, 2, 2),
                                        kept(13),
                                        from(92, 3, 3),
                                        kept(14)));
        assertEquals(new Anchors(12, 13), after);
    }

    @Test
    void aWordThatBecameSeveralStaysInThePassageWhole() {
        Anchors after = new Anchors(13, 13).after(change(kept(12), from(13, 2, 3), from(90, 2, 3)));
        assertEquals(new Anchors(13, 90), after);
    }

    @Test
    void wordsThatBecameOneWithAWordOutsideTakeItAlong() {
        assertEquals(new Anchors(11, 14), MIDDLE.after(change(from(11, 0, 2), kept(13), kept(14))));
    }

    @Test
    void aPassageOfWhichNothingIsLeftMovesToTheNextWord() {
        assertEquals(new Anchors(15, 15), MIDDLE.after(change(kept(11), kept(15))));
        assertEquals(new Anchors(11, 11), MIDDLE.after(change(kept(11))));
        assertEquals(new Anchors(16, 16), MIDDLE.after(change()));
    }

    @Test
    void aPassageOverTurnsShrinksToTheOthers() {
        assertEquals(new Anchors(16, 30), new Anchors(12, 30).after(change()));
        assertEquals(new Anchors(16, 30), new Anchors(14, 30).after(change(kept(11))));
        assertEquals(new Anchors(3, 10), new Anchors(3, 13).after(change()));
        assertEquals(new Anchors(3, 10), new Anchors(3, 12).after(change(kept(15))));
        assertEquals(new Anchors(3, 11), new Anchors(3, 13).after(change(kept(11), kept(15))));
    }

    @Test
    void withoutAnyWordLeftItStaysAsItWas() {
        TurnChange nothing = new TurnChange("t", "r", before(), List.of(), null, null);
        assertEquals(MIDDLE, MIDDLE.after(nothing));
    }

    private static NewWord kept(int id) {
        return from(id, id - 11, id - 10);
    }

    private static NewWord from(int id, int from, int to) {
        return new NewWord(word(id), from, to);
    }

    private static TurnChange change(NewWord... after) {
        return new TurnChange("t", "r", before(), List.of(after), 10, 16);
    }

    private static List<Word> before() {
        List<Word> words = new ArrayList<>();
        for (int id = 11; id <= 15; id++) {
            words.add(word(id));
        }
        return words;
    }

    private static Word word(int id) {
        return new Word(id, "w" + id, id, id, null, null);
    }
}
