package org.colloquy.speech.onnx;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A graph that is changed a little after reading and before it is loaded; the file stays as it is.
 *
 * <p>Graphs that take or give the values of all layers stacked in one tensor cut it up or put it
 * together at every run, which is a copy of all of it. Unstacked, each layer is an input or output
 * of its own, and nothing is copied. Numbers of fields: onnx.proto3 of ONNX.
 */
public final class Graph implements AutoCloseable {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_INPUT = 11;
    private static final int GRAPH_OUTPUT = 12;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_OP = 4;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int ATTRIBUTE_TENSOR = 5;
    private static final int TENSOR_DIMENSION = 1;
    private static final int TENSOR_TYPE = 2;
    private static final int TENSOR_INT64 = 7;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_RAW = 9;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final Arena memory;
    private final ProtoMessage model;
    private final ProtoMessage graph;
    private final List<ProtoMessage> nodes = new ArrayList<>();
    private final Map<String, ProtoMessage> inputs;
    private final Map<String, ProtoMessage> outputs;

    private Graph(Arena memory, ProtoMessage model) {
        this.memory = memory;
        this.model = model;
        graph =
                ProtoMessage.parse(
                        model.first(MODEL_GRAPH)
                                .orElseThrow(() -> new IllegalArgumentException("No graph")));
        graph.all(GRAPH_NODE).forEach(node -> nodes.add(ProtoMessage.parse(node)));
        inputs = named(graph.all(GRAPH_INPUT));
        outputs = named(graph.all(GRAPH_OUTPUT));
    }

