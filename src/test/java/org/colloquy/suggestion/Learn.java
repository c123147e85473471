package org.colloquy.suggestion;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.colloquy.embedding.Embedder;
import org.colloquy.embedding.Embedding;
import org.colloquy.embedding.EmbeddingProcess;
import org.colloquy.suggestion.LabelledSet.Labelled;
import org.colloquy.suggestion.LabelledSet.LabelledUnit;

/**
 * Learns {@link PlainSpeech} and {@link AboutWork} from labelled passages and small talk. Both are
 * ridge regressions (softmax over a unit's criteria; logistic), so that the same passages give the
 * same numbers each time.
 *
 * <pre>Learn FOLDER    learns from all passages and writes the two files of numbers
 * Learn           says how well that does on units and small talk that it did not learn from</pre>
 */
public final class Learn {
    private static final int D = Embedding.DIMENSIONS;

    /**
     * How much a difference of likeness counts. This and what follows: chosen on parts left out.
     */
    private static final double SHARPNESS = 10;

    /** How much of what a unit's passages have in common is taken off first. */
    private static final double COMMON = 0.9;

    private static final double PRICE = 0.003;
    private static final int STEPS = 200;
    private static final double PACE = 0.5;
    private static final double KEPT = 0.9;

    private static final double PRICE_OF_WORK = 0.01;
    private static final int STEPS_OF_WORK = 400;
    private static final double PACE_OF_WORK = 2;

    /** One of so many is left out at a time. */
    private static final int PARTS = 4;

    /**
     * A unit as numbers.
     *
     * @param said of each passage the mean of its sentences
     * @param criteria of each the middle of its sayings
     * @param right of each passage the place of its criterion
     */
    private record Numbered(List<float[]> said, List<float[]> criteria, int[] right) {
        static Numbered of(LabelledUnit unit, Embedder embedder) {
            List<Embedding> sayings = embedder.embed(Wording.sayings(unit.criteria()), false);
            int each = sayings.size() / unit.criteria().size();
            return new Numbered(
                    unit.passages().stream()
                            .map(one -> mean(one.text(), one.question(), embedder))
                            .toList(),
                    IntStream.range(0, unit.criteria().size())
                            .map(c -> c * each)
                            .mapToObj(from -> Likeness.middle(sayings.subList(from, from + each)))
                            .toList(),
                    unit.passages().stream().mapToInt(Labelled::right).toArray());
        }

        /** Without what its passages have in common, as {@link Background} takes it off. */
        Numbered apart() {
            float[] common = Likeness.mean(said);
            return new Numbered(
                    said.stream()
                            .map(
                                    one -> {
                                        float[] apart = one.clone();
                                        for (int d = 0; d < D; d++) {
                                            apart[d] -= (float) (COMMON * common[d]);
                                        }
                                        return apart;
                                    })
                            .toList(),
                    criteria,
                    right);
        }
    }

    private Learn() {}

    private static float[] mean(String text, String question, Embedder embedder) {
        List<String> sentences = Ranking.withQuestion(new Spoken(text, question, Set.of()));
        return Likeness.mean(
                embedder.embed(sentences, false).stream().map(Embedding::vector).toList());
    }

    /** What is added to a criterion's meaning, row by row. */
    private static float[] plainSpeech(List<Numbered> units) {
        List<Numbered> apart = units.stream().map(Numbered::apart).toList();
        int passages = apart.stream().mapToInt(unit -> unit.said().size()).sum();
        float[] matrix = new float[D * D];
        float[] speed = new float[D * D];
        for (int step = 0; step < STEPS; step++) {
            float[] slope = new float[D * D];
            PlainSpeech now = new PlainSpeech(matrix, D);
            apart.forEach(unit -> addSlope(slope, unit, now));
            for (int i = 0; i < matrix.length; i++) {
                double down = SHARPNESS * slope[i] / passages + 2 * PRICE * matrix[i];
                speed[i] = (float) (KEPT * speed[i] - PACE * down);
                matrix[i] += speed[i];
            }
        }
        return matrix;
    }

    /** Adds, for every passage, itself times what each criterion got too much of probability. */
    private static void addSlope(float[] slope, Numbered unit, PlainSpeech now) {
        List<float[]> turned = unit.criteria().stream().map(now::of).toList();
        float[][] pull = new float[turned.size()][D];
        for (int p = 0; p < unit.said().size(); p++) {
            float[] said = unit.said().get(p);
            double[] much = likely(said, turned);
            much[unit.right()[p]] -= 1;
            for (int c = 0; c < pull.length; c++) {
                add(pull[c], 0, (float) much[c], said);
            }
        }
        for (int c = 0; c < pull.length; c++) {
            for (int row = 0; row < D; row++) {
                add(slope, row * D, pull[c][row], unit.criteria().get(c));
            }
        }
    }

