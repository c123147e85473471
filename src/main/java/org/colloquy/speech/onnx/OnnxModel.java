package org.colloquy.speech.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.colloquy.common.Problem;

/**
 * A loaded graph. May be run by several threads at once; its native memory is freed by {@link
 * #close}, that of tensors and results by whoever asked for them.
 */
public final class OnnxModel implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxModel(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /**
     * @param threads that one run may use
     * @throws Problem.MissingModel where the file is no graph that this runtime reads
     */
    public static OnnxModel open(Path file, int threads) {
        return open(
                file,
                threads,
                "",
                (environment, options) -> environment.createSession(file.toString(), options));
    }

    /**
     * Opens a graph that is changed first.
     *
     * @param threads that one run may use
     * @param without names of the runtime's optimizers that make this graph slower, with commas
     * @param change made in memory; the file stays as it is
     * @throws Problem.MissingModel where the file is no graph that this runtime reads, or not one
     *     that can be changed so
     */
    public static OnnxModel open(Path file, int threads, String without, Consumer<Graph> change) {
        return open(
                file,
                threads,
                without,
                (environment, options) -> {
                    try (Arena memory = Arena.ofConfined();
                            Graph graph = Graph.read(file)) {
                        change.accept(graph);
                        return environment.createSession(graph.bytes(memory), options);
                    }
                });
    }

    private interface Loading {
        OrtSession load(OrtEnvironment environment, SessionOptions options)
                throws OrtException, IOException;
    }

    private static OnnxModel open(Path file, int threads, String without, Loading loading) {
        OrtEnvironment environment =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "colloquy");
        try (SessionOptions options = new SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // Threads that wait in a loop take the cores from the server beside this worker.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            if (!without.isEmpty()) {
                options.addConfigEntry("optimization.disable_specified_optimizers", without);
            }
            return new OnnxModel(environment, loading.load(environment, options));
        } catch (OrtException | IOException | IllegalArgumentException unreadable) {
            throw new Problem.MissingModel(
                    "The model file {file} cannot be read: put an undamaged copy in "
                            + "its place.",
                    Map.of("file", file));
        }
    }

    public static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** A view of the buffer, not a copy, where the buffer is direct. */
    public OnnxTensor tensor(FloatBuffer values, long... shape) {
        try {
            return OnnxTensor.createTensor(environment, values, shape);
        } catch (OrtException failed) {
            throw new IllegalStateException("A tensor cannot be made", failed);
        }
    }

    public OnnxTensor tensor(long[] values, long... shape) {
        try {
            return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
        } catch (OrtException failed) {
            throw new IllegalStateException("A tensor cannot be made", failed);
        }
    }

    public OrtSession.Result run(Map<String, OnnxTensor> inputs) {
        return run(inputs, Map.of());
    }

    /**
     * @param outputs tensors to write into instead of new ones
     */
    public OrtSession.Result run(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs) {
        try {
            Set<String> others = new HashSet<>(session.getOutputNames());
            others.removeAll(outputs.keySet());
            return session.run(inputs, others, outputs);
        } catch (OrtException failed) {
            throw new IllegalStateException("The model cannot be run", failed);
        }
    }

    /** The result of that name as a tensor; it lives as long as the result. */
    public static OnnxTensor output(OrtSession.Result result, String name) {
        return (OnnxTensor)
                result.get(name)
                        .orElseThrow(() -> new IllegalStateException("The model has no " + name));
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new IllegalStateException("A model cannot be closed", failed);
        }
    }
}
