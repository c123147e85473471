package org.colloquy.speech.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.colloquy.speech.Word;
import org.junit.jupiter.api.Test;

class SpokenWordsTest {
    private static final Word SURE = new Word("sure", 1.0, 1.4, 0.9, null);
    private static final Word DOUBTFUL = new Word("doubtful", 1.0, 1.4, 0.4, null);

    private static Activity activity(float probability, Span... spans) {
        float[] probabilities = new float[100];
        Arrays.fill(probabilities, probability);
        return new Activity(probabilities, new float[100], List.of(spans));
    }

    @Test
    void aWordOutsideSpeechIsNotKept() {
        Activity apart = activity(1, new Span(0.2, 1.0), new Span(1.4, 2));
        assertEquals(List.of(), SpokenWords.kept(List.of(SURE), apart));
        assertEquals(List.of(), SpokenWords.kept(List.of(SURE), activity(1)));
    }

    @Test
    void aWordThatReachesIntoSpeechIsKept() {
        Activity touching = activity(1, new Span(0.2, 0.5), new Span(1.3, 2));
        assertEquals(List.of(SURE), SpokenWords.kept(List.of(SURE), touching));
    }

    @Test
    void aDoubtfulWordNeedsAVoice() {
        Span span = new Span(0.5, 2);
        List<Word> both = List.of(SURE, DOUBTFUL);
        assertEquals(both, SpokenWords.kept(both, activity(0.9f, span)));
        assertEquals(List.of(SURE), SpokenWords.kept(both, activity(0.7f, span)));
    }

    @Test
    void aVoiceCloseByIsEnough() {
        Activity quiet = activity(0.6f, new Span(0.5, 2));
        quiet.probabilities()[(int) (1.47 / Activity.FRAME_SECONDS)] = 0.95f;
        assertEquals(List.of(DOUBTFUL), SpokenWords.kept(List.of(DOUBTFUL), quiet));
    }

    @Test
    void aWordPastTheLastFrameIsJudgedByTheLast() {
        Word late = new Word("late", 3.1, 3.3, 0.4, null);
        Span span = new Span(3, 3.3);
        assertEquals(List.of(late), SpokenWords.kept(List.of(late), activity(0.9f, span)));
        assertEquals(List.of(), SpokenWords.kept(List.of(late), activity(0.1f, span)));
    }
}
