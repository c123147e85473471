package org.colloquy.speech.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private final Agreement agreement = new Agreement();

    /** Words of half a second each, from there on. */
    private static List<CaptionWord> words(double start, String... texts) {
        List<CaptionWord> words = new ArrayList<>();
        for (String text : texts) {
            double at = start + words.size() * 0.5;
            words.add(new CaptionWord(text, at, at + 0.4));
        }
        return words;
    }

    private static List<String> texts(List<CaptionWord> words) {
        return words.stream().map(CaptionWord::text).toList();
    }

    @Test
    void wordsStayOnWhichTwoHearingsAgreeWhateverTheirMarks() {
        assertEquals(List.of(), agreement.heard(words(0, "i", "made", "at"), 1.5));
        assertEquals(
                List.of("I", "made"),
                texts(
                        agreement.heard(words(0, "I", "made,", "a", "list"), 2).stream()
                                .map(word -> new CaptionWord(word.text().replace(",", ""), 0, 0))
                                .toList()));
        assertEquals(List.of("a", "list"), texts(agreement.open()));
    }

    @Test
    void whatWasFixedIsNotSaidAgainThoughItIsHeardDifferently() {
        agreement.heard(words(0, "so", "we", "went"), 3);
        assertEquals(
                List.of("so", "we", "went"),
                texts(agreement.heard(words(0, "so", "we", "went", "on"), 3)));
        assertEquals(
                List.of("on"),
                texts(agreement.heard(words(0.1, "now", "we", "went", "on", "from"), 3.5)));
        assertEquals(List.of("from"), texts(agreement.open()));
    }

    @Test
    void aWordAtTheVeryEndMayBeHalfAWordAndWaits() {
        agreement.heard(words(0, "nego"), 0.45);
        assertEquals(List.of(), agreement.heard(words(0, "nego"), 0.5));
        assertEquals(List.of(), agreement.heard(words(0, "negotiate", "it"), 2));
        assertEquals(
                List.of("negotiate", "it"), texts(agreement.heard(words(0, "negotiate", "it"), 3)));
    }

    @Test
    void theLastHearingSettlesEverything() {
        agreement.heard(words(0, "one", "two"), 2);
        agreement.heard(words(0, "one", "too"), 2);
        assertEquals(
                List.of("two", "three"), texts(agreement.settled(words(0, "one", "two", "three"))));
        assertEquals(List.of(), agreement.open());
        agreement.cut(5);
        assertEquals(List.of(), agreement.fixed());
    }

    @Test
    void whereNoHearingCanBeTrustedTheOpenWordsStay() {
        agreement.heard(words(0, "perhaps"), 2);
        assertEquals(List.of("perhaps"), texts(agreement.settled()));
        assertEquals(List.of(), agreement.settled());
    }

    @Test
    void noWordIsSaidTwiceWhateverIsCutAndHeardAnew() {
        List<String> said = Arrays.asList("a b c d e f g h i j k l".split(" "));
        List<String> fixed = new ArrayList<>();
        int from = 0;
        for (int until = 1; until <= said.size(); until++) {
            List<CaptionWord> heard =
                    words(from * 0.5, said.subList(from, until).toArray(String[]::new));
            fixed.addAll(texts(agreement.heard(heard, until * 0.5)));
            if (until % 4 == 0) {
                from = fixed.size() - 1;
                agreement.cut(from * 0.5);
            }
        }
        fixed.addAll(texts(agreement.settled()));
        assertEquals(said, fixed);
    }
}
