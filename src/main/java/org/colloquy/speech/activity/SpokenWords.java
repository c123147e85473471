package org.colloquy.speech.activity;

import java.util.List;
import org.colloquy.speech.Word;

/**
 * The one place through which every word goes before it is printed: it must lie in detected speech,
 * and where both the engine and the voice detector doubt it, it is not kept.
 */
public final class SpokenWords {
    /** Where the detector is surer than this of any moment of a word, it hears a voice. */
    private static final float VOICE = 0.8f;

    /** A word that is likelier wrong than right. */
    private static final double DOUBTFUL = 0.5;

    /** The detector answers a little late, and words begin with what is hardly a voice. */
    private static final double NEAR = 0.1;

    private SpokenWords() {}

    public static List<Word> kept(List<Word> words, Activity activity) {
        return words.stream()
                .filter(word -> inSpeech(word, activity.spans()))
                .filter(word -> word.confidence() >= DOUBTFUL || voiced(word, activity))
                .toList();
    }

    private static boolean inSpeech(Word word, List<Span> spans) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (spans.get(middle).endSeconds() <= word.startSeconds()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < spans.size()
                && spans.get(low).overlap(word.startSeconds(), word.endSeconds()) > 0;
    }

    private static boolean voiced(Word word, Activity activity) {
        float[] probabilities = activity.probabilities();
        int first = frame(word.startSeconds() - NEAR);
        int last = Math.min(frame(word.endSeconds() + NEAR), probabilities.length - 1);
        for (int i = Math.max(0, first); i <= last; i++) {
            if (probabilities[i] >= VOICE) {
                return true;
            }
        }
        return false;
    }

    private static int frame(double seconds) {
        return (int) Math.floor(seconds / Activity.FRAME_SECONDS);
    }
}
