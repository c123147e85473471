package org.colloquy.speech.whisper;

import ai.onnxruntime.OnnxTensor;
import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.colloquy.speech.onnx.OnnxModel;

/**
 * Sound to what the decoder looks at. Windows are encoded one by one (less memory, more speed than
 * together) into one place that is used again for every batch.
 */
final class Encoder implements AutoCloseable {
    /** Samples of one frame of 20 ms. */
    static final int FRAME = 320;

    static final int MOST_FRAMES = 1500;

    /** 6 layers of 8 heads of 64 values. */
    static final int VALUES_A_FRAME = 6 * 8 * 64;

    private final OnnxModel model;
    private final Arena memory = Arena.ofShared();
    private final FloatBuffer input;
    private final FloatBuffer keys;
    private final FloatBuffer values;
    private final int mostWindows;

    Encoder(Path file, int threads, int mostWindows) {
        this.mostWindows = mostWindows;
        model = OnnxModel.open(file, threads);
        input = floats(MOST_FRAMES * FRAME);
        keys = floats(mostWindows * MOST_FRAMES * VALUES_A_FRAME);
        values = floats(mostWindows * MOST_FRAMES * VALUES_A_FRAME);
    }

    /**
     * What the windows of one batch sound like, as [window, 6, 8, 64, frame] and [window, 6, 8,
     * frame, 64]; valid until the next batch is encoded.
     */
    record Encoded(int windows, int frames, FloatBuffer keys, FloatBuffer values) {
        int rowSize() {
            return frames * VALUES_A_FRAME;
        }

        /** Puts the given rows first and forgets the others. */
        Encoded keep(List<Integer> rows) {
            for (int to = 0; to < rows.size(); to++) {
                int from = rows.get(to);
                if (from != to) {
                    keys.put(to * rowSize(), keys, from * rowSize(), rowSize());
                    values.put(to * rowSize(), values, from * rowSize(), rowSize());
                }
            }
            int used = rows.size() * rowSize();
            return new Encoded(rows.size(), frames, keys.slice(0, used), values.slice(0, used));
        }
    }

    /**
     * @param samples of each window, all padded with silence to the same whole number of frames
     * @param done run after each window
     */
    Encoded encode(List<float[]> samples, Runnable done) {
        int count = samples.getFirst().length;
        int frames = count / FRAME;
        if (samples.size() > mostWindows || frames > MOST_FRAMES || count % FRAME != 0) {
            throw new IllegalArgumentException(samples.size() + " windows of " + count);
        }
        int row = frames * VALUES_A_FRAME;
        for (int i = 0; i < samples.size(); i++) {
            input.clear().put(samples.get(i)).flip();
            try (OnnxTensor pcm = model.tensor(input, 1, count);
                    OnnxTensor k = model.tensor(keys.slice(i * row, row), 1, 6, 8, 64, frames);
                    OnnxTensor v = model.tensor(values.slice(i * row, row), 1, 6, 8, frames, 64)) {
                model.run(Map.of("pcm", pcm), Map.of("cross_k", k, "cross_v", v)).close();
            }
            done.run();
        }
        int used = samples.size() * row;
        return new Encoded(samples.size(), frames, keys.slice(0, used), values.slice(0, used));
    }

    private FloatBuffer floats(int count) {
        return memory.allocate((long) count * Float.BYTES, 64)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public void close() {
        model.close();
        memory.close();
    }
}
