package org.colloquy.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colloquy.embedding.Columns;
import org.colloquy.embedding.Embedder;
import org.colloquy.embedding.Embedding;
import org.jspecify.annotations.Nullable;

/**
 * Puts the criteria of one unit in order for a passage. Four kinds of likeness are joined, each
 * counted in its spread over the unit's criteria, after what a criterion has in common with
 * anything that is said ({@link Background}) is taken off; tags of the centre and planned questions
 * are added to that. Without an embedder (the language is not English) there are only the words
 * that both share, the examples and the questions.
 */
public final class Ranking implements AutoCloseable {
    /** The kinds of likeness with their weights, which were chosen on the tuning set alone. */
    enum Kind {
        /** The mean over its sentences: a long one counts no more than a short one. */
        SENTENCES(0.85),
        /** The mean of its two best sentences: much of what is said is beside the point. */
        TWO_SENTENCES(0.15),
        /**
         * For each word of the criterion the word of the passage that is most alike, in context.
         */
        WORD(0.5),
        /** The stems that both have (BM25). */
        SHARED(0.05);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }
    }

    private static final double QUESTION_BONUS = 1.5;
    private static final double EXAMPLE_WEIGHT = 6;

    /**
     * Passages about two things of one trade are this much alike: below it nothing is learned, so
     * that tags of other things do no harm.
     */
    private static final double EXAMPLE_FLOOR = 0.5;

    /** Sentences about other things are this much alike. */
    private static final double NOTHING_ALIKE = 0.08;

    private static final double SURELY_ALIKE = 0.3;

    private static final int MOST_TELLING_WORDS = 4;

    private final List<Wording> wordings;
    private final @Nullable Embedder embedder;
    private final SharedWords shared;
    private final List<Embedding> criteria = new ArrayList<>();

    /** Of each criterion the middle of its sayings. */
    private final List<float[]> meanings = new ArrayList<>();

    private final List<Set<String>> criterionStems;
    private final List<List<Weighed>> criterionWords = new ArrayList<>();
    private final Map<String, List<float[]>> examples = new HashMap<>();
    private final Map<String, List<Set<String>>> exampleStems = new HashMap<>();

    /** A word of a criterion: its direction, and how rare it is among the criteria. */
    private record Weighed(float[] direction, double weight) {}

    /**
     * A passage as the ranking reads it.
     *
     * @param stems of each word by white space; empty for words that say nothing
     * @param likeness by kind, then by criterion
     */
    record Reading(
            Spoken spoken,
            @Nullable Embedding whole,
            List<List<String>> stems,
            double[][] likeness) {}

    /**
     * @param embedder null: the language is one that the model does not know
     */
    public Ranking(List<Wording> wordings, @Nullable Embedder embedder) {
        this.wordings = List.copyOf(wordings);
        this.embedder = embedder;
        this.shared = new SharedWords(wordings);
        List<String> texts = wordings.stream().map(Wording::text).toList();
        this.criterionStems =
                texts.stream().map(text -> Set.copyOf(SharedWords.stems(text))).toList();
        if (embedder != null) {
            List<Embedding> sayings = embedder.embed(Wording.sayings(wordings), true);
            int each = wordings.isEmpty() ? 1 : sayings.size() / wordings.size();
            for (int from = 0; from < sayings.size(); from += each) {
                criteria.add(sayings.get(from));
                meanings.add(middle(sayings.subList(from, from + each)));
            }
        }
        weighCriterionWords(texts);
    }

    private void weighCriterionWords(List<String> texts) {
        Map<String, Long> inHowMany =
                texts.stream()
                        .flatMap(text -> Set.copyOf(SharedWords.stems(text)).stream())
                        .collect(Collectors.groupingBy(stem -> stem, Collectors.counting()));
        for (int c = 0; c < criteria.size(); c++) {
            String[] words = texts.get(c).strip().split("\\s+");
            List<Weighed> weighed = new ArrayList<>();
            List<float[]> parts = criteria.get(c).words();
            for (int i = 0; i < parts.size(); i++) {
                List<String> stems = SharedWords.stems(words[i]);
                if (!stems.isEmpty()) {
                    double rare =
                            Math.log(
                                    1
                                            + (double) texts.size()
                                                    / inHowMany.getOrDefault(stems.getFirst(), 1L));
                    weighed.add(new Weighed(direction(parts.get(i)), rare));
                }
            }
            criterionWords.add(weighed);
        }
    }

    /** Passages that were tagged in the centre: what is like them is like their criterion. */
    public void learn(List<Example> tagged) {
        List<Example> known =
                tagged.stream()
                        .filter(
                                example ->
                                        wordings.stream()
                                                .anyMatch(
                                                        one ->
                                                                one.id()
                                                                        .equals(
                                                                                example
                                                                                        .criterionId())))
                        .toList();
        if (embedder == null) {
            known.forEach(
                    example ->
                            exampleStems
                                    .computeIfAbsent(example.criterionId(), id -> new ArrayList<>())
                                    .add(Set.copyOf(SharedWords.stems(example.text()))));
            return;
        }
        List<Embedding> vectors = embedder.embed(known.stream().map(Example::text).toList(), false);
        for (int i = 0; i < known.size(); i++) {
            examples.computeIfAbsent(known.get(i).criterionId(), id -> new ArrayList<>())
                    .add(vectors.get(i).vector());
        }
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
        return new Reading(
                spoken,
                whole,
                Arrays.stream(spoken.text().strip().split("\\s+")).map(SharedWords::stems).toList(),
                likeness(spoken, whole, sentences));
    }

    private static List<String> withQuestion(Spoken spoken) {
        List<String> sentences = new ArrayList<>(Sentences.of(spoken.text()));
        sentences.addAll(Sentences.of(spoken.question()));
        return sentences;
    }

    /** What criteria have in common with anything of that discussion. */
    public Background background(List<Spoken> passages) {
        return backgroundOf(read(passages));
    }

    Background backgroundOf(List<Reading> readings) {
        double[][][] likeness = new double[Kind.values().length][readings.size()][];
        for (int i = 0; i < readings.size(); i++) {
            double[][] one = readings.get(i).likeness();
            for (int kind = 0; kind < one.length; kind++) {
                likeness[kind][i] = one[kind];
            }
        }
        return Background.of(likeness, wordings.size());
    }

    /** All criteria, the likeliest first. */
    public List<Match> rank(Spoken passage, Background background) {
        return rank(read(List.of(passage)).getFirst(), background);
    }

    List<Match> rank(Reading reading, Background background) {
        double[][] likeness = reading.likeness();
        double[] joined = joined(likeness, background);
        double[] learned = learned(reading);
        double sure = anyLikeness(likeness);
        List<Match> matches = new ArrayList<>();
        for (int c = 0; c < wordings.size(); c++) {
            String id = wordings.get(c).id();
            boolean planned = reading.spoken().planned().contains(id);
            double sum = joined[c] + learned[c] + (planned ? QUESTION_BONUS : 0);
            matches.add(
                    new Match(
                            id,
                            (planned ? 1 : sure) / (1 + Math.exp(-1.2 * (sum - 1.5))),
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

    /**
     * Whether the passage is about anything that the unit asks for, 0 to 1: some criterion is the
     * likeliest for small talk too. The same for all criteria of a passage.
     */
    private double anyLikeness(double[][] likeness) {
        if (embedder == null) {
            return Arrays.stream(likeness[Kind.SHARED.ordinal()]).max().orElse(0) > 0 ? 1 : 0.02;
        }
        double best = Arrays.stream(likeness[Kind.TWO_SENTENCES.ordinal()]).max().orElse(0);
        return Math.clamp((best - NOTHING_ALIKE) / (SURELY_ALIKE - NOTHING_ALIKE), 0.02, 1);
    }

    private double[][] likeness(
            Spoken spoken, @Nullable Embedding whole, List<float[]> sentenceVectors) {
        double[][] likeness = new double[Kind.values().length][wordings.size()];
        likeness[Kind.SHARED.ordinal()] = shared.scores(spoken.text() + " " + spoken.question());
        if (whole == null) {
            return likeness;
        }
        Columns words = new Columns(whole.words().stream().map(Ranking::direction).toList());
        Columns sentences = new Columns(sentenceVectors);
        for (int c = 0; c < wordings.size(); c++) {
            float[] alike = sentences.products(meanings.get(c));
            Arrays.sort(alike);
            int last = alike.length - 1;
            double best = last < 0 ? 0 : alike[last];
            likeness[Kind.SENTENCES.ordinal()][c] = mean(alike);
            likeness[Kind.TWO_SENTENCES.ordinal()][c] =
                    last < 1 ? best : (best + alike[last - 1]) / 2;
            likeness[Kind.WORD.ordinal()][c] = wordLikeness(criterionWords.get(c), words);
        }
        return likeness;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    private static double wordLikeness(List<Weighed> wanted, Columns said) {
        double sum = 0;
        double weights = 0;
        for (Weighed word : wanted) {
            float best = -1;
            for (float one : said.products(word.direction())) {
                best = Math.max(best, one);
            }
            sum += word.weight() * best;
            weights += word.weight();
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private double[] joined(double[][] likeness, Background background) {
        double[] joined = new double[wordings.size()];
        for (Kind kind : Kind.values()) {
            double[] beyond = new double[wordings.size()];
            for (int c = 0; c < beyond.length; c++) {
                beyond[c] = likeness[kind.ordinal()][c] - background.of(kind.ordinal(), c);
            }
            double weight = embedder == null && kind == Kind.SHARED ? 1.6 : kind.weight;
            double mean = Arrays.stream(beyond).average().orElse(0);
            double spread =
                    Math.sqrt(
                            Arrays.stream(beyond)
                                    .map(value -> (value - mean) * (value - mean))
                                    .average()
                                    .orElse(0));
            for (int c = 0; c < beyond.length && spread > 1e-9; c++) {
                joined[c] += weight * (beyond[c] - mean) / spread;
            }
        }
        return joined;
    }

    /** How much more a passage is like what was tagged to a criterion than any passages are. */
    private double[] learned(Reading reading) {
        double[] learned = new double[wordings.size()];
        Embedding whole = reading.whole();
        Set<String> stems =
                whole == null ? Set.copyOf(SharedWords.stems(reading.spoken().text())) : Set.of();
        for (int c = 0; c < learned.length; c++) {
            String id = wordings.get(c).id();
            double nearest =
                    whole == null
                            ? exampleStems.getOrDefault(id, List.of()).stream()
                                    .mapToDouble(example -> overlap(stems, example))
                                    .max()
                                    .orElse(0)
                            : examples.getOrDefault(id, List.of()).stream()
                                    .mapToDouble(whole::alike)
                                    .max()
                                    .orElse(0);
            learned[c] = EXAMPLE_WEIGHT * Math.max(0, nearest - EXAMPLE_FLOOR);
        }
        return learned;
    }

    private static double overlap(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return both == 0 ? 0 : both / Math.sqrt((double) one.size() * other.size());
    }

    /**
     * The words that carry a score: those that add most to the passage's likeness to this criterion
     * beyond what they add for the others, and those that both share.
     */
    private List<Integer> telling(Reading reading, int criterion) {
        Set<String> wanted = criterionStems.get(criterion);
        Embedding whole = reading.whole();
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
            if (whole != null && i < whole.words().size()) {
                adds[i] +=
                        Math.max(
                                0,
                                Embedding.product(
                                        whole.words().get(i), criteria.get(criterion).vector()));
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

    private static float[] middle(List<Embedding> several) {
        float[] sum = new float[Embedding.DIMENSIONS];
        for (Embedding one : several) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += one.vector()[i];
            }
        }
        return direction(sum);
    }

    private static float[] direction(float[] vector) {
        float scale = (float) (1 / Math.sqrt(Embedding.product(vector, vector) + 1e-12));
        float[] direction = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            direction[i] = vector[i] * scale;
        }
        return direction;
    }

    @Override
    public void close() {
        shared.close();
    }
}
