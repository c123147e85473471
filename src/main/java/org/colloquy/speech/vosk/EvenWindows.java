package org.colloquy.speech.vosk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.colloquy.speech.Recogniser.Numbered;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Window;
import org.colloquy.speech.activity.WindowPacker;

/**
 * Windows that share out evenly: of several ways to cut speech at its pauses the one after which
 * several recognisers end most nearly together, each taking the longest window left. That rule is
 * at most a third worse than the best there is (R. L. Graham, "Bounds on multiprocessing timing
 * anomalies", SIAM J. Appl. Math. 17, 1969), and needs no guess how fast each recogniser is.
 *
 * <p>How a recording is cut does not depend on how many recognisers there are here: its words are
 * the same on every machine.
 */
final class EvenWindows {
    /** Long enough for Vosk to get used to a voice: it begins anew with each window. */
    private static final double LEAST_SECONDS = 25;

    /** The longest window of each way; longer ones would leave little to share out. */
    private static final double[] MOST_SECONDS = {60, 55, 50, 45, 40};

    /** Numbers of recognisers that are to end together. */
    private static final int[] RECOGNISERS = {2, 4};

    private EvenWindows() {}

    static List<Window> of(Activity activity, double durationSeconds) {
        List<Window> best = List.of();
        double leastIdle = Double.MAX_VALUE;
        for (double most : MOST_SECONDS) {
            List<Window> windows =
                    new WindowPacker(activity, durationSeconds, LEAST_SECONDS, most).pack();
            double idle = idle(windows.stream().map(Window::seconds).toList());
            if (idle < leastIdle) {
                leastIdle = idle;
                best = windows;
            }
        }
        return best;
    }

    /** The order in which windows are to be taken. */
    static List<Numbered> longestFirst(List<Numbered> windows) {
        return windows.stream()
                .sorted(Comparator.comparingDouble(one -> -one.window().seconds()))
                .toList();
    }

    /** How much longer it takes than if nobody ever waited: the sum of the shares over that. */
    static double idle(List<Double> seconds) {
        double all = seconds.stream().mapToDouble(Double::doubleValue).sum();
        double idle = 0;
        for (int recognisers : RECOGNISERS) {
            idle += last(seconds, recognisers) * recognisers / Math.max(all, 1e-9) - 1;
        }
        return idle;
    }

    /** When the last of the recognisers ends. */
    private static double last(List<Double> seconds, int recognisers) {
        List<Double> left = new ArrayList<>(seconds);
        left.sort(Comparator.reverseOrder());
        double[] busyUntil = new double[recognisers];
        for (double length : left) {
            // The first in the sorted array is the one that is free first.
            busyUntil[0] += length;
            Arrays.sort(busyUntil);
        }
        return busyUntil[recognisers - 1];
    }
}
