package org.colloquy.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.colloquy.embedding.Embedder;
import org.colloquy.embedding.Embedding;
import org.colloquy.suggestion.LabelledSet.Labelled;
import org.colloquy.suggestion.LabelledSet.LabelledUnit;

/** How often the right criterion is first, and among the first three, by each way of ranking. */
public final class Table {
    private Table() {}

    /**
     * @param first of all passages, as a fraction
     * @param three how often it is among the first three
     */
    public record Found(int passages, double first, double three) {
        static Found of(List<Integer> ranks) {
            return new Found(
                    ranks.size(),
                    ranks.stream().filter(rank -> rank == 1).count() / (double) ranks.size(),
                    ranks.stream().filter(rank -> rank <= 3).count() / (double) ranks.size());
        }

        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT, "%.2f among three, %.2f first", three, first);
        }
    }

    /** The words that both share, alone. */
    public static Found bm25(List<LabelledUnit> units) {
        return found(
                units,
                unit -> {
                    try (SharedWords shared = new SharedWords(unit.criteria())) {
                        return unit.passages().stream()
                                .map(one -> rank(shared.scores(one.text()), one.right()))
                                .toList();
                    }
                });
    }

    /** The whole passage against the criterion's text, alone. */
    public static Found plain(List<LabelledUnit> units, Embedder embedder) {
        return found(
                units,
                unit -> {
                    List<Embedding> criteria =
                            embedder.embed(
                                    unit.criteria().stream().map(Wording::text).toList(), false);
                    List<Embedding> passages =
                            embedder.embed(
                                    unit.passages().stream().map(Labelled::text).toList(), false);
                    return IntStream.range(0, passages.size())
                            .mapToObj(
                                    i ->
                                            rank(
                                                    criteria.stream()
                                                            .mapToDouble(
                                                                    one ->
                                                                            passages.get(i)
                                                                                    .alike(
                                                                                            one
                                                                                                    .vector()))
                                                            .toArray(),
                                                    unit.passages().get(i).right()))
                            .toList();
                });
    }

    /** Ours; with every other passage as tagged before, where it is to learn. */
    public static Found joined(List<LabelledUnit> units, Embedder embedder, boolean learning) {
        return found(
                units,
                unit -> {
                    List<Spoken> spoken =
                            unit.passages().stream()
                                    .map(
                                            one ->
                                                    new Spoken(
                                                            one.text(),
                                                            one.question(),
                                                            java.util.Set.of()))
                                    .toList();
                    List<Integer> ranks = new ArrayList<>();
                    Background background;
                    try (Ranking ranking = new Ranking(unit.criteria(), embedder)) {
                        background = ranking.background(spoken);
                    }
                    for (int i = 0; i < spoken.size(); i++) {
                        try (Ranking ranking = new Ranking(unit.criteria(), embedder)) {
                            if (learning) {
                                ranking.learn(others(unit, i));
                            }
                            List<String> order =
                                    ranking.rank(spoken.get(i), background).stream()
                                            .map(Match::criterionId)
                                            .toList();
                            ranks.add(
                                    1
                                            + order.indexOf(
                                                    unit.criteria()
                                                            .get(unit.passages().get(i).right())
                                                            .id()));
                        }
                    }
                    return ranks;
                });
    }

    private static List<Example> others(LabelledUnit unit, int except) {
        return IntStream.range(0, unit.passages().size())
                .filter(i -> i != except)
                .mapToObj(unit.passages()::get)
                .map(one -> new Example(unit.criteria().get(one.right()).id(), one.text()))
                .toList();
    }

    private static Found found(
            List<LabelledUnit> units, Function<LabelledUnit, List<Integer>> ranks) {
        return Found.of(units.stream().map(ranks).flatMap(List::stream).toList());
    }

    /** With the worst place among those that score the same. */
    private static int rank(double[] scores, int right) {
        return 1
                + (int)
                        IntStream.range(0, scores.length)
                                .filter(c -> c != right && scores[c] >= scores[right])
                                .count();
    }

    public static void main(String[] arguments) {
        try (org.colloquy.embedding.EmbeddingProcess embedder =
                new org.colloquy.embedding.EmbeddingProcess()) {
            for (String name : List.of("tuning-set.txt", "measuring-set.txt")) {
                List<LabelledUnit> all = LabelledSet.read(name).units();
                print(name, "all", all, embedder);
                for (LabelledUnit unit : all) {
                    print(name, unit.title(), List.of(unit), embedder);
                }
            }
        }
    }

    private static void print(
            String set, String what, List<LabelledUnit> units, Embedder embedder) {
        System.out.println(
                String.join(
                        "\t",
                        set,
                        what,
                        Integer.toString(
                                units.stream().mapToInt(unit -> unit.passages().size()).sum()),
                        bm25(units).toString(),
                        plain(units, embedder).toString(),
                        joined(units, embedder, false).toString(),
                        joined(units, embedder, true).toString()));
    }
}
