package org.colloquy.speech.whisper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.onnx.OnnxModel;

/**
 * Sound to what the decoder looks at. Windows are encoded one by one: less memory, more speed than
 * together. Any number of threads may encode at once, each with memory of its own.
 */
final class Encoder implements AutoCloseable {
    /** Samples of one frame of 20 ms. */
    static final int FRAME = 320;

    static final int MOST_FRAMES = 1500;

    private final OnnxModel model;
    private final List<String> keys = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    /** One thread for each run: the lanes are what uses the cores. */
    Encoder(Path file) {
        model =
                OnnxModel.open(
                        file,
                        1,
                        "",
                        graph -> {
                            keys.addAll(graph.unstackOutput("cross_k"));
                            values.addAll(graph.unstackOutput("cross_v"));
                        });
    }

    /**
     * @param samples of each window, all padded with silence to the same whole number of frames
     * @param done run after each window
     */
    Encoded encode(List<float[]> samples, LaneMemory memory, Runnable done) {
        int count = samples.getFirst().length;
        int frames = count / FRAME;
        if (frames > MOST_FRAMES || count % FRAME != 0) {
            throw new IllegalArgumentException("Windows of " + count + " samples");
        }
        Encoded heard = memory.room(samples.size(), frames);
        int row = frames * Encoded.VALUES_A_FRAME;
        for (int window = 0; window < samples.size(); window++) {
            memory.sound().put(0, samples.get(window));
            try (Tensors in = new Tensors(model).add("pcm", memory.sound(), 1, count);
                    Tensors out = new Tensors(model)) {
                for (int layer = 0; layer < keys.size(); layer++) {
                    int from = window * row;
                    out.addPart(keys.get(layer), heard.keys().get(layer), from, 1, 8, 64, frames);
                    out.addPart(
                            values.get(layer), heard.values().get(layer), from, 1, 8, frames, 64);
                }
                model.run(in.byName(), out.byName()).close();
            }
            done.run();
        }
        return heard;
    }

    @Override
    public void close() {
        model.close();
    }
}
