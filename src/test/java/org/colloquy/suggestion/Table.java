package org.colloquy.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.colloquy.embedding.Embedder;
import org.colloquy.embedding.Embedding;
import org.colloquy.suggestion.LabelledSet.Labelled;
import org.colloquy.suggestion.LabelledSet.LabelledUnit;

/** How often the right criterion is first, and among the first three, by each way of ranking. */
public final class Table {
    /** What the ranking was learned from and its weights were chosen on. */
    static final List<String> LEARNED_FROM = List.of("tuning-set.txt", "learning-set.txt");

    private static final List<String> MEASURED_ON =
            List.of("measuring-set.txt", "measuring-set-2.txt");

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
        return found(units, unit -> ranks(unit, embedder, PlainSpeech.learned(), learning));
    }

    /** Where the right criterion of each passage comes, from 1. */
    static List<Integer> ranks(
            LabelledUnit unit, Embedder embedder, PlainSpeech speech, boolean learning) {
        List<Spoken> spoken =
                unit.passages().stream()
                        .map(one -> new Spoken(one.text(), one.question(), Set.of()))
                        .toList();
        Embedder known = remembering(embedder);
        List<Integer> ranks = new ArrayList<>();
        try (Ranking plain = new Ranking(unit.criteria(), known, speech)) {
            Background background = plain.background(spoken);
            for (int i = 0; i < spoken.size(); i++) {
                String right = unit.criteria().get(unit.passages().get(i).right()).id();
                if (!learning) {
                    ranks.add(place(plain, spoken.get(i), background, right));
                    continue;
                }
                try (Ranking taught = new Ranking(unit.criteria(), known, speech)) {
                    taught.learn(others(unit, i));
                    ranks.add(place(taught, spoken.get(i), taught.background(spoken), right));
                }
            }
        }
        return ranks;
    }

    /** Asks for each text once: leaving out one passage after the other asks for all the others. */
    private static Embedder remembering(Embedder embedder) {
        Map<String, Embedding> known = new HashMap<>();
        return (texts, words) -> {
            List<String> unknown =
                    texts.stream().filter(text -> !known.containsKey(text)).distinct().toList();
            List<Embedding> embedded = embedder.embed(unknown, true);
            for (int i = 0; i < unknown.size(); i++) {
                known.put(unknown.get(i), embedded.get(i));
            }
            return texts.stream().map(known::get).toList();
        };
    }

    private static int place(Ranking ranking, Spoken spoken, Background background, String right) {
        List<String> order =
                ranking.rank(spoken, background).stream().map(Match::criterionId).toList();
        return 1 + order.indexOf(right);
    }

    /** All but one of each criterion, so that none has more tags than the right one. */
    private static List<Example> others(LabelledUnit unit, int except) {
        Set<Integer> out = new HashSet<>(Set.of(unit.passages().get(except).right()));
        return IntStream.range(0, unit.passages().size())
                .filter(i -> i != except)
                .mapToObj(unit.passages()::get)
                .filter(one -> !out.add(one.right()))
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
            for (String name : MEASURED_ON) {
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
