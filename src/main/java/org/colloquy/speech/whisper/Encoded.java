package org.colloquy.speech.whisper;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * What several windows sound like to the decoder. Valid until the memory it lies in is used for the
 * next windows.
 *
 * @param frames of each window, silence included
 * @param keys of each layer: [window, 8 heads, 64, frame]
 * @param values of each layer: [window, 8 heads, frame, 64]
 */
record Encoded(int windows, int frames, List<FloatBuffer> keys, List<FloatBuffer> values) {
    /** 8 heads of 64 values. */
    static final int VALUES_A_FRAME = 8 * 64;

    /** Forgets a window; the last one takes its place. */
    Encoded without(int window) {
        int row = frames * VALUES_A_FRAME;
        int last = windows - 1;
        if (window != last) {
            for (FloatBuffer layer : keys) {
                layer.put(window * row, layer, last * row, row);
            }
            for (FloatBuffer layer : values) {
                layer.put(window * row, layer, last * row, row);
            }
        }
        return new Encoded(last, frames, keys, values);
    }
}
