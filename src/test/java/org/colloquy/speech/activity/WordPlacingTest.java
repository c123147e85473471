package org.colloquy.speech.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.colloquy.speech.activity.WordPlacing.Likely;
import org.colloquy.speech.activity.WordPlacing.Place;
import org.junit.jupiter.api.Test;

class WordPlacingTest {
    /** Words that an engine heard from one frame to another; it may be off. */
    private static List<Place> placed(SoundProfile profile, int reach, int[]... heard) {
        List<Likely> likely = new ArrayList<>();
        for (int i = 0; i < heard.length; i++) {
            likely.add(
                    new Likely(
                            i,
                            1,
                            heard[i][1] - heard[i][0],
                            0.5f,
                            heard[i][0] - reach,
                            heard[i][1] + reach));
        }
        return WordPlacing.of(
                        profile,
                        likely,
                        (row, frame) -> frame < heard[row][0] || frame >= heard[row][1] ? 0.5f : -1)
                .orElseThrow();
    }

    private static void assertNear(int start, int end, Place place) {
        assertEquals(start, place.start(), 2, place.toString());
        assertEquals(end, place.end(), 2, place.toString());
    }

    private static final SoundProfile TWO_WORDS =
            new MadeSound(3).tone(0.5, 0.9, 150, 0.2).tone(1.5, 2.1, 200, 0.2).profile();

    @Test
    void wordsBeginAndEndWithTheirSound() {
        List<Place> places = placed(TWO_WORDS, 40, new int[] {42, 100}, new int[] {120, 205});
        assertNear(50, 90, places.getFirst());
        assertNear(150, 210, places.getLast());
    }

    @Test
    void aPauseInAWordsTimeIsNotIts() {
        List<Place> places = placed(TWO_WORDS, 40, new int[] {48, 120}, new int[] {120, 215});
        assertNear(50, 90, places.getFirst());
        assertNear(150, 210, places.getLast());
    }

    @Test
    void wordsThatTouchMeetWhereTheSoundChanges() {
        SoundProfile profile = new MadeSound(2).tone(0.4, 1, 120, 0.2).hiss(1, 1.5, 0.1).profile();
        List<Place> places = placed(profile, 40, new int[] {40, 98}, new int[] {98, 150});
        assertNear(40, 100, places.getFirst());
        assertNear(100, 150, places.getLast());
    }

    @Test
    void aWordDoesNotLeaveItsBounds() {
        List<Place> places = placed(TWO_WORDS, 10, new int[] {100, 130});
        assertTrue(places.getFirst().start() >= 90, places.toString());
        assertTrue(places.getFirst().end() <= 140, places.toString());
    }

    @Test
    void wordsThatDoNotFitAreNotPlaced() {
        List<Likely> likely =
                List.of(new Likely(0, 1, 50, 1, 0, 10), new Likely(1, 1, 50, 1, 0, 10));
        assertEquals(Optional.empty(), WordPlacing.of(TWO_WORDS, likely, (row, frame) -> 0));
    }

    @Test
    void noWordsHaveNoPlaces() {
        assertEquals(
                Optional.of(List.of()), WordPlacing.of(TWO_WORDS, List.of(), (row, frame) -> 0));
    }

    /** Whatever is heard: as many words as before, in order, apart, within the sound. */
    @Test
    void wordsStayInOrderAndApart() {
        Random random = new Random(3);
        for (int round = 0; round < 40; round++) {
            MadeSound sound = new MadeSound(4).hiss(0, 4, 0.01);
            int[][] heard = new int[1 + random.nextInt(12)][];
            int at = random.nextInt(30);
            for (int i = 0; i < heard.length; i++) {
                int end = at + 4 + random.nextInt(24);
                heard[i] = new int[] {at, end};
                double from = Math.max(0, at / 100.0 + random.nextGaussian() * 0.1);
                sound.tone(Math.min(from, 3.6), Math.min(from + 0.2, 3.9), 90 + 20 * i, 0.1);
                at = end + random.nextInt(8);
            }
            List<Place> places = placed(sound.profile(), 60, heard);
            assertEquals(heard.length, places.size());
            int before = 0;
            for (Place place : places) {
                assertTrue(place.start() >= before && place.end() > place.start(), "" + places);
                before = place.end();
            }
            assertTrue(before <= 400, "" + places);
        }
    }
}
