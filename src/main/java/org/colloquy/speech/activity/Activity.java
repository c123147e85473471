package org.colloquy.speech.activity;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in a sound somebody speaks.
 *
 * @param probabilities of speech, one for every {@link #FRAME_SECONDS}, from the start
 * @param levels root mean square of the same frames, 0 to 1
 * @param spans of speech in order, apart from each other, edges close to the first and last sound
 */
public record Activity(float[] probabilities, float[] levels, List<Span> spans) {
    /** 512 samples at 16 kHz. */
    public static final double FRAME_SECONDS = 0.032;

    public Activity {
        spans = List.copyOf(spans);
    }

    /** The same, but nobody speaks outside that stretch. */
    public Activity within(double fromSeconds, double toSeconds) {
        List<Span> inside = new ArrayList<>();
        for (Span span : spans) {
            if (span.overlap(fromSeconds, toSeconds) > 0) {
                inside.add(
                        new Span(
                                Math.max(fromSeconds, span.startSeconds()),
                                Math.min(toSeconds, span.endSeconds())));
            }
        }
        return new Activity(probabilities, levels, inside);
    }
}