    private static void add(float[] to, int from, float times, float[] what) {
        for (int d = 0; d < D; d++) {
            to[from + d] += times * what[d];
        }
    }

    private static double[] likely(float[] said, List<float[]> turned) {
        double[] likely =
                turned.stream()
                        .mapToDouble(one -> Math.exp(SHARPNESS * Embedding.product(said, one)))
                        .toArray();
        double sum = Arrays.stream(likely).sum();
        return Arrays.stream(likely).map(one -> one / sum).toArray();
    }

    /** A number for each dimension and what is added; work and small talk count the same. */
    private static float[] aboutWork(List<float[]> work, List<float[]> talk) {
        float[] weights = new float[D + 1];
        for (int step = 0; step < STEPS_OF_WORK; step++) {
            AboutWork now = new AboutWork(weights);
            float[] slope = new float[D + 1];
            addSlope(slope, work, now, 1);
            addSlope(slope, talk, now, 0);
            for (int d = 0; d < D; d++) {
                double down = SHARPNESS * SHARPNESS * slope[d] + PRICE_OF_WORK * weights[d];
                weights[d] -= (float) (PACE_OF_WORK * down);
            }
            weights[D] -= (float) (PACE_OF_WORK * slope[D]);
        }
        return weights;
    }

    private static void addSlope(float[] slope, List<float[]> said, AboutWork now, int wanted) {
        for (float[] one : said) {
            float much = (float) ((now.likely(one) - wanted) / (2.0 * said.size()));
            add(slope, 0, much, one);
            slope[D] += much;
        }
    }

    public static void main(String[] arguments) throws IOException {
        try (EmbeddingProcess embedder = new EmbeddingProcess()) {
            List<LabelledUnit> units =
                    Table.LEARNED_FROM.stream()
                            .flatMap(name -> LabelledSet.read(name).units().stream())
                            .toList();
            List<Numbered> numbered =
                    units.stream().map(one -> Numbered.of(one, embedder)).toList();
            List<float[]> talk =
                    LabelledSet.lines("small-talk.txt").stream()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> mean(line, "", embedder))
                            .toList();
            if (arguments.length > 0) {
                Path folder = Path.of(arguments[0]);
                write(plainSpeech(numbered), folder.resolve("plain-speech.f16"));
                write(aboutWork(said(numbered), talk), folder.resolve("about-work.f16"));
            } else {
                rankLeftOut(units, numbered, embedder);
                tellLeftOut(numbered, talk);
            }
        }
    }

    private static void rankLeftOut(
            List<LabelledUnit> units, List<Numbered> numbered, Embedder embedder) {
        List<Integer> ranks = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            PlainSpeech speech = new PlainSpeech(plainSpeech(without(numbered, part)), D);
            only(units, part)
                    .forEach(unit -> ranks.addAll(Table.ranks(unit, embedder, speech, false)));
        }
        System.out.println("units left out\t" + Table.Found.of(ranks));
    }

    private static void tellLeftOut(List<Numbered> numbered, List<float[]> talk) {
        int passed = 0;
        int held = 0;
        for (int part = 0; part < PARTS; part++) {
            AboutWork now =
                    new AboutWork(aboutWork(said(without(numbered, part)), without(talk, part)));
            passed +=
                    (int)
                            said(only(numbered, part)).stream()
                                    .filter(one -> now.likely(one) >= 0.5)
                                    .count();
            held += (int) only(talk, part).stream().filter(one -> now.likely(one) < 0.5).count();
        }
        System.out.printf(
                "told apart\t%.3f of passages are work, %.3f of small talk is not%n",
                passed / (double) said(numbered).size(), held / (double) talk.size());
    }

    private static List<float[]> said(List<Numbered> numbered) {
        return numbered.stream().flatMap(unit -> unit.said().stream()).toList();
    }

    private static <T> List<T> only(List<T> all, int part) {
        return at(all, i -> i % PARTS == part);
    }

    private static <T> List<T> without(List<T> all, int part) {
        return at(all, i -> i % PARTS != part);
    }

    private static <T> List<T> at(List<T> all, IntPredicate place) {
        return IntStream.range(0, all.size()).filter(place).mapToObj(all::get).toList();
    }

    private static void write(float[] numbers, Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (float number : numbers) {
                out.writeShort(Float.floatToFloat16(number));
            }
        }
    }
}
