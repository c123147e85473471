package org.colloquy.speech.vosk;

import java.util.Arrays;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Span;

/**
 * What the sound says about Vosk's words. Vosk is as sure of words it makes out of noise as of true
 * ones (0.89 on the mean where 4 in 100 were right), so its own confidence is worth little without
 * how far a word stands out of the noise.
 */
final class WordEvidence {
    /**
     * How likely a word is right: a logistic function of Vosk's confidence and of the decibels
     * between the word and the noise. Fitted on 15 versions of a Korean recording, each in another
     * noise, some 1,080 words; how and what came of it is in decision 12.
     */
    private static final double CONFIDENCE = 0.478;

    private static final double TEN_DECIBELS = 0.95;
    private static final double ALWAYS = -2.61;

    /** Beyond these Vosk's confidence says no more. */
    private static final double LEAST_CONFIDENCE = 0.02;

    private static final double MOST_CONFIDENCE = 0.98;

    private static final double MOST_DECIBELS = 40;

    /** The quietest tenth of a recording is noise alone; below 1e-5 is none. */
    private static final double QUIETEST = 0.1;

    private static final double NO_NOISE = 1e-5;

    /** Somewhere in a word the detector hears a voice. */
    static final float VOICE = 0.85f;

    private static final double NEAR = 0.1;

    /** A sound this short that stands alone is a short answer, or none. */
    private static final double ALONE = 1;

    /**
     * Then it must be a certain voice, for most of the word, and Vosk must be surer than not:
     * coughs reached 0.93 and 0.82 on the mean, or 0.97 and 0.56, soft single words 0.95 and 0.73
     * in all but one of a hundred.
     */
    private static final float CERTAIN_VOICE = 0.95f;

    private static final double VOICE_FOR_MOST = 0.7;

    private static final double SURE = 0.5;

    /**
     * A word likelier wrong than this needs a voice as certain as true speech is near it, in loud
     * noise too; in murmur without words it is not.
     */
    private static final double DOUBTFUL = 0.6;

    private static final float CERTAIN_SPEECH = 0.998f;

    private final Activity activity;
    private final double noise;

    WordEvidence(Activity activity) {
        this.activity = activity;
        float[] sorted = activity.levels().clone();
        Arrays.sort(sorted);
        noise = sorted.length == 0 ? NO_NOISE : sorted[(int) (QUIETEST * sorted.length)];
    }

    /**
     * @param word with Vosk's own confidence and times
     */
    boolean spoken(Word word) {
        if (most(word) < VOICE) {
            return false;
        }
        return activity.spans().stream()
                .filter(span -> overlap(span, word) > 0)
                .allMatch(span -> span.seconds() >= ALONE || surelySpoken(word));
    }

    private boolean surelySpoken(Word word) {
        return word.confidence() >= SURE
                && mean(word) >= VOICE_FOR_MOST
                && most(word) >= CERTAIN_VOICE;
    }

    /** The word with how likely it is right. */
    Word rated(Word word) {
        double said = Math.clamp(word.confidence(), LEAST_CONFIDENCE, MOST_CONFIDENCE);
        double logit =
                ALWAYS
                        + CONFIDENCE * Math.log(said / (1 - said))
                        + TEN_DECIBELS * decibels(word) / 10;
        return new Word(
                word.text(),
                word.startSeconds(),
                word.endSeconds(),
                1 / (1 + Math.exp(-logit)),
                word.speaker());
    }

    /**
     * @param word as {@link #rated}
     */
    boolean believed(Word word) {
        return word.confidence() >= DOUBTFUL || most(word) >= CERTAIN_SPEECH;
    }

    /** Of the word above the noise. */
    private double decibels(Word word) {
        float[] levels = activity.levels();
        int first = first(word, levels.length);
        int last = last(word, levels.length);
        double sum = 0;
        for (int i = first; i < last; i++) {
            sum += levels[i] * levels[i];
        }
        double level = Math.sqrt(sum / Math.max(1, last - first));
        double ratio = Math.max(level, NO_NOISE) / Math.max(noise, NO_NOISE);
        return Math.min(MOST_DECIBELS, 20 * Math.log10(ratio));
    }

    private double mean(Word word) {
        float[] probabilities = activity.probabilities();
        int first = first(word, probabilities.length);
        int last = last(word, probabilities.length);
        double sum = 0;
        for (int i = first; i < last; i++) {
            sum += probabilities[i];
        }
        return sum / Math.max(1, last - first);
    }

    private float most(Word word) {
        float[] probabilities = activity.probabilities();
        int near = (int) Math.ceil(NEAR / Activity.FRAME_SECONDS);
        int last = Math.min(probabilities.length, last(word, probabilities.length) + near);
        float most = 0;
        for (int i = Math.max(0, first(word, probabilities.length) - near); i < last; i++) {
            most = Math.max(most, probabilities[i]);
        }
        return most;
    }

    private static double overlap(Span span, Word word) {
        return span.overlap(word.startSeconds(), word.endSeconds());
    }

    private static int first(Word word, int frames) {
        return Math.clamp((int) (word.startSeconds() / Activity.FRAME_SECONDS), 0, frames);
    }

    /** Past the last frame of the word; even the shortest has one. */
    private static int last(Word word, int frames) {
        int end = (int) Math.ceil(word.endSeconds() / Activity.FRAME_SECONDS);
        return Math.clamp(end, Math.min(first(word, frames) + 1, frames), frames);
    }
}
