package org.colloquy.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.colloquy.common.Json;

/**
 * all-MiniLM-L6-v2 in eight bits, from the program's own resources: the mean over all pieces, made
 * one long. Native code: only in a worker, or in tests.
 */
public final class MiniLm implements Embedder, AutoCloseable {
    static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String VOCABULARY = "/all-minilm-l6-v2-q-tokenizer.json";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece pieces;

    private MiniLm(OrtEnvironment environment, OrtSession session, WordPiece pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    public static MiniLm open() {
        OrtEnvironment environment =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "colloquy");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            // A text is short: two texts at once are faster than two threads on one.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new MiniLm(
                    environment,
                    environment.createSession(resource(MODEL), options),
                    new WordPiece(vocabulary()));
        } catch (OrtException damaged) {
            throw new IllegalStateException("The model in the program cannot be read", damaged);
        }
    }

    static byte[] resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(MiniLm.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    static Map<String, Integer> vocabulary() {
        Map<?, ?> file =
                Json.read(new String(resource(VOCABULARY), StandardCharsets.UTF_8), Map.class);
        if (!(file.get("model") instanceof Map<?, ?> model)
                || !(model.get("vocab") instanceof Map<?, ?> entries)) {
            throw new IllegalStateException("The vocabulary in the program cannot be read");
        }
        Map<String, Integer> vocabulary = new HashMap<>();
        entries.forEach((piece, id) -> vocabulary.put((String) piece, ((Number) id).intValue()));
        return vocabulary;
    }

    @Override
    public List<Embedding> embed(List<String> texts, boolean words) {
        return IntStream.range(0, texts.size())
                .parallel()
                .mapToObj(i -> embed(texts.get(i), words))
                .toList();
    }

    private Embedding embed(String text, boolean words) {
        WordPiece.Pieces cut = pieces.cut(text);
        int length = cut.ids().length;
        long[] ones = new long[length];
        Arrays.fill(ones, 1);
        long[] shape = {1, length};
        try (OnnxTensor ids =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(cut.ids()), shape);
                OnnxTensor mask =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(
                                environment, LongBuffer.wrap(new long[length]), shape);
                OrtSession.Result result =
                        session.run(
                                Map.of(
                                        "input_ids", ids,
                                        "attention_mask", mask,
                                        "token_type_ids", types))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            return pooled(states, cut, words);
        } catch (OrtException failed) {
            throw new IllegalStateException("The model cannot be run", failed);
        }
    }

    private static Embedding pooled(FloatBuffer states, WordPiece.Pieces cut, boolean words) {
        int count = words ? Arrays.stream(cut.words()).max().orElse(-1) + 1 : 0;
        List<float[]> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new float[Embedding.DIMENSIONS]);
        }
        float[] sum = new float[Embedding.DIMENSIONS];
        float[] state = new float[Embedding.DIMENSIONS];
        for (int word : cut.words()) {
            states.get(state);
            add(sum, state);
            if (word >= 0 && words) {
                add(parts.get(word), state);
            }
        }
        float scale = (float) (1 / Math.max(1e-9, Math.sqrt(Embedding.product(sum, sum))));
        scale(sum, scale);
        parts.forEach(part -> scale(part, scale));
        return new Embedding(sum, parts);
    }

    private static void add(float[] to, float[] more) {
        for (int i = 0; i < to.length; i++) {
            to[i] += more[i];
        }
    }

    private static void scale(float[] vector, float by) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= by;
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new IllegalStateException("The model cannot be closed", failed);
        }
    }
}
