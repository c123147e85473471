package org.colloquy.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.embedding.Embedder;
import org.colloquy.embedding.Embedding;
import org.jspecify.annotations.Nullable;

/**
 * Passages that were tagged in the centre. They speak in two ways: a passage that is very much like
 * one of them is most likely about the same; and the middle of what was tagged to a criterion says
 * what people talk about under it, the more surely the more of the criteria have tags.
 */
final class Examples {
    private static final double BONUS = 6;

    /** Passages about two things of one trade are this much alike: below it there is no bonus. */
    private static final double FLOOR = 0.5;

    /** So many tags weigh as much as knowing nothing; one alone weighs a tenth. */
    private static final double DOUBT = 3;

    /** How far likenesses to middles are apart where all criteria have tags (learning set). */
    private static final double USUAL_SPREAD = 0.03;

    /** As many as there are criteria, each with what was tagged to it. */
    private final List<String> criteria;

    private final Map<String, List<float[]>> vectors = new HashMap<>();
    private final Map<String, List<float[]>> said = new HashMap<>();
    private final Map<String, List<Set<String>>> stems = new HashMap<>();

    Examples(List<String> criterionIds) {
        criteria = List.copyOf(criterionIds);
    }

    /**
     * Those of other criteria are left out.
     *
     * @param embedder null: they are compared by the stems they share
     */
    void add(List<Example> tagged, @Nullable Embedder embedder) {
        List<Example> known =
                tagged.stream().filter(one -> criteria.contains(one.criterionId())).toList();
        if (embedder == null) {
            known.forEach(one -> put(stems, one, Set.copyOf(SharedWords.stems(one.text()))));
            return;
        }
        List<List<String>> sentences = known.stream().map(one -> Sentences.of(one.text())).toList();
        List<Embedding> whole = embedder.embed(known.stream().map(Example::text).toList(), false);
        List<float[]> parts =
                embedder.embed(sentences.stream().flatMap(List::stream).toList(), false).stream()
                        .map(Embedding::vector)
                        .toList();
        int next = 0;
        for (int i = 0; i < known.size(); i++) {
            int until = next + sentences.get(i).size();
            put(vectors, known.get(i), whole.get(i).vector());
            put(said, known.get(i), Likeness.mean(parts.subList(next, until)));
            next = until;
        }
    }

    private static <T> void put(Map<String, List<T>> into, Example example, T what) {
        into.computeIfAbsent(example.criterionId(), id -> new ArrayList<>()).add(what);
    }

    /**
     * How alike a passage is to the middle of what was tagged to each criterion. One tag says
     * little, so that few are drawn towards what all have on average; a criterion without tags has
     * just that, and nothing follows from it.
     *
     * @param passage the mean of its sentences
     */
    double[] middles(float[] passage) {
        Map<String, Double> alike = new HashMap<>();
        said.forEach(
                (id, tagged) -> alike.put(id, Embedding.product(passage, Likeness.mean(tagged))));
        double usual = alike.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return criteria.stream()
                .mapToDouble(
                        id -> {
                            double tags = said.getOrDefault(id, List.of()).size();
                            double trust = tags * tags / (tags * tags + DOUBT * DOUBT);
                            return usual + trust * (alike.getOrDefault(id, usual) - usual);
                        })
                .toArray();
    }

    /** A smaller spread of {@link #middles} than this says nothing. */
    double leastSpread() {
        return said.isEmpty() ? 1 : USUAL_SPREAD * criteria.size() / said.size();
    }

    /** For a passage that is more like what was tagged to a criterion than any two passages are. */
    double bonus(String criterionId, Spoken spoken, @Nullable Embedding whole) {
        double nearest =
                whole == null
                        ? nearestByStems(criterionId, spoken)
                        : vectors.getOrDefault(criterionId, List.of()).stream()
                                .mapToDouble(whole::alike)
                                .max()
                                .orElse(0);
        return BONUS * Math.max(0, nearest - FLOOR);
    }

    private double nearestByStems(String criterionId, Spoken spoken) {
        List<Set<String>> tagged = stems.getOrDefault(criterionId, List.of());
        if (tagged.isEmpty()) {
            return 0;
        }
        Set<String> stemsSaid = Set.copyOf(SharedWords.stems(spoken.text()));
        return tagged.stream().mapToDouble(one -> overlap(stemsSaid, one)).max().orElse(0);
    }

    private static double overlap(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return both == 0 ? 0 : both / Math.sqrt((double) one.size() * other.size());
    }
}
