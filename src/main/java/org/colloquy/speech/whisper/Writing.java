package org.colloquy.speech.whisper;

import java.util.ArrayList;
import java.util.List;

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

    Writing(int frames, Vocabulary vocabulary) {
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

    long last() {
        return ids.getLast();
    }

    Hypothesis hypothesis() {
        float[] logs = new float[logProbabilities.size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = logProbabilities.get(i);
        }
        return new Hypothesis(
                ids.stream().mapToInt(Integer::intValue).toArray(),
                logs,
                ended ? attention : List.of(),
                noSpeech,
                ended);
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
