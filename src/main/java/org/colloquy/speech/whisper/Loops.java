package org.colloquy.speech.whisper;

import java.util.List;

/** Finds text that goes round in circles while it is made, so that no time is lost with it. */
final class Loops {
    private static final int LONGEST_PERIOD = 24;

    private Loops() {}

    /** The last ids repeat themselves so often that no speaker would. */
    static boolean looping(List<Integer> ids) {
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            int times = period == 1 ? 10 : period < 4 ? 7 : 4;
            if (repeats(ids, period, times)) {
                return true;
            }
        }
        return false;
    }

    private static boolean repeats(List<Integer> ids, int period, int times) {
        int start = ids.size() - period * times;
        if (start < 0) {
            return false;
        }
        for (int i = start + period; i < ids.size(); i++) {
            if (!ids.get(i).equals(ids.get(i - period))) {
                return false;
            }
        }
        return true;
    }
}
