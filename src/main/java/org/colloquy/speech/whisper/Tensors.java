package org.colloquy.speech.whisper;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.speech.onnx.OnnxModel;

/** Views of buffers as a graph's inputs or outputs, by name; closed together. */
final class Tensors implements AutoCloseable {
    private final OnnxModel model;
    private final Map<String, OnnxTensor> byName = new HashMap<>();

    Tensors(OnnxModel model) {
        this.model = model;
    }

    Map<String, OnnxTensor> byName() {
        return byName;
    }

    /** A view of as much as the shape holds. */
    Tensors add(String name, FloatBuffer buffer, long... shape) {
        return addPart(name, buffer, 0, shape);
    }

    /**
     * @param from first of the buffer's values
     */
    Tensors addPart(String name, FloatBuffer buffer, int from, long... shape) {
        long size = 1;
        for (long one : shape) {
            size *= one;
        }
        byName.put(name, model.tensor(buffer.slice(from, (int) size), shape));
        return this;
    }

    /** One tensor for each layer. */
    Tensors add(List<String> names, List<FloatBuffer> layers, long... shape) {
        for (int layer = 0; layer < names.size(); layer++) {
            add(names.get(layer), layers.get(layer), shape);
        }
        return this;
    }

    @Override
    public void close() {
        byName.values().forEach(OnnxTensor::close);
    }
}
