package org.colloquy.speech.whisper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one window says, while it is written. */
final class Writing {
    /** Half of what the model can look back on, as OpenAI does. */
    private static final int MOST_IDS = 224;

    /** The fastest speech in the language that needs most ids. */
    private static final double MOST_IDS_A_FRAME = 0.4;

    private final int frames;
    private final Vocabulary vocabulary;
    private final int limit;
    private final List<Integer> ids = new ArrayList<>();
    private final List<Float> logProbabilities = new ArrayList<>();
    private final List<float[]> attention = new ArrayList<>();
    private double noSpeech;
    private boolean ended;
    private float @Nullable [] asHeard;

    private final Guide guide;
    private final List<Guide.Begin> begins = new ArrayList<>();

    Writing(int frames, Vocabulary vocabulary, Guide guide) {
        this.guide = guide;
        this.frames = frames;
        this.vocabulary = vocabulary;
        limit = Math.min(MOST_IDS, 24 + (int) (frames * MOST_IDS_A_FRAME));
    }

    void noSpeech(Scores scores) {
        noSpeech = Math.exp(scores.logProbability(Vocabulary.NO_SPEECH));
    }

    /**
     * Writes the next id.
     *
     * @param wholeAttention of eight heads over the frames of the batch
     * @return whether there is more to write
     */
    boolean write(Scores scores, float[] wholeAttention, Chooser chooser) {
        scores.suppress(vocabulary.suppressed(ids.isEmpty()));
        guide.notice(scores, ids.size(), begins);
        int id = chooser.choose(scores);
        logProbabilities.add((float) scores.logProbability(id));
        attention.add(cropped(wholeAttention));
        if (id == Vocabulary.END) {
            ended = true;
            return false;
        }
        ids.add(id);
        return ids.size() < limit && !Loops.looping(ids);
    }

    /** Whether terms of the session may be meant by what is written. */
    boolean canBeGuided() {
        return ended && !begins.isEmpty();
    }

    /**
     * Looks for the terms of the session in what is written, and writes those that were said. Their
     * probabilities are the engine's own.
     */
    void guide(Probe probe) {
        Draft draft =
                guide.improved(new Draft(ids(), logProbabilities()), begins, vocabulary, probe);
        if (draft == null) {
            return;
        }
        asHeard = logProbabilities();
        ids.clear();
        logProbabilities.clear();
        attention.clear();
        for (int id : draft.ids()) {
            ids.add(id);
        }
        for (float one : draft.logProbabilities()) {
            logProbabilities.add(one);
        }
        probe.rewrite(draft.ids()).forEach(row -> attention.add(cropped(row)));
    }

    long last() {
        return ids.getLast();
    }

    Hypothesis hypothesis() {
        float[] logs = logProbabilities();
        return new Hypothesis(
                ids(),
                logs,
                ended ? attention : List.of(),
                noSpeech,
                ended,
                asHeard == null ? logs : asHeard);
    }

    private int[] ids() {
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }

    private float[] logProbabilities() {
        float[] logs = new float[logProbabilities.size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = logProbabilities.get(i);
        }
        return logs;
    }

    private float[] cropped(float[] whole) {
        int stride = whole.length / 8;
        float[] cropped = new float[8 * frames];
        for (int head = 0; head < 8; head++) {
            System.arraycopy(whole, head * stride, cropped, head * frames, frames);
        }
        return cropped;
    }
}
