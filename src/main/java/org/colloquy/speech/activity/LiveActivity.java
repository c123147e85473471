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
import org.jspecify.annotations.Nullable;

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

    /**
     * In power, 4 dB: a voice reaches the microphone of somebody else 9 dB and more below its own,
     * where both are as loud, and two who speak at once are nearer to each other than that.
     */
    private static final double MUCH_LOUDER = 2.5;

    /** Frames on both sides over which loudness is compared. */
    private static final int AROUND = 3;

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
    private @Nullable LiveActivity other;

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

    /**
     * What another microphone in the same room hears much louder is that one's. Both are given
     * their sound in turn.
     */
    public void beside(LiveActivity otherMicrophone) {
        other = otherMicrophone;
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

    /** How likely somebody speaks into this microphone in a frame. */
    private float likely(int index) {
        LiveActivity beside = other;
        boolean theirs =
                beside != null
                        && probabilities[index] > 0
                        && beside.power(first + index) > MUCH_LOUDER * power(first + index);
        return theirs ? 0 : probabilities[index];
    }

    /** Of the sound around a frame; 0 where it is not known. */
    private double power(long frame) {
        double sum = 0;
        int from = Math.clamp(frame - first - AROUND, 0, kept);
        int to = Math.clamp(frame - first + AROUND + 1, 0, kept);
        for (int i = from; i < to; i++) {
            sum += levels[i] * levels[i];
        }
        return to == from ? 0 : sum / (to - from);
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
            most = Math.max(most, likely(i));
        }
        return most;
    }

    /** When the last frame ended in which a voice is likelier than not; 0: never. */
    public double lastVoiceSeconds() {
        int last = kept - 1;
        while (last >= 0 && likely(last) < Spans.ON) {
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
        float[] likely = new float[kept - from];
        for (int i = from; i < kept; i++) {
            likely[i - from] = likely(i);
        }
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
