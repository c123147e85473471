package org.colloquy.suggestion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colloquy.embedding.Embedder;
import org.colloquy.embedding.Embedding;
import org.colloquy.embedding.EmbeddingProcess;
import org.colloquy.suggestion.LabelledSet.Labelled;
import org.colloquy.suggestion.LabelledSet.LabelledUnit;

/** Passages of one unit put end to end, as if said in one breath: are they found again? */
public final class Borders {
    private Borders() {}

    /**
     * @param right of those there are, how many were found, to the sentence
     * @param wrong how many were found where there are none
     */
    public record Score(int there, int right, int wrong) {
        double f1() {
            return 2.0 * right / (there + right + wrong);
        }
    }

    public static Score of(List<LabelledUnit> units, Embedder embedder, double price) {
        int there = 0;
        int right = 0;
        int wrong = 0;
        for (LabelledUnit unit : units) {
            List<String> sentences = new ArrayList<>();
            Set<Integer> borders = new HashSet<>();
            for (Labelled one : unit.passages()) {
                borders.add(sentences.size());
                sentences.addAll(Sentences.of(one.text()));
            }
            borders.remove(0);
            List<Segmentation.Unit> said = new ArrayList<>();
            List<Embedding> vectors = embedder.embed(sentences, false);
            for (int i = 0; i < sentences.size(); i++) {
                int words = sentences.get(i).split(" ").length;
                said.add(
                        new Segmentation.Unit(
                                vectors.get(i).vector(),
                                words,
                                i * 5000L,
                                i * 5000L + 4500,
                                1,
                                false));
            }
            for (Segmentation.Span span : Segmentation.cut(said, price)) {
                if (span.from() > 0) {
                    if (borders.contains(span.from())) {
                        right++;
                    } else {
                        wrong++;
                    }
                }
            }
            there += borders.size();
        }
        return new Score(there, right, wrong);
    }

    public static void main(String[] arguments) {
        try (EmbeddingProcess embedder = new EmbeddingProcess()) {
            for (String set : List.of("tuning-set.txt", "measuring-set.txt")) {
                List<LabelledUnit> units = LabelledSet.read(set).units();
                for (String price : arguments) {
                    Score score = of(units, embedder, Double.parseDouble(price));
                    System.out.printf("%s\t%s\t%s\t%.2f%n", set, price, score, score.f1());
                }
            }
        }
    }
}
