package org.colloquy.speech.whisper;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.activity.SoundProfile;
import org.colloquy.speech.activity.WordPlacing;
import org.colloquy.speech.activity.WordPlacing.Likely;
import org.colloquy.speech.activity.WordPlacing.Place;
import org.colloquy.speech.whisper.TokenWords.TokenWord;

/**
 * Where the words of a window are: attention says about where, the sound exactly. Where the two
 * cannot be brought together, as plain warping has it.
 */
final class TokenPlaces {
    /** Frames of the sound's profile (10 ms) in one of attention (20 ms). */
    private static final int FINER = 2;

    /**
     * Attention moves to a word before its sound begins. Of 0 to 140 ms this brought most words to
     * their true start, on voices other than those reported.
     */
    private static final int AHEAD = 3;

    /** How far from its place in plain warping a word is looked for: 1.5 s. */
    private static final int REACH = 150;

    /** Letters that the shortest word takes longer than its own. */
    private static final int EXTRA_LETTERS = 1;

    /** A letter lasts 20 to 150 ms, whoever speaks. */
    private static final double SHORTEST_LETTER = 2;

    private static final double LONGEST_LETTER = 15;

    /** Presence from which a frame counts as sound. */
    private static final float SOUND = 0.3f;

    private TokenPlaces() {}

    /**
     * @param cost of each id at each frame of attention: {@link Alignment#cost}
     * @param firstFrames of each id, and of the end, in plain warping
     */
    static List<Place> of(
            float[][] cost, int[] firstFrames, List<TokenWord> words, SoundProfile profile) {
        double letter = framesALetter(words, profile);
        List<Likely> likely = new ArrayList<>();
        for (TokenWord word : words) {
            int rows = word.spoken() - word.first();
            likely.add(
                    new Likely(
                            word.first(),
                            rows,
                            Math.max(rows, (int) Math.round(letters(word) * letter)),
                            1,
                            firstFrames[word.first()] * FINER - REACH,
                            firstFrames[word.spoken()] * FINER + REACH));
        }
        int last = cost[0].length - 1;
        return WordPlacing.of(
                        profile,
                        likely,
                        (row, frame) ->
                                cost[row][Math.clamp(frame / FINER - AHEAD, 0, last)] / FINER)
                .orElseGet(() -> warped(firstFrames, words));
    }

    private static List<Place> warped(int[] firstFrames, List<TokenWord> words) {
        return words.stream()
                .map(
                        word ->
                                new Place(
                                        firstFrames[word.first()] * FINER,
                                        firstFrames[word.spoken()] * FINER))
                .toList();
    }

    /** How long this window's voices take for a letter. */
    private static double framesALetter(List<TokenWord> words, SoundProfile profile) {
        int sound = 0;
        for (int frame = 0; frame < profile.frames(); frame++) {
            if (profile.presence(frame) > SOUND) {
                sound++;
            }
        }
        int letters = words.stream().mapToInt(TokenPlaces::letters).sum();
        return Math.clamp(sound / Math.max(1.0, letters), SHORTEST_LETTER, LONGEST_LETTER);
    }

    private static int letters(TokenWord word) {
        return EXTRA_LETTERS + word.text().codePoints().map(TokenPlaces::letters).sum();
    }

    /** A digit is read as a word, a syllable or an ideograph has the sounds of about three. */
    private static int letters(int point) {
        if (Character.isDigit(point)) {
            return 4;
        }
        if (Character.isIdeographic(point)
                || Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL) {
            return 3;
        }
        return Character.isLetter(point) ? 1 : 0;
    }
}
