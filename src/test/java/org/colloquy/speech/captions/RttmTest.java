package org.colloquy.speech.captions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.colloquy.speech.Word;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RttmTest {
    private static Word word(double start, double end, @Nullable Integer speaker) {
        return new Word("word", start, end, 1, speaker);
    }

    @Test
    void wordsOfOnePersonAreATurnThoughTheOtherSpeaksBetween() {
        List<Word> words =
                List.of(
                        word(1, 1.2, 1),
                        word(1.5, 1.9, 1),
                        word(2, 2.2, 2),
                        word(2.3, 2.5, 1),
                        word(3.5, 3.75, 1));
        assertEquals(
                """
                SPEAKER my_talk 1 1.000 1.500 <NA> <NA> 1 <NA> <NA>
                SPEAKER my_talk 1 2.000 0.200 <NA> <NA> 2 <NA> <NA>
                SPEAKER my_talk 1 3.500 0.250 <NA> <NA> 1 <NA> <NA>
                """,
                Rttm.of("my talk", words));
    }

    @Test
    void whoIsNotKnownIsLeftOut() {
        assertEquals("", Rttm.of("a", List.of(word(0, 1, null))));
        assertEquals("", Rttm.of("a", List.of()));
    }
}
