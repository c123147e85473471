package org.colloquy.speech.activity;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.speech.onnx.OnnxModel;
import org.colloquy.speech.sound.Sound;

/**
 * Where somebody speaks in sound that is still coming, one channel of it. What it says of the last
 * tenths of a second may change with what follows. It looks back a minute at most.
 */
public final class LiveActivity implements AutoCloseable {
    private static final int FRAME = ActivityDetector.FRAME;
    private static final int CONTEXT = ActivityDetector.CONTEXT;
    private static final int CAPACITY = 2048;

    /** Frames after which the level is measured again. */
    private static final int LEVEL_EVERY = 16;

    private final OnnxModel model;
    private final FloatBuffer input = OnnxModel.floats(CONTEXT + FRAME);
    private final FloatBuffer output = OnnxModel.floats(1);
    private final FloatBuffer[] states = {
        OnnxModel.floats(2 * ActivityDetector.STATE), OnnxModel.floats(2 * ActivityDetector.STATE)
    };
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    private final Map<String, OnnxTensor> outputs = new HashMap<>();
    private final OnnxTensor[] stateTensors;

    private final float[] probabilities = new float[CAPACITY];
    private final float[] levels = new float[CAPACITY];

    /** The number of the oldest frame that is kept, and how many are. */
    private long first;

    private int kept;
    private final float[] sound = new float[CONTEXT + FRAME];
    private int filled = CONTEXT;
    private float gain = 1;

    /**
     * @param model Silero's voice activity; not closed with this
     */
    public LiveActivity(OnnxModel model) {
        this.model = model;
        inputs.put("input", model.tensor(input, 1, CONTEXT + FRAME));
        inputs.put("sr", model.tensor(new long[] {Sound.RATE}));
        outputs.put("output", model.tensor(output, 1, 1));
        stateTensors =
                new OnnxTensor[] {
                    model.tensor(states[0], 2, 1, ActivityDetector.STATE),
                    model.tensor(states[1], 2, 1, ActivityDetector.STATE)
                };
    }

    public static OnnxModel open(Path file) {
        return OnnxModel.open(file, 1);
    }

    public void add(short[] samples) {
        for (short sample : samples) {
            sound[filled++] = sample / 32768f;
            if (filled == sound.length) {
                frame();
            }
        }
    }

    /** So many samples will never come: nobody speaks in them. */
    public void skip(long samples) {
        long position = (first + kept) * FRAME + filled - CONTEXT + samples;
        long frames = position / FRAME;
        Arrays.fill(sound, 0);
        filled = CONTEXT + (int) (position % FRAME);
        states[0].put(0, new float[2 * ActivityDetector.STATE]);
        states[1].put(0, new float[2 * ActivityDetector.STATE]);
        if (frames - first - kept >= CAPACITY) {
            kept = 0;
            first = frames;
        }
        while (first + kept < frames) {
            remember(0, 0);
        }
    }

    private void frame() {
        float level = Loudness.rms(sound, CONTEXT, FRAME);
        if ((first + kept) % LEVEL_EVERY == 0 && kept > 0) {
            gain = Loudness.gains(Arrays.copyOf(levels, kept))[0];
        }
        for (int i = 0; i < sound.length; i++) {
            input.put(i, Math.clamp(sound[i] * gain, -1f, 1f));
        }
        int even = (int) ((first + kept) & 1);
        inputs.put("state", stateTensors[even]);
        outputs.put("stateN", stateTensors[1 - even]);
        model.run(inputs, outputs).close();
        remember(output.get(0), level);
        System.arraycopy(sound, FRAME, sound, 0, CONTEXT);
        filled = CONTEXT;
    }

    private void remember(float probability, float level) {
        if (kept == CAPACITY) {
            int half = CAPACITY / 2;
            System.arraycopy(probabilities, half, probabilities, 0, half);
            System.arraycopy(levels, half, levels, 0, half);
            first += half;
            kept = half;
        }
        probabilities[kept] = probability;
        levels[kept] = level;
        kept++;
    }

    /** Up to where it is known. */
    public double knownSeconds() {
        return (first + kept) * Activity.FRAME_SECONDS;
    }

    /** The likeliest of the frames that begin there or later. */
    public float mostSince(double seconds) {
        return mostBetween(seconds, knownSeconds());
    }

    /** The likeliest of the frames that begin there. */
    public float mostBetween(double from, double to) {
        float most = 0;
        for (int i = frame(from); i < frame(to); i++) {
            most = Math.max(most, probabilities[i]);
        }
        return most;
    }

    /** When the last frame ended in which a voice is likelier than not; 0: never. */
    public double lastVoiceSeconds() {
        int last = kept - 1;
        while (last >= 0 && probabilities[last] < Spans.ON) {
            last--;
        }
        return last < 0 ? 0 : (first + last + 1) * Activity.FRAME_SECONDS;
    }

    /** Speech from there on, in order, in seconds from the first sample. */
    public List<Span> spansSince(double seconds) {
        Recent recent = since(seconds);
        double start = recent.startSeconds();
        return recent.activity().spans().stream()
                .map(span -> new Span(start + span.startSeconds(), start + span.endSeconds()))
                .toList();
    }

    /** A part of the sound, by itself. */
    public record Recent(double startSeconds, Activity activity) {}

    /** From about there on; less where that is longer ago than is kept. */
    public Recent since(double seconds) {
        int from = frame(seconds);
        float[] likely = Arrays.copyOfRange(probabilities, from, kept);
        float[] loud = Arrays.copyOfRange(levels, from, kept);
        double length = likely.length * Activity.FRAME_SECONDS;
        return new Recent(
                (first + from) * Activity.FRAME_SECONDS,
                new Activity(likely, loud, Spans.of(likely, length)));
    }

    private int frame(double seconds) {
        return Math.clamp((long) (seconds / Activity.FRAME_SECONDS) - first, 0, kept);
    }

    @Override
    public void close() {
        inputs.put("state", stateTensors[0]);
        outputs.put("stateN", stateTensors[1]);
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
    }
}
