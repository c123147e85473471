package org.colloquy.speech.whisper;

import ai.onnxruntime.OnnxTensor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One decoding of several windows: what was written so far lies in the memory of the lane. */
final class Steps implements AutoCloseable {
    private final Decoder.Loaded decoder;
    private final LaneMemory memory;
    private final float[] logits = new float[Vocabulary.SIZE];
    private final float[] attention;
    private Encoded heard;
    private @Nullable Tensors cross;
    private int written;
    private int given;

    Steps(Decoder.Loaded decoder, Encoded heard, LaneMemory memory) {
        this.decoder = decoder;
        this.heard = heard;
        this.memory = memory;
        attention = new float[Decoder.HEADS * heard.frames()];
    }

    /** Adds ids, as many for each window. */
    void next(long[] ids) {
        int windows = heard.windows();
        given = ids.length / windows;
        Past past = memory.past();
        Past next = memory.next(written + given);
        if (cross == null) {
            cross = cross();
        }
        try (OnnxTensor tokens = decoder.model().tensor(ids, windows, given);
                Tensors in = tensors();
                Tensors out = tensors()) {
            in.add(decoder.pastKeys(), past.keys(), windows, 8, written, 64);
            in.add(decoder.pastValues(), past.values(), windows, 8, written, 64);
            out.add(decoder.keys(), next.keys(), windows, 8, written + given, 64);
            out.add(decoder.values(), next.values(), windows, 8, written + given, 64);
            out.add("logits", memory.logits(), windows, Vocabulary.SIZE);
            out.add("align", memory.attention(), windows, 8, given, heard.frames());
            Map<String, OnnxTensor> inputs = new HashMap<>(in.byName());
            inputs.putAll(cross.byName());
            inputs.put("tokens", tokens);
            decoder.model().run(inputs, out.byName()).close();
        }
        written += given;
        memory.advance();
    }

    private Tensors tensors() {
        return new Tensors(decoder.model());
    }

    private Tensors cross() {
        int windows = heard.windows();
        return tensors()
                .add(decoder.crossKeys(), heard.keys(), windows, 8, 64, heard.frames())
                .add(decoder.crossValues(), heard.values(), windows, 8, heard.frames(), 64);
    }

    /** How likely each id is to follow in one window; valid until this is asked again. */
    Scores scores(int window) {
        memory.logits().get(window * Vocabulary.SIZE, logits);
        return new Scores(logits);
    }

    /** Of the last id that was added, [8 heads, frames]; valid until this is asked again. */
    float[] attention(int window) {
        int frames = heard.frames();
        for (int head = 0; head < Decoder.HEADS; head++) {
            int from = ((window * Decoder.HEADS + head) * given + given - 1) * frames;
            memory.attention().get(from, attention, head * frames, frames);
        }
        return attention;
    }

    /** For looking for terms in what was written of one window, while its sound is there. */
    WindowProbe probe(int window, int language) {
        return new WindowProbe(decoder, heard, memory.past(), written, window, language);
    }

    /** Goes on without this window; the last one takes its place. */
    void drop(int window) {
        int last = heard.windows() - 1;
        if (window != last) {
            memory.past().move(last, window, written);
        }
        heard = heard.without(window);
        close();
    }

    @Override
    public void close() {
        if (cross != null) {
            cross.close();
            cross = null;
        }
    }
}
