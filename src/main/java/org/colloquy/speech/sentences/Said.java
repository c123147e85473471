package org.colloquy.speech.sentences;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.colloquy.speech.Word;

/** Words in lower case, with the pauses after them measured by each speaker's own. */
final class Said {
    /** Shorter gaps are the closing of the lips, not pauses. */
    private static final double SHORTEST_PAUSE = 0.1;

    /**
     * How long the pause of a speaker with few of them is taken to be, and how many that weighs.
     */
    private static final double USUAL_PAUSE = 0.45;

    private static final int USUAL_COUNTS = 4;
    private static final double LEAST_USUAL = 0.3;
    private static final double MOST_USUAL = 0.9;

    private final List<Word> words;
    private final List<String> lower;
    private final Map<Integer, Double> usual = new HashMap<>();

    Said(List<Word> words) {
        this.words = words;
        lower = words.stream().map(word -> word.text().toLowerCase(Locale.ROOT)).toList();
        Map<Integer, List<Double>> pauses = new HashMap<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            double pause = seconds(i);
            if (!isLastOfTurn(i) && pause >= SHORTEST_PAUSE) {
                pauses.computeIfAbsent(speaker(i), who -> new ArrayList<>()).add(pause);
            }
        }
        pauses.forEach((who, all) -> usual.put(who, usual(all)));
    }

    /** The geometric mean, drawn towards what is usual where there are few. */
    private static double usual(List<Double> pauses) {
        double sum = USUAL_COUNTS * Math.log(USUAL_PAUSE);
        for (double pause : pauses) {
            sum += Math.log(Math.min(pause, 2));
        }
        double mean = Math.exp(sum / (pauses.size() + USUAL_COUNTS));
        return Math.clamp(mean, LEAST_USUAL, MOST_USUAL);
    }

    int size() {
        return words.size();
    }

    /** In lower case; "" before the first and after the last. */
    String word(int i) {
        return i < 0 || i >= lower.size() ? "" : lower.get(i);
    }

    List<String> words(int from, int to) {
        return lower.subList(from, to);
    }

    /** Between this word and the next; after the last one 0. */
    double seconds(int i) {
        return i + 1 >= words.size()
                ? 0
                : Math.max(0, words.get(i + 1).startSeconds() - words.get(i).endSeconds());
    }

    /** The pause after the word, 1 where it is as long as its speaker's usually are. */
    double pause(int i) {
        return seconds(i) / usual.getOrDefault(speaker(i), USUAL_PAUSE);
    }

    /** Whether somebody else says the next word, or nobody. */
    boolean isLastOfTurn(int i) {
        return i + 1 >= words.size()
                || !Objects.equals(words.get(i).speaker(), words.get(i + 1).speaker());
    }

    boolean isFirstOfTurn(int i) {
        return i == 0 || isLastOfTurn(i - 1);
    }

    private int speaker(int i) {
        return Objects.requireNonNullElse(words.get(i).speaker(), 0);
    }

    @Override
    public String toString() {
        return Arrays.toString(lower.toArray());
    }
}
