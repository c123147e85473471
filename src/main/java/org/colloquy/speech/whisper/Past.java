package org.colloquy.speech.whisper;

import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;

/** What the decoder remembers of the ids written so far: in each layer [window, 8, id, 64]. */
final class Past implements AutoCloseable {
    /** Ids of a window of fifteen seconds; few windows hold more. */
    static final int SMALLEST = 64;

    private final Arena memory = Arena.ofShared();
    private final int capacity;
    private final List<FloatBuffer> keys;
    private final List<FloatBuffer> values;

    /**
     * @param capacity ids, at most
     */
    Past(int windows, int capacity) {
        this.capacity = capacity;
        keys = layers(windows);
        values = layers(windows);
    }

    private List<FloatBuffer> layers(int windows) {
        int size = windows * capacity * Encoded.VALUES_A_FRAME;
        return Stream.generate(() -> LaneMemory.floats(memory, size))
                .limit(Decoder.LAYERS)
                .toList();
    }

    int capacity() {
        return capacity;
    }

    List<FloatBuffer> keys() {
        return keys;
    }

    List<FloatBuffer> values() {
        return values;
    }

    /** Puts one window's memory of so many ids in the place of another's. */
    void move(int from, int to, int ids) {
        int row = ids * Encoded.VALUES_A_FRAME;
        for (int layer = 0; layer < keys.size(); layer++) {
            keys.get(layer).put(to * row, keys.get(layer), from * row, row);
            values.get(layer).put(to * row, values.get(layer), from * row, row);
        }
    }

    @Override
    public void close() {
        memory.close();
    }
}
