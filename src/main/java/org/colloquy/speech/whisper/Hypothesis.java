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
 */
record Hypothesis(
        int[] ids,
        float[] logProbabilities,
        List<float[]> attention,
        double noSpeech,
        boolean ended) {
    /** Bounds of OpenAI's transcribe.py: text that packs better than this repeats itself. */
    private static final double MOST_COMPRESSION = 2.4;

    private static final double LEAST_LOG_PROBABILITY = -1;
    private static final double NO_SPEECH = 0.6;

    double meanLogProbability() {
        double sum = 0;
        for (float one : logProbabilities) {
            sum += one;
        }
        return logProbabilities.length == 0 ? 0 : sum / logProbabilities.length;
    }

    /** Nobody speaks, and what was understood is not sure either. */
    boolean silent() {
        return noSpeech > NO_SPEECH && meanLogProbability() < LEAST_LOG_PROBABILITY;
    }

    boolean trusted(Vocabulary vocabulary) {
        return ended
                && meanLogProbability() >= LEAST_LOG_PROBABILITY
                && compression(text(vocabulary)) <= MOST_COMPRESSION;
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
