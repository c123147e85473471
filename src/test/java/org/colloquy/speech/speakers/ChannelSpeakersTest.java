package org.colloquy.speech.speakers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colloquy.speech.Word;
import org.junit.jupiter.api.Test;

class ChannelSpeakersTest {
    /** Of 0.3 s each, one a second but where a gap is given. */
    private static List<Word> words(double... starts) {
        List<Word> words = new ArrayList<>();
        for (double start : starts) {
            words.add(new Word("word", start, start + 0.3, 1, null));
        }
        return words;
    }

    @Test
    void aLouderMicrophoneDoesNotTakeAllWords() {
        // The first is louder by 10 dB for both people.
        double[] differences = {2.9, 2.8, 3.0, -0.6, 0.4, -0.5, 2.7};
        assertEquals(
                List.of(0, 0, 0, 1, 1, 1, 0),
                ChannelSpeakers.channels(words(0, 1, 2, 3, 4, 5, 6), differences));
    }

    @Test
    void whoSpeaksAloneIsNotTwo() {
        Random random = new Random(3);
        double[] differences = random.doubles(500, 0.8, 2.4).toArray();
        double[] starts = new double[500];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = i;
        }
        assertTrue(
                ChannelSpeakers.channels(words(starts), differences).stream()
                        .allMatch(channel -> channel == 0));
    }

    @Test
    void anUnsureWordGoesWithTheNearerOne() {
        double[] differences = {1.7, 0.1, -1.7, -0.1, -1.6, 1.8};
        assertEquals(
                List.of(0, 0, 1, 1, 1, 0),
                ChannelSpeakers.channels(words(0, 0.4, 2, 2.4, 4, 6), differences));
    }

    @Test
    void noWords() {
        assertEquals(List.of(), ChannelSpeakers.channels(List.of(), new double[0]));
    }
}
