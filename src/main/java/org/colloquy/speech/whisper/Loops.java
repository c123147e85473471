package org.colloquy.speech.whisper;

import java.util.List;
import java.util.Locale;

/** Finds text that goes round in circles. */
final class Loops {
    private static final int LONGEST_PERIOD = 24;

    private Loops() {}

    /**
     * How often the whole text says one thing: "Ten. Ten, ten" is 3, "it was ten" is 1. Case and
     * punctuation do not count, and the last time may be cut short.
     */
    static int times(String text) {
        String[] words =
                text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                        .strip()
                        .split(" ");
        for (int period = 1; period <= words.length / 2; period++) {
            int at = period;
            while (at < words.length && words[at].equals(words[at - period])) {
                at++;
            }
            if (at == words.length) {
                return words.length / period;
            }
        }
        return 1;
    }

    /**
     * While text is made, so that no time is lost with it: the last ids repeat themselves so often
     * that no speaker would.
     */
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
