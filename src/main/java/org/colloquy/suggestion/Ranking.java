package org.colloquy.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.colloquy.embedding.Embedder;
import org.colloquy.embedding.Embedding;
import org.jspecify.annotations.Nullable;

/**
 * Puts the criteria of one unit in order for a passage. Several kinds of likeness are joined, each
 * counted in its spread over the unit's criteria, after what a criterion has in common with
 * anything that is said ({@link Background}) is taken off; tags of the centre and planned questions
 * are added to that. Without an embedder (the language is not English) there are only the words
 * that both share, the examples and the questions.
 */
public final class Ranking implements AutoCloseable {
    private static final double QUESTION_BONUS = 1.5;

    /** Where nothing is known, a criterion may still be chosen by what follows. */
    private static final double LEAST_SURE = 0.02;

    private static final int MOST_TELLING_WORDS = 4;

    private final List<Wording> wordings;
    private final @Nullable Embedder embedder;
    private final Likeness likeness;
    private final Examples examples;
    private final List<Set<String>> criterionStems;

    /**
     * A passage as the ranking reads it.
     *
     * @param stems of each word by white space; empty for words that say nothing
     * @param alike by kind, then by criterion
     * @param sure 0 to 1, whether it is about anything that a unit may ask for: some criterion is
     *     the likeliest for small talk too. The same for all criteria.
     */
    record Reading(
            Spoken spoken,
            @Nullable Embedding whole,
            List<List<String>> stems,
            double[][] alike,
            double sure) {}

    /**
     * @param embedder null: the language is one that the model does not know
     */
    public Ranking(List<Wording> wordings, @Nullable Embedder embedder) {
        this(wordings, embedder, PlainSpeech.learned());
    }

    Ranking(List<Wording> wordings, @Nullable Embedder embedder, PlainSpeech speech) {
        this.wordings = List.copyOf(wordings);
        this.embedder = embedder;
        this.likeness = new Likeness(wordings, embedder, speech);
        this.examples = new Examples(wordings.stream().map(Wording::id).toList());
        this.criterionStems =
                wordings.stream().map(one -> Set.copyOf(SharedWords.stems(one.text()))).toList();
    }

    /**
     * Passages that were tagged in the centre; those of other criteria are left out. What was read
     * before does not know them.
     */
    public void learn(List<Example> tagged) {
        examples.add(tagged, embedder);
    }

