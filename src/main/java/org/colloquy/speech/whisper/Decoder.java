package org.colloquy.speech.whisper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.onnx.OnnxModel;

/**
 * Writes what several windows say, one piece of text a step for each of them together. Any number
 * of threads may decode at once, each with memory of its own.
 */
final class Decoder implements AutoCloseable {
    static final int LAYERS = 6;
    static final int HEADS = 8;

    /**
     * With it the runtime multiplies queries by keys and scale at once, for which it has no fast
     * way where there is one query: 0.5 ms more for each window and step (decision 10).
     */
    private static final String SLOWER = "MatMulScaleFusion";

    private final Loaded loaded;
    private final Vocabulary vocabulary;
    private final Guide guide;

    /**
     * The graph, and what its inputs and outputs of each layer are called.
     *
     * @param keys after the step
     * @param values after the step
     */
    record Loaded(
            OnnxModel model,
            List<String> crossKeys,
            List<String> crossValues,
            List<String> pastKeys,
            List<String> pastValues,
            List<String> keys,
            List<String> values) {
        /** One thread for each run: the lanes are what uses the cores. */
        static Loaded from(Path file) {
            List<List<String>> names = new ArrayList<>();
            OnnxModel model =
                    OnnxModel.open(
                            file,
                            1,
                            SLOWER,
                            graph -> {
                                for (String in :
                                        List.of("cross_k", "cross_v", "past_k", "past_v")) {
                                    names.add(graph.unstackInput(in));
                                }
                                names.add(graph.unstackOutput("k"));
                                names.add(graph.unstackOutput("v"));
                            });
            return new Loaded(
                    model,
                    names.get(0),
                    names.get(1),
                    names.get(2),
                    names.get(3),
                    names.get(4),
                    names.get(5));
        }
    }

    /**
     * @param guide of one recording
     */
    Decoder(Path file, Vocabulary vocabulary, Guide guide) {
        loaded = Loaded.from(file);
        this.guide = guide;
        this.vocabulary = vocabulary;
    }

    /**
     * Adds up, for every id of a language, how likely the windows are in it.
     *
     * @return logarithms by id, higher is likelier
     */
    double[] rankLanguages(Encoded heard, LaneMemory memory) {
        double[] sums = new double[Vocabulary.SIZE];
        try (Steps steps = new Steps(loaded, heard, memory)) {
            steps.next(repeated(heard.windows(), Vocabulary.START));
            for (int i = 0; i < heard.windows(); i++) {
                Scores scores = steps.scores(i);
                for (int id : vocabulary.languages().values()) {
                    sums[id] += scores.logProbability(id);
                }
            }
        }
        return sums;
    }

    /**
     * @param heard is used up
     * @param frames with sound, for each window
     * @param language its id
     */
    List<Hypothesis> decode(
            Encoded heard, int[] frames, int language, Chooser chooser, LaneMemory memory) {
        List<Writing> all = new ArrayList<>();
        for (int i = 0; i < heard.windows(); i++) {
            all.add(new Writing(frames[i], vocabulary, guide));
        }
        List<Writing> active = new ArrayList<>(all);
        try (Steps steps = new Steps(loaded, heard, memory)) {
            steps.next(repeated(active.size(), Vocabulary.START));
            for (int i = 0; i < active.size(); i++) {
                active.get(i).noSpeech(steps.scores(i));
            }
            long[] next =
                    repeated(
                            active.size(),
                            language,
                            Vocabulary.TRANSCRIBE,
                            Vocabulary.NO_TIMESTAMPS);
            while (!active.isEmpty()) {
                steps.next(next);
                List<Integer> ended = new ArrayList<>();
                for (int i = active.size() - 1; i >= 0; i--) {
                    if (!active.get(i).write(steps.scores(i), steps.attention(i), chooser)) {
                        ended.add(i);
                    }
                }
                for (int i : ended) {
                    if (active.get(i).canBeGuided()) {
                        try (WindowProbe probe = steps.probe(i, language)) {
                            active.get(i).guide(probe);
                        }
                    }
                    steps.drop(i);
                    Writing last = active.removeLast();
                    if (i < active.size()) {
                        active.set(i, last);
                    }
                }
                next = active.stream().mapToLong(Writing::last).toArray();
            }
        }
        return all.stream().map(Writing::hypothesis).toList();
    }

    private static long[] repeated(int times, int... ids) {
        long[] all = new long[times * ids.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = ids[i % ids.length];
        }
        return all;
    }

    @Override
    public void close() {
        loaded.model().close();
    }
}
