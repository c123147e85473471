package org.colloquy.speech.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small graph of two layers: x [b, 2, n] is cut, the layers change places and are stacked again
 * as y; z is the length of x as the graph sees it.
 */
class GraphTest {
    @TempDir Path folder;
    private Path file;
    private final List<String> in = new ArrayList<>();
    private final List<String> out = new ArrayList<>();

    private static ProtoMessage node(String op, List<String> inputs, String output) {
        ProtoMessage node = new ProtoMessage();
        inputs.forEach(input -> node.add(1, input));
        return node.add(2, output).add(4, op);
    }

    private static ProtoMessage number(String name, long value, boolean scalar) {
        ProtoMessage tensor = new ProtoMessage();
        if (!scalar) {
            tensor.add(1, 1);
        }
        ByteBuffer raw = ByteBuffer.allocate(8).put(0, (byte) value);
        tensor.add(2, 7).add(9, raw);
        ProtoMessage attribute = new ProtoMessage().add(1, "value").add(5, tensor).add(20, 4);
        return node("Constant", List.of(), name).add(5, attribute);
    }

    private static ProtoMessage axis(ProtoMessage node) {
        return node.add(5, new ProtoMessage().add(1, "axis").add(3, 1).add(20, 2));
    }

    private static ProtoMessage value(String name, int type) {
        ProtoMessage tensor = new ProtoMessage().add(1, type);
        return new ProtoMessage().add(1, name).add(2, new ProtoMessage().add(1, tensor));
    }

    @BeforeEach
    void write() throws IOException {
        ProtoMessage graph =
                new ProtoMessage()
                        .add(1, number("zero", 0, true))
                        .add(1, number("one", 1, true))
                        .add(1, number("axes", 1, false))
                        .add(1, axis(node("Gather", List.of("x", "zero"), "first")))
                        .add(1, axis(node("Gather", List.of("x", "one"), "second")))
                        .add(1, node("Neg", List.of("first"), "negative"))
                        .add(1, node("Abs", List.of("second"), "positive"))
                        .add(1, node("Unsqueeze", List.of("positive", "axes"), "above"))
                        .add(1, node("Unsqueeze", List.of("negative", "axes"), "below"))
                        .add(1, axis(node("Concat", List.of("above", "below"), "y")))
                        .add(1, node("Shape", List.of("x"), "z"))
                        .add(2, "small")
                        .add(11, value("x", 1))
                        .add(12, value("y", 1))
                        .add(12, value("z", 7));
        ProtoMessage model =
                new ProtoMessage()
                        .add(1, 8)
                        .add(7, graph)
                        .add(8, new ProtoMessage().add(1, "").add(2, 17));
        ByteBuffer bytes = model.bytes();
        file = folder.resolve("small.onnx");
        Files.write(file, bytes.array());
    }

    private void unstack(Graph graph) {
        in.addAll(graph.unstackInput("x"));
        out.addAll(graph.unstackOutput("y"));
    }

    private static FloatBuffer direct(float... values) {
        return OnnxModel.floats(values.length).put(0, values);
    }

    @Test
    void layersAreInputsAndOutputsOfTheirOwn() throws Exception {
        try (OnnxModel model = OnnxModel.open(file, 1, "", this::unstack);
                OnnxTensor first = model.tensor(direct(1, 2, 3), 1, 3);
                OnnxTensor second = model.tensor(direct(-4, -5, -6), 1, 3);
                OrtSession.Result result = model.run(Map.of(in.get(0), first, in.get(1), second))) {
            assertArrayEquals(
                    new float[] {4, 5, 6},
                    OnnxModel.output(result, out.get(0)).getFloatBuffer().array());
            assertArrayEquals(
                    new float[] {-1, -2, -3},
                    OnnxModel.output(result, out.get(1)).getFloatBuffer().array());
            long[] shape = (long[]) OnnxModel.output(result, "z").getValue();
            assertArrayEquals(new long[] {1, 1, 3}, shape);
        }
    }

    @Test
    void unchangedItIsTheSameGraph() throws Exception {
        byte[] before = Files.readAllBytes(file);
        try (OnnxModel model = OnnxModel.open(file, 1, "", graph -> {});
                OnnxTensor x = model.tensor(direct(1, 2, -3, -4), 1, 2, 2);
                OrtSession.Result result = model.run(Map.of("x", x))) {
            assertArrayEquals(
                    new float[] {3, 4, -1, -2},
                    OnnxModel.output(result, "y").getFloatBuffer().array());
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void whatIsNoStackIsRefused() {
        for (String name : List.of("z", "nothing")) {
            Problem refused =
                    assertThrows(
                            Problem.MissingModel.class,
                            () -> OnnxModel.open(file, 1, "", g -> g.unstackOutput(name)));
            assertEquals(true, String.valueOf(refused.getMessage()).contains("small.onnx"));
        }
        assertThrows(
                Problem.MissingModel.class,
                () -> OnnxModel.open(file, 1, "", g -> g.unstackInput("first")));
    }

    @Test
    void whatIsNoGraphIsRefused() throws IOException {
        Files.writeString(file, "no graph at all");
        assertThrows(Problem.MissingModel.class, () -> OnnxModel.open(file, 1, "", this::unstack));
    }
}
