package org.colloquy.speech.sentences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.colloquy.speech.Word;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final double WORD = 0.3;

    /**
     * Words of a script: "_" is a pause of 0.2 s, "__" of 0.5 s, "___" of 1 s; "1:" and "2:" change
     * the speaker.
     */
    private static List<Word> words(String script) {
        List<Word> words = new ArrayList<>();
        double at = 0;
        @Nullable Integer speaker = null;
        for (String part : script.split(" ")) {
            switch (part) {
                case "_" -> at += 0.2;
                case "__" -> at += 0.5;
                case "___" -> at += 1;
                case "1:", "2:" -> speaker = part.charAt(0) - '0';
                default -> {
                    words.add(new Word(part, at, at + WORD, 0.8, speaker));
                    at += WORD;
                }
            }
        }
        return words;
    }

    private static String set(String script, String language, String... vocabulary) {
        return Sentences.set(words(script), language, List.of(vocabulary)).stream()
                .map(Word::text)
                .collect(Collectors.joining(" "));
    }

    private static String english(String script, String... vocabulary) {
        return set(script, "en", vocabulary);
    }

    @Test
    void onlyTheTextOfAWordChanges() {
        List<Word> bare = words("1: how did you do it 2: i asked my manager ___ she agreed");
        List<Word> set = Sentences.set(bare, "en", List.of());
        assertEquals(bare.size(), set.size());
        for (int i = 0; i < bare.size(); i++) {
            assertEquals(bare.get(i), set.get(i).withText(bare.get(i).text()));
        }
    }

    @Test
    void aSentenceEndsInAPauseBeforeANewBeginning() {
        assertEquals(
                "I filled in the form that morning. It is kept in a locked folder.",
                english("i filled in the form that morning __ it is kept in a locked folder"));
    }

    @Test
    void aSentenceDoesNotEndWhereSomethingMustFollow() {
        assertEquals(
                "We looked at the risk assessment and the plan of the site.",
                english("we looked at the __ risk assessment and __ the plan of ___ the site"));
    }

    @Test
    void aPauseCountsByTheSpeakersOwn() {
        // Who pauses half a second after every other word says one sentence all the same.
        assertEquals(
                "The cable was cut near wall number seven beside doors.",
                english("the cable __ was cut __ near wall __ number seven __ beside doors"));
    }

    @Test
    void aTurnIsASentenceOfItsOwn() {
        assertEquals(
                "Who can see it? Only my manager.",
                english("1: who can see it 2: only my manager"));
    }

    @Test
    void whoIsInterruptedHasNotEnded() {
        assertEquals(
                "So I took the Mm. Call into a quiet room.",
                english("1: so i took the 2: mm 1: call into a quiet room"));
    }

    @Test
    void questionsAreKnownByTheirOrder() {
        assertEquals("Are you happy with that?", english("are you happy with that"));
        assertEquals("So how did you find out?", english("so how did you find out"));
        assertEquals("What other signs did you see?", english("what other signs did you see"));
        assertEquals("Last month what did you change?", english("last month what did you change"));
        assertEquals("It is locked, isn't it?", english("it is locked __ isn't it"));
        assertEquals("What about the records?", english("what about the records"));
    }

    @Test
    void whatIsToldIsNoQuestion() {
        assertEquals("Tell me how you did it.", english("tell me how you did it"));
        assertEquals("What I did was wrong.", english("what i did was wrong"));
        assertEquals("When I came in he left.", english("when i came in he left"));
        assertEquals("Have a look at the list.", english("have a look at the list"));
        assertEquals("Do the list every week.", english("do the list every week"));
        assertEquals("He went and so did I.", english("he went and so did i"));
    }

    @Test
    void anAnswerAndWhatFollowsAreOneSentence() {
        assertEquals("Yes, I am.", english("yes _ i am"));
        assertEquals("Yes.", english("yes"));
    }

    @Test
    void namesDaysAndTermsHaveCapitals() {
        assertEquals(
                "Then Amina's IQA came on Friday in May, and I may say the NVQ went well.",
                english(
                                "then amina's iqa came on friday in may _ and i may say the n v q went well",
                                "Amina",
                                "IQA",
                                "NVQ")
                        .replace("N V Q", "NVQ"));
        assertEquals(
                "He uses the McKenzie scale.",
                english("he uses the mckenzie scale", "McKenzie scale", "uses"));
    }

    @Test
    void anEverydayWordIsNoName() {
        assertEquals(
                "They mark it as they will.", english("they mark it as they will", "Mark", "Will"));
        assertEquals("There came Will Young.", english("there came will young", "Will Young"));
    }

    @Test
    void koreanSaysByItsEndingsThatItIsOver() {
        assertEquals(
                "모든 발언을 나열 합니다. 오류 형식을 전환 할 수 있습니까? 네.",
                set("모든 발언을 나열 합니다 _ 오류 형식을 전환 할 수 있습니까 _ 네", "ko"));
        assertEquals("그렇게 합니다 만 늦었어요.", set("그렇게 합니다 _ 만 늦었어요", "ko"));
        assertEquals("늦었으니까 갔다.", set("늦었으니까 __ 갔다", "ko"));
    }

    @Test
    void otherLanguagesHavePausesAndBeginnings() {
        assertEquals(
                "Wir haben das heute gemacht. Danach kam der nächste.",
                set("wir haben das heute gemacht ___ danach kam der nächste", "de"));
        assertEquals("我们今天做了。", set("我们 今天 做了", "zh").replace(" ", ""));
    }

    @Test
    void marksOfTheEngineItselfStand() {
        List<Word> marked = words("it is done. now we go.");
        assertSame(marked, Sentences.set(marked, "en", List.of()));
        assertEquals(List.of(), Sentences.set(List.of(), "en", List.of()));
    }

    @Test
    void aFirstSentenceOfOneWordThatCouldAskIsNoQuestion() {
        assertEquals("Okay. Tell me about it.", set("1: okay ___ tell me about it", "en"));
        assertEquals("Right. Yes.", set("1: right 2: yes", "en"));
    }
}
