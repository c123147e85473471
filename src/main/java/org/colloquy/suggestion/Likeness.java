package org.colloquy.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.embedding.Columns;
import org.colloquy.embedding.Embedder;
import org.colloquy.embedding.Embedding;
import org.jspecify.annotations.Nullable;

/** How alike a passage is to each criterion of one unit, by every {@link Kind}. */
final class Likeness implements AutoCloseable {
    private final SharedWords shared;
    private final int criteria;

    /** Of each criterion the middle of its sayings, turned to how people speak; empty: no model. */
    private final List<float[]> meanings = new ArrayList<>();

    /** As published, turned likewise. */
    private final List<float[]> published = new ArrayList<>();

    private final List<List<Weighed>> words = new ArrayList<>();

    /** A word of a criterion: its direction, and how rare it is among the criteria. */
    private record Weighed(float[] direction, double weight) {}

    /**
     * @param embedder null: the language is one that the model does not know
     */
    Likeness(List<Wording> wordings, @Nullable Embedder embedder, PlainSpeech speech) {
        shared = new SharedWords(wordings);
        criteria = wordings.size();
        if (embedder == null || wordings.isEmpty()) {
            return;
        }
        List<Embedding> sayings = embedder.embed(Wording.sayings(wordings), true);
        List<Embedding> texts = new ArrayList<>();
        int each = sayings.size() / wordings.size();
        for (int from = 0; from < sayings.size(); from += each) {
            texts.add(sayings.get(from));
            published.add(speech.of(sayings.get(from).vector()));
            meanings.add(speech.of(middle(sayings.subList(from, from + each))));
        }
        weighWords(wordings.stream().map(Wording::text).toList(), texts);
    }

    private void weighWords(List<String> texts, List<Embedding> embedded) {
        Map<String, Long> inHowMany =
                texts.stream()
                        .flatMap(text -> Set.copyOf(SharedWords.stems(text)).stream())
                        .collect(Collectors.groupingBy(stem -> stem, Collectors.counting()));
        for (int c = 0; c < embedded.size(); c++) {
            String[] written = texts.get(c).strip().split("\\s+");
            List<Weighed> weighed = new ArrayList<>();
            List<float[]> parts = embedded.get(c).words();
            for (int i = 0; i < parts.size(); i++) {
                List<String> stems = SharedWords.stems(written[i]);
                if (!stems.isEmpty()) {
                    long among = inHowMany.getOrDefault(stems.getFirst(), 1L);
                    double rare = Math.log(1 + (double) texts.size() / among);
                    weighed.add(new Weighed(direction(parts.get(i)), rare));
                }
            }
            words.add(weighed);
        }
    }

    /** What a criterion means, as people speak of it; null without a model. */
    float @Nullable [] meaning(int criterion) {
        return meanings.isEmpty() ? null : meanings.get(criterion);
    }

    /**
     * By kind, then by criterion.
     *
     * @param whole null: there are only the stems that both share
     */
    double[][] of(Spoken spoken, @Nullable Embedding whole, List<float[]> sentenceVectors) {
        double[][] likeness = new double[Kind.values().length][criteria];
        likeness[Kind.SHARED.ordinal()] = shared.scores(spoken.text() + " " + spoken.question());
        if (whole == null) {
            return likeness;
        }
        Columns said = new Columns(whole.words().stream().map(Likeness::direction).toList());
        Columns sentences = new Columns(sentenceVectors);
        for (int c = 0; c < criteria; c++) {
            float[] alike = sentences.products(meanings.get(c));
            Arrays.sort(alike);
            int last = alike.length - 1;
            double best = last < 0 ? 0 : alike[last];
            likeness[Kind.SENTENCES.ordinal()][c] = mean(alike);
            likeness[Kind.TWO_SENTENCES.ordinal()][c] =
                    last < 1 ? best : (best + alike[last - 1]) / 2;
            likeness[Kind.WHOLE.ordinal()][c] = whole.alike(published.get(c));
            likeness[Kind.WORD.ordinal()][c] = wordLikeness(words.get(c), said);
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

    /** The middle of several, of length 1. */
    static float[] middle(List<Embedding> several) {
        return direction(mean(several.stream().map(Embedding::vector).toList()));
    }

    /** All zero for none. */
    static float[] mean(List<float[]> vectors) {
        float[] mean = new float[Embedding.DIMENSIONS];
        for (float[] one : vectors) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += one[d] / vectors.size();
            }
        }
        return mean;
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
