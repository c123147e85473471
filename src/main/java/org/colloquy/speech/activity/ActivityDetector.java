package org.colloquy.speech.activity;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.colloquy.speech.onnx.OnnxModel;
import org.colloquy.speech.sound.Sound;

/**
 * Silero voice activity, version 6.2. The sound is levelled first (quiet recordings are missed
 * otherwise) and a long one is heard in up to eight stripes side by side, each of which begins a
 * little early to settle: that halves the work of a frame.
 */
public final class ActivityDetector implements AutoCloseable {
    static final int FRAME = 512;
    static final int CONTEXT = 64;
    static final int STATE = 128;
    private static final int MOST_STRIPES = 8;
    private static final int SHORTEST_STRIPE = 600;
    private static final int SETTLING = 90;
    private static final int LEVEL_PIECE = 1000;

    private final OnnxModel model;

    public ActivityDetector(Path file) {
        model = OnnxModel.open(file, 1);
    }

    /**
     * @param progress told the fraction done now and then; may throw to stop the work
     */
    public Activity detect(Sound sound, DoubleConsumer progress) {
        float[] levels = levels(sound);
        float[] probabilities = probabilities(sound, Loudness.gains(levels), progress);
        return new Activity(
                probabilities, levels, Spans.of(probabilities, sound.durationSeconds()));
    }

    private static float[] levels(Sound sound) {
        int frames = (int) ((sound.length() + FRAME - 1) / FRAME);
        float[] levels = new float[frames];
        for (int first = 0; first < frames; first += LEVEL_PIECE) {
            int count = Math.min(LEVEL_PIECE, frames - first);
            float[] samples = sound.mix((long) first * FRAME, count * FRAME);
            for (int frame = 0; frame < count; frame++) {
                levels[first + frame] = Loudness.rms(samples, frame * FRAME, FRAME);
            }
        }
        return levels;
    }

    private float[] probabilities(Sound sound, float[] gains, DoubleConsumer progress) {
        int frames = gains.length;
        float[] probabilities = new float[frames];
        int stripes = Math.clamp(frames / SHORTEST_STRIPE, 1, MOST_STRIPES);
        int stripe = (frames + stripes - 1) / stripes;
        int settling = stripes == 1 ? 0 : SETTLING;

        FloatBuffer input = OnnxModel.floats(stripes * (CONTEXT + FRAME));
        FloatBuffer output = OnnxModel.floats(stripes);
        FloatBuffer[] states = {
            OnnxModel.floats(2 * stripes * STATE), OnnxModel.floats(2 * stripes * STATE)
        };
        try (OnnxTensor in = model.tensor(input, stripes, CONTEXT + FRAME);
                OnnxTensor rate = model.tensor(new long[] {Sound.RATE});
                OnnxTensor even = model.tensor(states[0], 2, stripes, STATE);
                OnnxTensor odd = model.tensor(states[1], 2, stripes, STATE);
                OnnxTensor out = model.tensor(output, stripes, 1)) {
            Map<String, OnnxTensor> inputs = new HashMap<>(Map.of("input", in, "sr", rate));
            Map<String, OnnxTensor> outputs = new HashMap<>(Map.of("output", out));
            StripeReader reader = new StripeReader(sound, stripes, stripe);
            for (int step = -settling; step < stripe; step++) {
                reader.fill(step, gains, input);
                boolean evenStep = (step & 1) == 0;
                inputs.put("state", evenStep ? even : odd);
                outputs.put("stateN", evenStep ? odd : even);
                OrtSession.Result result = model.run(inputs, outputs);
                result.close();
                for (int i = 0; step >= 0 && i < stripes; i++) {
                    if (i * stripe + step < frames) {
                        probabilities[i * stripe + step] = output.get(i);
                    }
                }
                if ((step & 127) == 0) {
                    progress.accept(Math.max(0, step) / (double) stripe);
                }
            }
        }
        return probabilities;
    }

    /** Brings the next frame of every stripe, each with the end of the frame before it. */
    private static final class StripeReader {
        private static final int AHEAD = 64;
        private final Sound sound;
        private final int stripe;
        private final float[][] pieces;
        private final long[] starts;

        StripeReader(Sound sound, int stripes, int stripe) {
            this.sound = sound;
            this.stripe = stripe;
            pieces = new float[stripes][0];
            starts = new long[stripes];
            Arrays.fill(starts, Long.MIN_VALUE);
        }

        void fill(int step, float[] gains, FloatBuffer input) {
            for (int i = 0; i < pieces.length; i++) {
                int frame = i * stripe + step;
                long from = (long) frame * FRAME - CONTEXT;
                if (from < starts[i] || from + CONTEXT + FRAME > starts[i] + pieces[i].length) {
                    pieces[i] = sound.mix(from, CONTEXT + AHEAD * FRAME);
                    starts[i] = from;
                }
                int at = (int) (from - starts[i]);
                float gain = gains.length == 0 ? 1 : gains[Math.clamp(frame, 0, gains.length - 1)];
                for (int k = 0; k < CONTEXT + FRAME; k++) {
                    float value = pieces[i][at + k] * gain;
                    input.put(i * (CONTEXT + FRAME) + k, Math.clamp(value, -1f, 1f));
                }
            }
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
