package org.colloquy.speech.activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.colloquy.speech.Word;

/**
 * Stretches in which somebody surely speaks and for which there is no word: an engine's words were
 * not trusted, or it gave none. A reader must see that something was said there.
 */
public final class WordlessSpeech {
    /** Seconds of it; less is a laugh, a cough or an "um". */
    private static final double SHORTEST = 4;

    /** The detector is that sure on average: it is less so of murmur, music and street noise. */
    private static final double CERTAINTY = 0.9;

    private WordlessSpeech() {}

    /** In order, each from the first to the last speech between two words. */
    public static List<Span> of(List<Word> words, Activity activity) {
        List<Span> wordless = new ArrayList<>();
        List<Word> ordered =
                words.stream().sorted(Comparator.comparingDouble(Word::startSeconds)).toList();
        double from = 0;
        for (Word word : ordered) {
            add(wordless, from, word.startSeconds(), activity);
            from = Math.max(from, word.endSeconds());
        }
        if (!activity.spans().isEmpty()) {
            add(wordless, from, activity.spans().getLast().endSeconds(), activity);
        }
        return wordless;
    }

    private static void add(List<Span> wordless, double from, double to, Activity activity) {
        if (to - from < SHORTEST) {
            return;
        }
        List<Span> spans = activity.within(from, to).spans();
        double speech = spans.stream().mapToDouble(Span::seconds).sum();
        if (speech >= SHORTEST && certainty(spans, activity.probabilities()) >= CERTAINTY) {
            wordless.add(new Span(spans.getFirst().startSeconds(), spans.getLast().endSeconds()));
        }
    }

    /** Mean probability of speech over all of them. */
    private static double certainty(List<Span> spans, float[] probabilities) {
        double sum = 0;
        int frames = 0;
        for (Span span : spans) {
            int last = (int) (span.endSeconds() / Activity.FRAME_SECONDS);
            for (int frame = (int) (span.startSeconds() / Activity.FRAME_SECONDS);
                    frame < Math.min(last, probabilities.length);
                    frame++) {
                sum += probabilities[frame];
                frames++;
            }
        }
        return frames == 0 ? 0 : sum / frames;
    }
}
