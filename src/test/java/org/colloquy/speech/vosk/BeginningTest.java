package org.colloquy.speech.vosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeginningTest {
    private static int length(String words, String text) {
        List<NativeVosk.Heard> heard =
                Arrays.stream(words.split(" "))
                        .filter(word -> !word.isEmpty())
                        .map(word -> new NativeVosk.Heard(word, 0, 0, 1))
                        .toList();
        return Beginning.length(heard, List.of(text.split(" ")));
    }

    @Test
    void findsWhatFollowsTheWordsThatAreKnown() {
        assertEquals(2, length("so we", "so we went on"));
        assertEquals(0, length("", "so we went on"));
        assertEquals(4, length("so we went on", "so we went on"));
    }

    @Test
    void alsoWhereTheyWereHeardALittleDifferently() {
        assertEquals(3, length("this three page", "this [3] page shows"));
        assertEquals(2, length("we wanted", "we want it then"));
        assertEquals(2, length("a list of all", "a list"));
    }
}
