package org.colloquy.speech.speakers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colloquy.speech.activity.Loudness;
import org.colloquy.speech.onnx.OnnxModel;
import org.colloquy.speech.sound.Sound;

/** What a voice is like: 256 numbers of unit length (GE2E, Resemblyzer). */
final class VoiceEncoder implements AutoCloseable {
    /** Samples of one window: 1.6 seconds, as the encoder was trained. */
    static final int WINDOW = Sound.RATE * 8 / 5;

    /** -30 dBFS, as the encoder was trained. */
    private static final float LEVEL = 0.0316f;

    private static final int BATCH = 16;

    private final OnnxModel model;
    private final FloatBuffer input = OnnxModel.floats(BATCH * WINDOW);

    VoiceEncoder(Path file, int threads) {
        model = OnnxModel.open(file, threads);
    }

    /**
     * @param windows each of {@link #WINDOW} samples
     */
    List<float[]> encode(List<float[]> windows) {
        List<float[]> voices = new ArrayList<>();
        for (int from = 0; from < windows.size(); from += BATCH) {
            int count = Math.min(BATCH, windows.size() - from);
            input.clear();
            for (float[] window : windows.subList(from, from + count)) {
                float gain = LEVEL / Math.max(1e-5f, Loudness.rms(window, 0, WINDOW));
                for (float sample : window) {
                    input.put(sample * gain);
                }
            }
            input.flip();
            try (OnnxTensor pcm = model.tensor(input, count, WINDOW);
                    OrtSession.Result result = model.run(Map.of("pcm", pcm))) {
                float[] all = OnnxModel.output(result, "embedding").getFloatBuffer().array();
                int size = all.length / count;
                for (int i = 0; i < count; i++) {
                    float[] voice = new float[size];
                    System.arraycopy(all, i * size, voice, 0, size);
                    voices.add(voice);
                }
            }
        }
        return voices;
    }

    @Override
    public void close() {
        model.close();
    }
}
