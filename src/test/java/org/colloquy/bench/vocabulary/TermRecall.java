package org.colloquy.bench.vocabulary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colloquy.common.Json;

/**
 * Scores what {@code transcribe --format json} wrote of sentences one after another.
 *
 * <p>Arguments: a table with the end of each sentence in samples of 16 kHz and the sentence with
 * its terms in brackets; the transcript; a file with every term, one a line. Prints the recall of
 * terms, the error rate of the other words, the number of terms found, and of those put in.
 */
public final class TermRecall {
    private static final double RATE = 16_000;

    private TermRecall() {}

    public static void main(String[] arguments) throws IOException {
        Map<?, ?> transcript = Json.read(Files.readString(Path.of(arguments[1])), Map.class);
        List<?> words = (List<?>) transcript.get("words");
        List<String> list = Files.readAllLines(Path.of(arguments[2]));
        TermScore score = TermScore.NOTHING;
        double start = 0;
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            String[] columns = line.split("\t", 2);
            double end = Double.parseDouble(columns[0]) / RATE;
            score = score.plus(TermScore.of(columns[1], between(words, start, end), list));
            start = end;
        }
        System.out.printf(
                Locale.ROOT,
                "%.3f %.4f %d %d%n",
                score.recall(),
                score.errorRate(),
                score.found(),
                score.invented());
    }

    private static String between(List<?> words, double start, double end) {
        StringBuilder text = new StringBuilder();
        for (Object each : words) {
            Map<?, ?> word = (Map<?, ?>) each;
            double middle = (seconds(word, "start") + seconds(word, "end")) / 2;
            if (middle >= start && middle < end) {
                text.append(word.get("text")).append(' ');
            }
        }
        return text.toString();
    }

    private static double seconds(Map<?, ?> word, String name) {
        return ((Number) word.get(name)).doubleValue();
    }
}
