package org.colloquy.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.colloquy.speech.activity.MadeSound;
import org.colloquy.speech.activity.SoundProfile;
import org.colloquy.speech.activity.WordPlacing.Place;
import org.colloquy.speech.whisper.TokenWords.TokenWord;
import org.junit.jupiter.api.Test;

class TokenPlacesTest {
    private static final List<TokenWord> WORDS =
            List.of(new TokenWord("some", 0, 1, 1), new TokenWord("words.", 1, 2, 3));

    /** Attention that is at each word from one frame of 20 ms to another. */
    private static float[][] cost(int frames, int[]... at) {
        float[][] cost = new float[at.length][frames];
        for (int row = 0; row < at.length; row++) {
            Arrays.fill(cost[row], 0.5f);
            Arrays.fill(cost[row], at[row][0], at[row][1], -2);
        }
        return cost;
    }

    @Test
    void wordsBeginWithTheirSoundThoughAttentionIsAhead() {
        SoundProfile profile =
                SoundProfile.of(
                        new MadeSound(3).tone(0.5, 0.9, 150, 0.2).tone(1.5, 2.0, 200, 0.2).samples);
        float[][] cost = cost(150, new int[] {20, 42}, new int[] {45, 95}, new int[] {95, 150});
        List<Place> places = TokenPlaces.of(cost, new int[] {0, 45, 95}, WORDS, profile);
        assertEquals(50, places.getFirst().start(), 2);
        assertEquals(90, places.getFirst().end(), 2);
        assertEquals(150, places.getLast().start(), 2);
        assertEquals(200, places.getLast().end(), 2);
    }

    @Test
    void whereWordsDoNotFitWarpingStays() {
        SoundProfile profile = SoundProfile.of(new MadeSound(0.01).samples);
        float[][] cost = cost(2, new int[] {0, 1}, new int[] {0, 1}, new int[] {1, 2});
        assertEquals(
                List.of(new Place(0, 2), new Place(2, 2)),
                TokenPlaces.of(cost, new int[] {0, 1, 1}, WORDS, profile));
    }
}
