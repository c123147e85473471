package org.colloquy.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.colloquy.common.Json;
import org.colloquy.worker.Frame;
import org.colloquy.worker.WorkerChannel;

/** The child's side: loads the model once, then answers until the pipe closes. */
public final class EmbeddingWorker {
    /** To the child: texts as JSON. */
    static final int TEXTS = 1;

    /** From the child, one for each text: how many words, then the vectors. */
    static final int VECTORS = 2;

    record Request(List<String> texts, boolean words) {}

    private EmbeddingWorker() {}

    public static void run(WorkerChannel channel) throws IOException, InterruptedException {
        try (MiniLm model = MiniLm.open()) {
            while (true) {
                Frame frame = channel.receive();
                if (frame.type() != TEXTS) {
                    throw new IOException("A frame of type " + frame.type() + " is not known");
                }
                Request request = Json.read(frame.text(), Request.class);
                for (Embedding found : model.embed(request.texts(), request.words())) {
                    channel.send(VECTORS, write(found));
                }
            }
        }
    }

    static byte[] write(Embedding embedding) {
        int count = embedding.words().size();
        ByteBuffer bytes =
                ByteBuffer.allocate(
                        Integer.BYTES + (count + 1) * Embedding.DIMENSIONS * Float.BYTES);
        bytes.putInt(count);
        write(bytes, embedding.vector());
        embedding.words().forEach(word -> write(bytes, word));
        return bytes.array();
    }

    private static void write(ByteBuffer bytes, float[] vector) {
        for (float value : vector) {
            bytes.putFloat(value);
        }
    }

    static Embedding read(byte[] payload) {
        ByteBuffer bytes = ByteBuffer.wrap(payload);
        int count = bytes.getInt();
        float[] vector = vector(bytes);
        float[][] words = new float[count][];
        for (int i = 0; i < count; i++) {
            words[i] = vector(bytes);
        }
        return new Embedding(vector, List.of(words));
    }

    private static float[] vector(ByteBuffer bytes) {
        float[] vector = new float[Embedding.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = bytes.getFloat();
        }
        return vector;
    }
}
