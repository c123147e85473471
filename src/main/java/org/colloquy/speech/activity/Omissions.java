package org.colloquy.speech.activity;

import java.util.Comparator;
import java.util.List;
import org.colloquy.speech.Word;

/**
 * Speech for which an engine wrote nothing. Whisper passes over a sentence where the same is said
 * again soon after, and over quiet speech beside loud; the words before and after it are then
 * spread over its place, or leave it empty.
 */
public final class Omissions {
    /** Less speech without words is an "um", or a drawn-out word. */
    private static final double SHORTEST = 1.2;

    /** A word takes no longer than this, and so much more for each of its characters. */
    private static final double WORD_SECONDS = 0.35;

    private static final double CHARACTER_SECONDS = 0.12;

    private Omissions() {}

    /**
     * Seconds of speech in a window that its words cannot account for: from one word's start to the
     * next one's there is speech longer than the word can be. Only stretches of {@value #SHORTEST}
     * seconds and more count.
     *
     * @param words of the window
     */
    public static double seconds(Window window, List<Word> words, Activity activity) {
        List<Word> ordered =
                words.stream().sorted(Comparator.comparingDouble(Word::startSeconds)).toList();
        double omitted = 0;
        double from = window.startInRecording(0);
        double allowed = 0;
        for (Word word : ordered) {
            omitted += beyond(allowed, from, word.startSeconds(), activity);
            from = Math.max(from, word.startSeconds());
            allowed = WORD_SECONDS + CHARACTER_SECONDS * word.text().length();
        }
        return omitted + beyond(allowed, from, window.endInRecording(window.seconds()), activity);
    }

    private static double beyond(double allowed, double from, double to, Activity activity) {
        double speech = activity.spans().stream().mapToDouble(span -> span.overlap(from, to)).sum();
        return speech - allowed >= SHORTEST ? speech - allowed : 0;
    }
}
