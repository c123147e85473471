package org.colloquy.speech.whisper;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.speech.onnx.OnnxModel;

/**
 * Asks the decoder about one window of those that a lane is writing. What it finds lies in memory
 * of its own, freed with it; what the lane has written is only read.
 */
final class WindowProbe implements Probe, AutoCloseable {
    /** The start, the language and two more stand before the first id of the text. */
    private static final int BEFORE = 4;

    private final Decoder.Loaded decoder;
    private final int language;
    private final int frames;
    private final Tensors cross;
    private final Past written;
    private final int writtenIds;
    private final int window;
    private Arena memory = Arena.ofConfined();

    /**
     * What is remembered of the window's text up to somewhere, in each layer [8, id, 64].
     *
     * @param ids how many
     */
    private record Remembered(int ids, List<FloatBuffer> keys, List<FloatBuffer> values) {}

    /**
     * @param heard of all windows
     * @param written of all windows, every id of this one's text among what is remembered
     * @param writtenIds for each window
     * @param window whose text it is
     */
    WindowProbe(
            Decoder.Loaded decoder,
            Encoded heard,
            Past written,
            int writtenIds,
            int window,
            int language) {
        this.decoder = decoder;
        this.language = language;
        this.written = written;
        this.writtenIds = writtenIds;
        this.window = window;
        frames = heard.frames();
        int from = window * frames * Encoded.VALUES_A_FRAME;
        cross = new Tensors(decoder.model());
        for (int layer = 0; layer < Decoder.LAYERS; layer++) {
            cross.addPart(
                    decoder.crossKeys().get(layer),
                    heard.keys().get(layer),
                    from,
                    1,
                    8,
                    64,
                    frames);
            cross.addPart(
                    decoder.crossValues().get(layer),
                    heard.values().get(layer),
                    from,
                    1,
                    8,
                    frames,
                    64);
        }
    }

    @Override
    public Place before(int place) {
        // What was found at the place before is not asked for again, and adds up.
        memory.close();
        memory = Arena.ofConfined();
        int ids = BEFORE + place;
        return place(new Remembered(ids, cut(written.keys(), ids), cut(written.values(), ids)));
    }

    /** The beginning of what is remembered of this window. */
    private List<FloatBuffer> cut(List<FloatBuffer> layers, int ids) {
        return layers.stream()
                .map(
                        all -> {
                            FloatBuffer some = layer(ids);
                            for (int head = 0; head < Decoder.HEADS; head++) {
                                int from = (window * Decoder.HEADS + head) * writtenIds * 64;
                                some.put(head * ids * 64, all, from, ids * 64);
                            }
                            return some;
                        })
                .toList();
    }

    private FloatBuffer layer(int ids) {
        return LaneMemory.floats(memory, ids * Encoded.VALUES_A_FRAME);
    }

    private List<FloatBuffer> layers(int ids) {
        return Stream.generate(() -> layer(ids)).limit(Decoder.LAYERS).toList();
    }

    private Place place(Remembered past) {
        return id -> {
            int ids = past.ids + 1;
            Remembered next = new Remembered(ids, layers(ids), layers(ids));
            try (OnnxTensor tokens = decoder.model().tensor(new long[] {id}, 1, 1);
                    Tensors in = new Tensors(decoder.model());
                    Tensors out = new Tensors(decoder.model())) {
                in.add(decoder.pastKeys(), past.keys, 1, 8, past.ids, 64);
                in.add(decoder.pastValues(), past.values, 1, 8, past.ids, 64);
                out.add(decoder.keys(), next.keys, 1, 8, ids, 64);
                out.add(decoder.values(), next.values, 1, 8, ids, 64);
                try (OrtSession.Result result =
                        decoder.model().run(inputs(tokens, in), out.byName())) {
                    float[] logits = OnnxModel.output(result, "logits").getFloatBuffer().array();
                    return new Follow(new Scores(logits), place(next));
                }
            }
        };
    }

    private Map<String, OnnxTensor> inputs(OnnxTensor tokens, Tensors past) {
        Map<String, OnnxTensor> inputs = new HashMap<>(past.byName());
        inputs.putAll(cross.byName());
        inputs.put("tokens", tokens);
        return inputs;
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
        try (OnnxTensor tokens = decoder.model().tensor(all, 1, all.length);
                Tensors in = new Tensors(decoder.model())) {
            in.add(decoder.pastKeys(), layers(0), 1, 8, 0, 64);
            in.add(decoder.pastValues(), layers(0), 1, 8, 0, 64);
            try (OrtSession.Result result = decoder.model().run(inputs(tokens, in), Map.of())) {
                return rows(OnnxModel.output(result, "align").getFloatBuffer(), all.length);
            }
        }
    }

    /** What wrote an id is the attention of the one before it. */
    private List<float[]> rows(FloatBuffer attention, int ids) {
        List<float[]> rows = new ArrayList<>();
        for (int row = BEFORE - 1; row < ids; row++) {
            float[] heads = new float[Decoder.HEADS * frames];
            for (int head = 0; head < Decoder.HEADS; head++) {
                attention.get((head * ids + row) * frames, heads, head * frames, frames);
            }
            rows.add(heads);
        }
        return rows;
    }

    @Override
    public void close() {
        cross.close();
        memory.close();
    }
}
