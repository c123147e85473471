package org.colloquy.speech.vosk;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.activity.SoundProfile;
import org.colloquy.speech.activity.WordPlacing;
import org.colloquy.speech.activity.WordPlacing.Likely;
import org.colloquy.speech.activity.WordPlacing.Place;

/**
 * Sets the times of words by the sound. Vosk's lattice counts in steps of 30 ms, and a word beside
 * a pause takes a part of it: it begins about 55 ms too early and ends 20 ms too late.
 */
final class HeardTimes {
    /** How far a word's start or end may move: 0.2 s. */
    private static final int REACH = 20;

    /** Of a frame of 10 ms where Vosk heard the word, and what each frame farther off adds. */
    private static final float INSIDE = -1;

    private static final float OFF = 0.2f;
    private static final float MOST = 3;

    /** Its own times say more of a word's length than its letters could. */
    private static final float FIRM = 0.5f;

    private HeardTimes() {}

    /** The same words, none dropped, in the same order. */
    static List<NativeVosk.Heard> mended(List<NativeVosk.Heard> words, float[] samples) {
        if (words.isEmpty()) {
            return words;
        }
        List<Likely> likely = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int start = frame(words.get(i).startSeconds());
            int end = Math.max(start + 1, frame(words.get(i).endSeconds()));
            likely.add(new Likely(i, 1, end - start, FIRM, start - REACH, end + REACH));
        }
        return WordPlacing.of(
                        SoundProfile.of(samples),
                        likely,
                        (row, frame) -> cost(words.get(row), frame))
                .map(places -> placed(words, places))
                .orElse(words);
    }

    private static float cost(NativeVosk.Heard word, int frame) {
        int before = frame(word.startSeconds()) - frame;
        int after = frame - frame(word.endSeconds()) + 1;
        return Math.min(MOST, INSIDE + OFF * Math.max(0, Math.max(before, after)));
    }

    private static List<NativeVosk.Heard> placed(List<NativeVosk.Heard> words, List<Place> places) {
        List<NativeVosk.Heard> placed = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            NativeVosk.Heard word = words.get(i);
            placed.add(
                    new NativeVosk.Heard(
                            word.text(),
                            places.get(i).startSeconds(),
                            places.get(i).endSeconds(),
                            word.confidence()));
        }
        return placed;
    }

    private static int frame(double seconds) {
        return (int) Math.round(seconds / SoundProfile.FRAME_SECONDS);
    }
}
