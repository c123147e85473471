package org.colloquy.speech.whisper;

import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The places in which one thread encodes and decodes its windows, used again for every batch: what
 * the runtime allocates itself at every step costs time and leaves holes.
 */
final class LaneMemory implements AutoCloseable {
    /** Ids given at once, at most: the language and what follows it. */
    static final int MOST_IDS = 3;

    private final Arena memory = Arena.ofShared();
    private final int windows;
    private final int frames;
    private final FloatBuffer sound;
    private final List<FloatBuffer> keys;
    private final List<FloatBuffer> values;
    private final FloatBuffer logits;
    private final FloatBuffer attention;
    private Past past;
    private Past next;

    /**
     * @param windows in a batch, at most
     * @param frames of a window, at most
     */
    LaneMemory(int windows, int frames) {
        this.windows = windows;
        // One window alone may be heard with as much silence as the encoder takes.
        this.frames = Math.max(Encoder.MOST_FRAMES, windows * frames);
        sound = floats(memory, Encoder.MOST_FRAMES * Encoder.FRAME);
        keys = layers(this.frames * Encoded.VALUES_A_FRAME);
        values = layers(this.frames * Encoded.VALUES_A_FRAME);
        logits = floats(memory, windows * Vocabulary.SIZE);
        attention = floats(memory, MOST_IDS * Decoder.HEADS * this.frames);
        past = new Past(windows, Past.SMALLEST);
        next = new Past(windows, Past.SMALLEST);
    }

    private List<FloatBuffer> layers(int size) {
        return Stream.generate(() -> floats(memory, size)).limit(Decoder.LAYERS).toList();
    }

    static FloatBuffer floats(Arena memory, int count) {
        return memory.allocate((long) count * Float.BYTES, 64)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /**
     * Room for windows that are about to be encoded.
     *
     * @throws IllegalArgumentException where there are more or longer ones than fit
     */
    Encoded room(int wantedWindows, int wantedFrames) {
        if (wantedWindows > windows || wantedWindows * wantedFrames > frames) {
            throw new IllegalArgumentException(wantedWindows + " windows of " + wantedFrames);
        }
        return new Encoded(wantedWindows, wantedFrames, keys, values);
    }

    FloatBuffer sound() {
        return sound;
    }

    /** Of the next step: [window, id of the vocabulary]. */
    FloatBuffer logits() {
        return logits;
    }

    /** Of the next step: [window, 8 heads, id given, frame]. */
    FloatBuffer attention() {
        return attention;
    }

    /** What was written before the next step. */
    Past past() {
        return past;
    }

    /** Where the next step puts what was written with it, so many ids. */
    Past next(int ids) {
        if (next.capacity() < ids) {
            next.close();
            next = new Past(windows, Math.max(ids, 2 * next.capacity()));
        }
        return next;
    }

    /** The next step is done: it is past. */
    void advance() {
        Past before = past;
        past = next;
        next = before;
    }

    @Override
    public void close() {
        past.close();
        next.close();
        memory.close();
    }
}
