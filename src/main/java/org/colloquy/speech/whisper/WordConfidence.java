package org.colloquy.speech.whisper;

import java.util.List;
import org.colloquy.speech.whisper.TokenWords.TokenWord;

/**
 * How likely each word is right: a logistic function of its least likely piece, of those of the
 * words beside it, and of how sure the whole window is. Whisper gives a word that it guessed from
 * the context a high probability; the doubt then shows beside it.
 *
 * <p>Fitted on some 7,000 words of which 81 % were right, in ten kinds of noise, with voices and
 * recordings that are not those on which it is measured; how and what came of it is in decision 12.
 */
final class WordConfidence {
    private static final double WORD = 0.738;
    private static final double BESIDE = 0.320;
    private static final double WINDOW = 0.683;
    private static final double ALWAYS = -0.114;

    /** Above and below this no probability of a piece says more. */
    private static final double MOST = 0.9999;

    private static final double LEAST = 0.0001;

    private WordConfidence() {}

    /** One for each of the words, which are those of the whole window. */
    static double[] of(Hypothesis said, List<TokenWord> words) {
        double[] own = new double[words.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = logit(leastProbability(said, words.get(i)));
        }
        double window = said.meanLogProbability();
        double[] confidences = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            double logit = ALWAYS + WORD * own[i] + BESIDE * beside(own, i) + WINDOW * window;
            confidences[i] = 1 / (1 + Math.exp(-logit));
        }
        return confidences;
    }

    private static double leastProbability(Hypothesis said, TokenWord word) {
        double least = 1;
        for (int i = word.first(); i < word.spoken(); i++) {
            least = Math.min(least, Math.exp(said.logProbabilities()[i]));
        }
        return least;
    }

    /** The mean of the words before and after; a word alone has only itself. */
    private static double beside(double[] own, int i) {
        if (own.length == 1) {
            return own[0];
        }
        if (i == 0) {
            return own[1];
        }
        return i == own.length - 1 ? own[i - 1] : (own[i - 1] + own[i + 1]) / 2;
    }

    private static double logit(double probability) {
        double inside = Math.clamp(probability, LEAST, MOST);
        return Math.log(inside / (1 - inside));
    }
}
