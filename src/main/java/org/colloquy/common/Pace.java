package org.colloquy.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * How long work will still take, from how its fraction grew. The pace is that of the later half of
 * the time so far: a machine that becomes busy, or a step that was weighed wrongly, is soon
 * forgotten, and a single slow moment changes little.
 */
public final class Pace {
    /** Less than this is too little to tell. */
    private static final double ENOUGH_SECONDS = 2;

    private static final double BETWEEN_SECONDS = 0.5;

    private record Moment(double seconds, double fraction) {}

    private final Deque<Moment> moments = new ArrayDeque<>();
    private double begun = Double.NaN;

    /**
     * @param seconds by any clock that does not go back
     * @param fraction of the whole work that is done, 0 to 1; less than before begins anew
     * @return seconds still to go; empty while too little is known
     */
    public OptionalDouble left(double seconds, double fraction) {
        if (moments.isEmpty() || fraction < moments.getLast().fraction()) {
            moments.clear();
            begun = seconds;
            moments.add(new Moment(seconds, fraction));
            return OptionalDouble.empty();
        }
        if (seconds - moments.getLast().seconds() >= BETWEEN_SECONDS) {
            moments.add(new Moment(seconds, fraction));
        }
        double half = begun + (seconds - begun) / 2;
        while (moments.size() > 1 && second().seconds() <= half) {
            moments.removeFirst();
        }
        Moment from = moments.getFirst();
        double done = fraction - from.fraction();
        if (seconds - begun < ENOUGH_SECONDS || done <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((seconds - from.seconds()) * (1 - fraction) / done);
    }

    private Moment second() {
        return moments.stream().skip(1).findFirst().orElseThrow();
    }
}
