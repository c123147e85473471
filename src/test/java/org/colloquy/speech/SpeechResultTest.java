package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechResultTest {
    @Test
    void drawsWordsPastTheEndBackIntoTheRecording() {
        Word inside = new Word("view", 9.5, 9.9, 0.9, null);
        Word across = new Word("the", 9.956, 10.02, 0.9, null);
        Word past = new Word("name.", 10.0, 10.04, 0.4, null);
        List<Word> words =
                new SpeechResult(
                                "whisper",
                                new Model("m", "0".repeat(64)),
                                "en",
                                10.0,
                                List.of(inside, across, past))
                        .words();
        assertEquals(inside, words.getFirst());
        assertEquals(List.of("view", "the", "name."), words.stream().map(Word::text).toList());
        double before = 0;
        for (Word word : words) {
            assertTrue(word.startSeconds() >= before && word.endSeconds() <= 10.0, word.toString());
            before = word.startSeconds();
        }
    }
}
