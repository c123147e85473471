package org.colloquy.speech.activity;

import java.util.ArrayList;
import java.util.List;

/** Spans of speech from the probabilities of its frames. */
final class Spans {
    /** Speech begins at this probability, and ends below the lower one (Silero's own defaults). */
    static final float ON = 0.5f;

    private static final float OFF = 0.35f;

    /**
     * How sure the detector must be of some moment of a sound before it counts as speech. It grows
     * surer the longer somebody speaks, and it does not of what only resembles speech: 1 - 0.1 s /
     * length. Of true speech, soft and loud, less than 1 in 1,000 sounds falls short of it; of
     * coughs, humming and hum taken for speech three quarters do (decision 12).
     */
    private static final double DOUBT_SECONDS = 0.1;

    private static final double MOST_CERTAIN = 0.985;

    /** The shortest words said alone take 0.3 s; what is shorter must be quite certain. */
    private static final double SHORTEST_WORD = 0.3;

    private static final double CERTAIN_THOUGH_SHORT = 0.95;

    /** Shorter sounds are no words, shorter silences no pauses. */
    private static final double SHORTEST_SPEECH = 0.1;

    private static final double SHORTEST_PAUSE = 0.16;

    /** Added on both sides: the detector answers a little late and lets soft ends go. */
    private static final double EDGE = 0.064;

    private Spans() {}

    static List<Span> of(float[] probabilities, double durationSeconds) {
        List<Span> raw = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= probabilities.length; i++) {
            float probability = i < probabilities.length ? probabilities[i] : 0;
            if (start < 0 && probability >= ON) {
                start = i;
            } else if (start >= 0 && probability < OFF) {
                raw.add(new Span(seconds(start), seconds(i)));
                start = -1;
            }
        }
        return widened(certain(joined(raw), probabilities), durationSeconds);
    }

    private static List<Span> joined(List<Span> raw) {
        List<Span> joined = new ArrayList<>();
        for (Span span : raw) {
            boolean close =
                    !joined.isEmpty()
                            && span.startSeconds() - joined.getLast().endSeconds() < SHORTEST_PAUSE;
            if (close) {
                Span before = joined.removeLast();
                joined.add(new Span(before.startSeconds(), span.endSeconds()));
            } else {
                joined.add(span);
            }
        }
        joined.removeIf(span -> span.seconds() < SHORTEST_SPEECH);
        return joined;
    }

    private static List<Span> certain(List<Span> spans, float[] probabilities) {
        return spans.stream()
                .filter(span -> peak(span, probabilities) >= leastPeak(span.seconds()))
                .toList();
    }

    private static float peak(Span span, float[] probabilities) {
        int end = (int) Math.round(span.endSeconds() / Activity.FRAME_SECONDS);
        float peak = 0;
        for (int i = (int) Math.round(span.startSeconds() / Activity.FRAME_SECONDS); i < end; i++) {
            peak = Math.max(peak, probabilities[i]);
        }
        return peak;
    }

    /** How sure the detector must be of some moment of a sound of that length. */
    static double leastPeak(double seconds) {
        return seconds < SHORTEST_WORD
                ? CERTAIN_THOUGH_SHORT
                : Math.min(MOST_CERTAIN, 1 - DOUBT_SECONDS / seconds);
    }

    private static List<Span> widened(List<Span> spans, double durationSeconds) {
        List<Span> widened = new ArrayList<>();
        for (Span span : spans) {
            double start = Math.max(0, span.startSeconds() - EDGE);
            double end = Math.min(durationSeconds, span.endSeconds() + EDGE);
            if (end > start) {
                widened.add(new Span(start, end));
            }
        }
        return widened;
    }

    private static double seconds(int frame) {
        return frame * Activity.FRAME_SECONDS;
    }
}
