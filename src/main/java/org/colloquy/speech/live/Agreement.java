package org.colloquy.speech.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which words of a growing sound stay: those on which two successive hearings agree, from the first
 * word that is not fixed yet (local agreement; D. Macháček, R. Dabre and O. Bojar, "Turning Whisper
 * into Real-Time Transcription System", 2023). Case and marks do not count. All times are those of
 * the channel.
 */
final class Agreement {
    /** A word that ends so close to the end of the sound may be the half of one. */
    private static final double EDGE_SECONDS = 0.3;

    /** How far from its place by number a fixed word is looked for in a new hearing. */
    private static final int NEAR = 4;

    private final List<CaptionWord> fixed = new ArrayList<>();
    private List<CaptionWord> open = List.of();

    /** Words fixed since the last cut. */
    List<CaptionWord> fixed() {
        return fixed;
    }

    List<CaptionWord> open() {
        return open;
    }

    /**
     * Another hearing of all sound since the last cut.
     *
     * @param end of that sound
     * @return what is fixed from now on
     */
    List<CaptionWord> heard(List<CaptionWord> words, double end) {
        List<CaptionWord> rest = words.subList(alreadyFixed(words), words.size());
        List<CaptionWord> agreed = new ArrayList<>();
        for (int i = 0; i < Math.min(rest.size(), open.size()); i++) {
            CaptionWord word = rest.get(i);
            if (!same(word, open.get(i)) || word.end() > end - EDGE_SECONDS) {
                break;
            }
            agreed.add(word);
        }
        fixed.addAll(agreed);
        open = List.copyOf(rest.subList(agreed.size(), rest.size()));
        return agreed;
    }

    /** The last hearing of that sound: all of it stays. */
    List<CaptionWord> settled(List<CaptionWord> words) {
        List<CaptionWord> rest = List.copyOf(words.subList(alreadyFixed(words), words.size()));
        fixed.addAll(rest);
        open = List.of();
        return rest;
    }

    /** Nothing can be said of the open words any more: they stay as they are. */
    List<CaptionWord> settled() {
        List<CaptionWord> rest = open;
        fixed.addAll(rest);
        open = List.of();
        return rest;
    }

    /** What is open was nothing. */
    void dropOpen() {
        open = List.of();
    }

    /** Sound before that time will not be heard again. */
    void cut(double seconds) {
        fixed.removeIf(word -> middle(word) < seconds);
    }

    /** How many of the words are those fixed before, perhaps heard a little differently now. */
    private int alreadyFixed(List<CaptionWord> words) {
        if (fixed.isEmpty()) {
            return 0;
        }
        CaptionWord last = fixed.getLast();
        int best = -1;
        double bestDistance = 1.0;
        for (int i = Math.max(0, fixed.size() - 1 - NEAR);
                i < Math.min(words.size(), fixed.size() + NEAR);
                i++) {
            double distance = Math.abs(middle(words.get(i)) - middle(last));
            if (same(words.get(i), last) && distance < bestDistance) {
                best = i + 1;
                bestDistance = distance;
            }
        }
        if (best >= 0) {
            return best;
        }
        int before = 0;
        while (before < words.size() && middle(words.get(before)) <= last.end()) {
            before++;
        }
        return before;
    }

    private static double middle(CaptionWord word) {
        return (word.start() + word.end()) / 2;
    }

    private static boolean same(CaptionWord one, CaptionWord other) {
        return bare(one.text()).equals(bare(other.text()));
    }

    /** Letters and digits alone, in lower case. */
    static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "");
    }
}
