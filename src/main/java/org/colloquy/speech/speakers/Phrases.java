package org.colloquy.speech.speakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Span;

/**
 * Speech cut at its dips: stretches between which the sound falls for a moment. People take turns
 * faster than the detector ends a span, so that a short answer lies in one span with its question;
 * it hardly ever lies in one phrase with it.
 */
final class Phrases {
    /** A dip is below this part of the way from the quiet to the loud frames around it, in dB. */
    private static final double DIP = 0.3;

    /** Loud and quiet frames are looked for so far on both sides: two seconds. */
    private static final int AROUND = 62;

    private static final double LOUD = 0.85;
    private static final double QUIET = 0.05;

    /** Where loud and quiet differ by less there is nothing to see: in dB. */
    private static final double LEAST_RANGE = 10;

    /** In frames: shorter dips are closures of the mouth. */
    private static final int SHORTEST_DIP = 2;

    /** Shorter phrases say nothing about a voice and stay with what is nearer. */
    private static final double SHORTEST_SECONDS = 0.2;

    /** The quiet edge that spans have: so much of it may be before the first sound. */
    private static final double EDGE = 0.1;

    private Phrases() {}

    /** All speech, in order. */
    static List<Span> of(Activity activity) {
        double[] decibels = new double[activity.levels().length];
        for (int i = 0; i < decibels.length; i++) {
            decibels[i] = 20 * Math.log10(activity.levels()[i] + 1e-5);
        }
        List<Span> phrases = new ArrayList<>();
        for (Span span : activity.spans()) {
            phrases.addAll(cut(span, decibels));
        }
        return phrases;
    }

    private static List<Span> cut(Span span, double[] decibels) {
        int first = (int) Math.ceil(span.startSeconds() / Activity.FRAME_SECONDS);
        int last =
                Math.min(
                        decibels.length,
                        (int) Math.floor(span.endSeconds() / Activity.FRAME_SECONDS));
        List<Span> phrases = new ArrayList<>();
        double start = span.startSeconds();
        int dipFrom = -1;
        for (int i = first; i < last; i++) {
            if (isDip(decibels, i)) {
                dipFrom = dipFrom < 0 ? i : dipFrom;
                continue;
            }
            double dipStart = dipFrom * Activity.FRAME_SECONDS;
            double dipEnd = i * Activity.FRAME_SECONDS;
            if (dipFrom >= 0
                    && i - dipFrom >= SHORTEST_DIP
                    && span.endSeconds() - dipEnd >= SHORTEST_SECONDS) {
                if (dipStart - start >= SHORTEST_SECONDS) {
                    phrases.add(new Span(start, dipStart));
                    start = dipEnd;
                } else if (phrases.isEmpty() && dipStart <= span.startSeconds() + EDGE) {
                    start = dipEnd;
                }
            }
            dipFrom = -1;
        }
        double end = dipFrom < 0 ? span.endSeconds() : dipFrom * Activity.FRAME_SECONDS;
        phrases.add(new Span(start, end - start < SHORTEST_SECONDS ? span.endSeconds() : end));
        return phrases;
    }

    private static boolean isDip(double[] decibels, int frame) {
        double[] around =
                Arrays.copyOfRange(
                        decibels,
                        Math.max(0, frame - AROUND),
                        Math.min(decibels.length, frame + AROUND + 1));
        Arrays.sort(around);
        double loud = around[(int) (LOUD * (around.length - 1))];
        double quiet = Math.max(around[(int) (QUIET * (around.length - 1))], loud - 50);
        return loud - quiet >= LEAST_RANGE && decibels[frame] < quiet + DIP * (loud - quiet);
    }
}