    /**
     * @throws IllegalArgumentException where that is no graph
     */
    public static Graph read(Path file) throws IOException {
        Arena memory = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), memory)
                            .asByteBuffer();
            return new Graph(memory, ProtoMessage.parse(bytes));
        } catch (IOException | RuntimeException failed) {
            memory.close();
            throw failed;
        }
    }

    private static Map<String, ProtoMessage> named(List<ByteBuffer> values) {
        Map<String, ProtoMessage> named = new LinkedHashMap<>();
        for (ByteBuffer value : values) {
            ProtoMessage message = ProtoMessage.parse(value);
            named.put(message.text(1), message);
        }
        return named;
    }

    /**
     * Makes an input of its own of each layer of one that is cut along its second axis.
     *
     * @return the names of the new inputs, by layer
     * @throws IllegalArgumentException where the input is not cut into layers by constant numbers
     */
    public List<String> unstackInput(String name) {
        Map<String, Long> constants = constants();
        TreeMap<Long, String> layers = new TreeMap<>();
        List<ProtoMessage> cuts = new ArrayList<>();
        boolean usedWhole = false;
        for (ProtoMessage node : nodes) {
            List<String> takes = node.texts(NODE_INPUT);
            if (!takes.contains(name)) {
                continue;
            }
            if (node.text(NODE_OP).equals("Gather") && constants.containsKey(takes.get(1))) {
                layers.put(constants.get(takes.get(1)), node.texts(NODE_OUTPUT).getFirst());
                cuts.add(node);
            } else {
                usedWhole = true;
            }
        }
        if (cuts.isEmpty() || layers.size() != cuts.size() || inputs.remove(name) == null) {
            throw new IllegalArgumentException(name + " is not cut into layers");
        }
        nodes.removeAll(cuts);
        List<String> names = List.copyOf(layers.values());
        names.forEach(layer -> inputs.put(layer, floats(layer)));
        if (usedWhole) {
            // Who asks for the shape of the whole gets one layer of it, stacked.
            String axis = name + "_layer_axis";
            graph.add(GRAPH_INITIALIZER, one(axis));
            nodes.addFirst(
                    new ProtoMessage()
                            .add(NODE_INPUT, names.getFirst())
                            .add(NODE_INPUT, axis)
                            .add(NODE_OUTPUT, name)
                            .add(NODE_OP, "Unsqueeze"));
        }
        return names;
    }

    /**
     * Makes an output of its own of each layer of one that is stacked along its second axis.
     *
     * @return the names of the new outputs, by layer
     * @throws IllegalArgumentException where the output is not stacked of layers
     */
    public List<String> unstackOutput(String name) {
        Map<String, ProtoMessage> makers = new HashMap<>();
        for (ProtoMessage node : nodes) {
            node.texts(NODE_OUTPUT).forEach(output -> makers.put(output, node));
        }
        ProtoMessage stack = makers.get(name);
        if (stack == null || !stack.text(NODE_OP).equals("Concat")) {
            throw new IllegalArgumentException(name + " is not stacked of layers");
        }
        List<String> names = new ArrayList<>();
        for (String part : stack.texts(NODE_INPUT)) {
            ProtoMessage raised = makers.get(part);
            if (raised == null || !raised.text(NODE_OP).equals("Unsqueeze")) {
                throw new IllegalArgumentException(name + " is not stacked of layers");
            }
            names.add(raised.texts(NODE_INPUT).getFirst());
            nodes.remove(raised);
        }
        nodes.remove(stack);
        outputs.remove(name);
        names.forEach(layer -> outputs.put(layer, floats(layer)));
        return names;
    }

    /** Whole numbers that the graph holds as constants, by name. */
    private Map<String, Long> constants() {
        Map<String, Long> constants = new HashMap<>();
        for (ProtoMessage node : nodes) {
            if (node.text(NODE_OP).equals("Constant")) {
                node.first(NODE_ATTRIBUTE)
                        .map(ProtoMessage::parse)
                        .flatMap(attribute -> attribute.first(ATTRIBUTE_TENSOR))
                        .map(ProtoMessage::parse)
                        .filter(tensor -> tensor.numbers(TENSOR_TYPE).equals(List.of((long) INT64)))
                        .ifPresent(
                                tensor ->
                                        number(tensor)
                                                .forEach(
                                                        value ->
                                                                constants.put(
                                                                        node.texts(NODE_OUTPUT)
                                                                                .getFirst(),
                                                                        value)));
            }
        }
        return constants;
    }

    /** The value of a tensor that holds just one. */
    private static List<Long> number(ProtoMessage tensor) {
        List<Long> numbers =
                tensor.first(TENSOR_RAW)
                        .filter(raw -> raw.remaining() == Long.BYTES)
                        .map(raw -> List.of(raw.getLong(raw.position())))
                        .orElseGet(() -> tensor.numbers(TENSOR_INT64));
        return numbers.size() == 1 ? numbers : List.of();
    }

    /** An input or output of floats whose shape is not said. */
    private static ProtoMessage floats(String name) {
        ProtoMessage tensor = new ProtoMessage().add(1, FLOAT);
        return new ProtoMessage().add(1, name).add(2, new ProtoMessage().add(1, tensor));
    }

    /** The tensor [1]. */
    private static ProtoMessage one(String name) {
        return new ProtoMessage()
                .add(TENSOR_DIMENSION, 1)
                .add(TENSOR_TYPE, INT64)
                .add(TENSOR_INT64, 1)
                .add(TENSOR_NAME, name);
    }

    /**
     * The whole model as it is now.
     *
     * @param into where its memory comes from
     */
    ByteBuffer bytes(Arena into) {
        ProtoMessage changed = graph.without(GRAPH_NODE).without(GRAPH_INPUT).without(GRAPH_OUTPUT);
        nodes.forEach(node -> changed.add(GRAPH_NODE, node));
        inputs.values().forEach(input -> changed.add(GRAPH_INPUT, input));
        outputs.values().forEach(output -> changed.add(GRAPH_OUTPUT, output));
        ProtoMessage around = model.without(MODEL_GRAPH);
        int size = changed.size();
        int whole = around.size() + ProtoMessage.headSize(MODEL_GRAPH, size) + size;
        ByteBuffer bytes = into.allocate(whole).asByteBuffer().order(ByteOrder.nativeOrder());
        around.write(bytes);
        ProtoMessage.writeHead(bytes, MODEL_GRAPH, size);
        changed.write(bytes);
        return bytes.flip();
    }

    @Override
    public void close() {
        memory.close();
    }
}
