package org.colloquy.speech.whisper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;

/**
 * What one window may say.
 *
 * @param ids pieces of text, without special ids
 * @param logProbabilities of these ids, and of the end where it was reached
 * @param attention one row for every id and one for the end: eight heads, each over all frames of
 *     20 ms; empty where the end was not reached
 * @param noSpeech how likely the window holds no speech, 0 to 1
 * @param ended false: stopped, because it went round in circles or grew too long
 * @param asHeard logarithms of the probabilities of what the engine wrote by itself, before terms
 *     were looked for: by these a window is judged
 */
record Hypothesis(
        int[] ids,
        float[] logProbabilities,
        List<float[]> attention,
        double noSpeech,
        boolean ended,
        float[] asHeard) {
    /** Bounds of OpenAI's transcribe.py: text that packs better than this repeats itself. */
    private static final double MOST_COMPRESSION = 2.4;

    /**
     * Where the model hears speech. OpenAI's is -1: of words in windows between that and -0.9 only
     * a quarter were right (decision 12).
     */
    private static final double LEAST_LOG_PROBABILITY = -0.9;

    /** Where it hears none. */
    private static final double LEAST_IN_NO_SPEECH = -0.5;

    /** From here on the model doubts that there is speech. */
    private static final double SPEECH = 0.3;

    /** From here on it is as good as sure that there is none; OpenAI's. */
    private static final double NO_SPEECH = 0.6;

    /** Less sure than this, where there is no speech, is not worth another try. */
    private static final double NOTHING = -0.75;

    /** Said so often one after another, and nothing else, is a loop where speech is doubted. */
    private static final int MOST_TIMES = 3;

    /** Of what nobody put terms into. */
    Hypothesis(
            int[] ids,
            float[] logProbabilities,
            List<float[]> attention,
            double noSpeech,
            boolean ended) {
        this(ids, logProbabilities, attention, noSpeech, ended, logProbabilities);
    }

    double meanLogProbability() {
        double sum = 0;
        for (float one : asHeard) {
            sum += one;
        }
        return asHeard.length == 0 ? 0 : sum / asHeard.length;
    }

    /** Nobody speaks, and what was understood is not sure either. */
    boolean silent() {
        return noSpeech > NO_SPEECH && meanLogProbability() < NOTHING;
    }

    boolean trusted(Vocabulary vocabulary) {
        String text = text(vocabulary);
        return ended
                && meanLogProbability() >= leastLogProbability(noSpeech)
                && compression(text) <= MOST_COMPRESSION
                && (noSpeech < SPEECH || Loops.times(text) <= MOST_TIMES);
    }

    /**
     * How sure text must be. The more the model doubts that anybody speaks, the surer: what it made
     * of coughs, humming and murmur had -0.7 and less at 0.5 and more, true speech in loud noise
     * -0.6 and more (decision 12).
     */
    static double leastLogProbability(double noSpeech) {
        double doubt = Math.clamp((noSpeech - SPEECH) / (NO_SPEECH - SPEECH), 0, 1);
        return LEAST_LOG_PROBABILITY + doubt * (LEAST_IN_NO_SPEECH - LEAST_LOG_PROBABILITY);
    }

    String text(Vocabulary vocabulary) {
        int length = 0;
        for (int id : ids) {
            length += vocabulary.bytes(id).length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (int id : ids) {
            bytes.put(vocabulary.bytes(id));
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    /** Length of the text through its length when deflated; higher where it repeats itself. */
    static double compression(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return 1;
        }
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] packed = new byte[bytes.length + 64];
            int size = 0;
            while (!deflater.finished()) {
                size += deflater.deflate(packed);
            }
            return bytes.length / (double) size;
        }
    }
}
