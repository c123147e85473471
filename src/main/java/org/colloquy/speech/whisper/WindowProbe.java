package org.colloquy.speech.whisper;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colloquy.speech.onnx.OnnxModel;

/** Asks the decoder about one window of those it is writing. */
final class WindowProbe implements Probe, AutoCloseable {
    private static final int HEADS = 6 * 8;
    private static final int VALUES = 64;
    private static final int ALIGNMENT_HEADS = 8;

    /** The start, the language and two more stand before the first id of the text. */
    private static final int BEFORE = 4;

    private final OnnxModel model;
    private final int language;
    private final int frames;
    private final OnnxTensor crossKeys;
    private final OnnxTensor crossValues;
    private final Past written;

    /**
     * What the decoder remembers of ids, as [6, 8, length, 64].
     *
     * @param length in ids
     */
    private record Past(int length, FloatBuffer keys, FloatBuffer values) {
        static final Past NOTHING = new Past(0, OnnxModel.floats(0), OnnxModel.floats(0));

        /** Of one window of several, copied: a tensor must not outlive its values. */
        static Past of(OnnxTensor keys, OnnxTensor values, int window) {
            int length = (int) keys.getInfo().getShape()[3];
            return new Past(length, row(keys, length, window), row(values, length, window));
        }

        private static FloatBuffer row(OnnxTensor all, int length, int window) {
            int size = HEADS * length * VALUES;
            FloatBuffer row = OnnxModel.floats(size);
            row.put(0, all.getFloatBuffer(), window * size, size);
            return row;
        }

        Past until(int ids) {
            return new Past(ids, cut(keys, ids), cut(values, ids));
        }

        private FloatBuffer cut(FloatBuffer all, int ids) {
            FloatBuffer some = OnnxModel.floats(HEADS * ids * VALUES);
            for (int head = 0; head < HEADS; head++) {
                some.put(head * ids * VALUES, all, head * length * VALUES, ids * VALUES);
            }
            return some;
        }
    }

    /**
     * @param crossKeys what this window sounds like, [6, 8, 64, frames]
     * @param crossValues [6, 8, frames, 64]
     * @param keys of all windows, every id of this one's text among what is remembered
     * @param window whose text it is
     */
    WindowProbe(
            OnnxModel model,
            int language,
            int frames,
            FloatBuffer crossKeys,
            FloatBuffer crossValues,
            OnnxTensor keys,
            OnnxTensor values,
            int window) {
        this.model = model;
        this.language = language;
        this.frames = frames;
        this.crossKeys = model.tensor(crossKeys, 1, 6, 8, VALUES, frames);
        this.crossValues = model.tensor(crossValues, 1, 6, 8, frames, VALUES);
        written = Past.of(keys, values, window);
    }

    @Override
    public Place before(int place) {
        return place(written.until(BEFORE + place));
    }

    private Place place(Past past) {
        return id -> {
            try (OrtSession.Result result = run(past, id)) {
                return new Follow(
                        new Scores(OnnxModel.output(result, "logits").getFloatBuffer().array()),
                        place(
                                Past.of(
                                        OnnxModel.output(result, "k"),
                                        OnnxModel.output(result, "v"),
                                        0)));
            }
        };
    }

    @Override
    public List<float[]> rewrite(int[] ids) {
        long[] all = new long[BEFORE + ids.length];
        all[0] = Vocabulary.START;
        all[1] = language;
        all[2] = Vocabulary.TRANSCRIBE;
        all[3] = Vocabulary.NO_TIMESTAMPS;
        for (int i = 0; i < ids.length; i++) {
            all[BEFORE + i] = ids[i];
        }
        try (OrtSession.Result result = run(Past.NOTHING, all)) {
            FloatBuffer attention = OnnxModel.output(result, "align").getFloatBuffer();
            List<float[]> rows = new ArrayList<>();
            // What wrote an id is the attention of the one before it.
            for (int row = BEFORE - 1; row < all.length; row++) {
                float[] heads = new float[ALIGNMENT_HEADS * frames];
                for (int head = 0; head < ALIGNMENT_HEADS; head++) {
                    int from = (head * all.length + row) * frames;
                    attention.get(from, heads, head * frames, frames);
                }
                rows.add(heads);
            }
            return rows;
        }
    }

    private OrtSession.Result run(Past past, long... ids) {
        try (OnnxTensor tokens = model.tensor(ids, 1, ids.length);
                OnnxTensor keys = model.tensor(past.keys, 1, 6, 8, past.length, VALUES);
                OnnxTensor values = model.tensor(past.values, 1, 6, 8, past.length, VALUES)) {
            return model.run(
                    Map.of(
                            "tokens", tokens,
                            "past_k", keys,
                            "past_v", values,
                            "cross_k", crossKeys,
                            "cross_v", crossValues));
        }
    }

    @Override
    public void close() {
        crossKeys.close();
        crossValues.close();
    }
}