    List<Reading> read(List<Spoken> passages) {
        if (embedder == null) {
            return passages.stream().map(spoken -> reading(spoken, null, List.of())).toList();
        }
        List<Embedding> whole = embedder.embed(passages.stream().map(Spoken::text).toList(), true);
        List<List<String>> sentences =
                passages.stream().map(spoken -> withQuestion(spoken)).toList();
        List<Embedding> all =
                embedder.embed(sentences.stream().flatMap(List::stream).toList(), false);
        List<Reading> readings = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < passages.size(); i++) {
            int until = next + sentences.get(i).size();
            readings.add(
                    reading(
                            passages.get(i),
                            whole.get(i),
                            all.subList(next, until).stream().map(Embedding::vector).toList()));
            next = until;
        }
        return readings;
    }

    private Reading reading(Spoken spoken, @Nullable Embedding whole, List<float[]> sentences) {
        double[][] alike = likeness.of(spoken, whole, sentences);
        alike[Kind.TAGGED.ordinal()] = examples.middles(Likeness.mean(sentences));
        return new Reading(
                spoken,
                whole,
                Arrays.stream(spoken.text().strip().split("\\s+")).map(SharedWords::stems).toList(),
                alike,
                sure(alike, sentences));
    }

    private double sure(double[][] alike, List<float[]> sentences) {
        if (embedder == null) {
            boolean any = Arrays.stream(alike[Kind.SHARED.ordinal()]).anyMatch(one -> one > 0);
            return any ? 1 : LEAST_SURE;
        }
        return Math.max(LEAST_SURE, AboutWork.learned().likely(Likeness.mean(sentences)));
    }

    static List<String> withQuestion(Spoken spoken) {
        List<String> sentences = new ArrayList<>(Sentences.of(spoken.text()));
        sentences.addAll(Sentences.of(spoken.question()));
        return sentences;
    }

    /** What criteria have in common with anything of that discussion. */
    public Background background(List<Spoken> passages) {
        return backgroundOf(read(passages));
    }

    Background backgroundOf(List<Reading> readings) {
        double[][][] alike = new double[Kind.values().length][readings.size()][];
        for (int i = 0; i < readings.size(); i++) {
            double[][] one = readings.get(i).alike();
            for (int kind = 0; kind < one.length; kind++) {
                alike[kind][i] = one[kind];
            }
        }
        return Background.of(alike, wordings.size());
    }

    /** All criteria, the likeliest first. */
    public List<Match> rank(Spoken passage, Background background) {
        return rank(read(List.of(passage)).getFirst(), background);
    }

    List<Match> rank(Reading reading, Background background) {
        double[][] alike = reading.alike();
        double[] joined = joined(alike, background);
        double[] learned = learned(reading, background);
        List<Match> matches = new ArrayList<>();
        for (int c = 0; c < wordings.size(); c++) {
            String id = wordings.get(c).id();
            boolean planned = reading.spoken().planned().contains(id);
            double sum = joined[c] + learned[c] + (planned ? QUESTION_BONUS : 0);
            matches.add(
                    new Match(
                            id,
                            (planned ? 1 : reading.sure()) / (1 + Math.exp(-1.2 * (sum - 1.5))),
                            telling(reading, c),
                            planned
                                    ? Match.Reason.QUESTION
                                    : learned[c] > Math.max(0.4, joined[c])
                                            ? Match.Reason.EXAMPLE
                                            : Match.Reason.WORDS));
        }
        matches.sort(Comparator.comparingDouble(Match::score).reversed());
        return matches;
    }

    private double[] joined(double[][] alike, Background background) {
        double[] joined = new double[wordings.size()];
        for (Kind kind : Kind.values()) {
            if (kind != Kind.TAGGED) {
                double[] one = counted(alike, background, kind, 1e-9);
                double weight = embedder == null && kind == Kind.SHARED ? 1.6 : kind.weight();
                for (int c = 0; c < joined.length; c++) {
                    joined[c] += weight * one[c];
                }
            }
        }
        return joined;
    }

    private double[] learned(Reading reading, Background background) {
        double[] learned =
                counted(reading.alike(), background, Kind.TAGGED, examples.leastSpread());
        for (int c = 0; c < learned.length; c++) {
            learned[c] =
                    Kind.TAGGED.weight() * learned[c]
                            + examples.bonus(
                                    wordings.get(c).id(), reading.spoken(), reading.whole());
        }
        return learned;
    }

    /**
     * One kind of likeness beyond the background, in its spread over the criteria.
     *
     * @param leastSpread a smaller one than this is nothing
     */
    private double[] counted(
            double[][] alike, Background background, Kind kind, double leastSpread) {
        double[] beyond = new double[wordings.size()];
        for (int c = 0; c < beyond.length; c++) {
            beyond[c] = alike[kind.ordinal()][c] - background.of(kind.ordinal(), c);
        }
        double mean = Arrays.stream(beyond).average().orElse(0);
        double variance =
                Arrays.stream(beyond)
                        .map(value -> (value - mean) * (value - mean))
                        .average()
                        .orElse(0);
        double spread = Math.max(Math.sqrt(variance), leastSpread);
        return Arrays.stream(beyond).map(value -> (value - mean) / spread).toArray();
    }

    /**
     * The words that carry a score: those that add most to the passage's likeness to this criterion
     * beyond what they add for the others, and those that both share.
     */
    private List<Integer> telling(Reading reading, int criterion) {
        Set<String> wanted = criterionStems.get(criterion);
        Embedding whole = reading.whole();
        float[] meaning = likeness.meaning(criterion);
        double[] adds = new double[reading.stems().size()];
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < adds.length; i++) {
            List<String> stems = reading.stems().get(i);
            if (stems.isEmpty() || stems.getFirst().length() < 3 || !seen.add(stems.getFirst())) {
                continue;
            }
            if (stems.stream().anyMatch(wanted::contains)) {
                adds[i] = 1;
            }
            if (whole != null && meaning != null && i < whole.words().size()) {
                adds[i] += Math.max(0, Embedding.product(whole.words().get(i), meaning));
            }
        }
        double strongest = Arrays.stream(adds).max().orElse(0);
        return IntStream.range(0, adds.length)
                .boxed()
                .filter(i -> adds[i] > 0 && adds[i] >= 0.3 * Math.min(strongest, 0.05))
                .sorted(Comparator.comparingDouble((Integer i) -> -adds[i]))
                .limit(MOST_TELLING_WORDS)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        likeness.close();
    }
}
