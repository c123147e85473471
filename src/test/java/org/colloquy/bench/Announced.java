package org.colloquy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.colloquy.common.Pace;

/** What was announced while work was done, and how wrong it proved to be. */
final class Announced {
    private record Moment(double seconds, double fraction, double total) {}

    private final Pace pace = new Pace();
    private final List<Moment> moments = new ArrayList<>();

    /**
     * @param seconds since the work began
     * @param fraction announced
     */
    void at(double seconds, double fraction) {
        OptionalDouble left = pace.left(seconds, fraction);
        moments.add(
                new Moment(
                        seconds,
                        fraction,
                        left.isPresent() ? seconds + left.getAsDouble() : Double.NaN));
    }

    /** The largest difference of an announced end from the real one, as a share of the real one. */
    double worstTotal(double from, double took) {
        return moments.stream()
                .filter(moment -> moment.seconds >= from && !Double.isNaN(moment.total))
                .mapToDouble(moment -> Math.abs(moment.total - took) / took)
                .max()
                .orElse(Double.NaN);
    }

    /** The largest difference of an announced fraction from the share of the time gone by. */
    double worstFraction(double from, double took) {
        return moments.stream()
                .filter(moment -> moment.seconds >= from)
                .mapToDouble(moment -> Math.abs(moment.fraction - moment.seconds / took))
                .max()
                .orElse(Double.NaN);
    }

    /** Seconds, fraction, announced end: one line each. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        moments.forEach(
                moment ->
                        lines.append(moment.seconds)
                                .append('\t')
                                .append(moment.fraction)
                                .append('\t')
                                .append(moment.total)
                                .append('\n'));
        return lines.toString();
    }
}
