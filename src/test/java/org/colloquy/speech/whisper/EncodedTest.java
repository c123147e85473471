package org.colloquy.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodedTest {
    private static final int FRAMES = 3;
    private static final int ROW = FRAMES * Encoded.VALUES_A_FRAME;

    /** Every value of a window is its number. */
    private static FloatBuffer layer(int windows) {
        FloatBuffer layer = FloatBuffer.allocate(windows * ROW);
        for (int i = 0; i < layer.capacity(); i++) {
            layer.put(i, i / ROW);
        }
        return layer;
    }

    private static void holds(FloatBuffer layer, int... windows) {
        for (int i = 0; i < windows.length * ROW; i++) {
            assertEquals(windows[i / ROW], layer.get(i));
        }
    }

    @Test
    void theLastTakesThePlaceOfOneThatIsForgotten() {
        Encoded four =
                new Encoded(4, FRAMES, List.of(layer(4), layer(4)), List.of(layer(4), layer(4)));
        Encoded three = four.without(1);
        assertEquals(3, three.windows());
        three.keys().forEach(layer -> holds(layer, 0, 3, 2));
        three.values().forEach(layer -> holds(layer, 0, 3, 2));
        Encoded two = three.without(2);
        assertEquals(2, two.windows());
        two.keys().forEach(layer -> holds(layer, 0, 3));
    }

    @Test
    void soItIsWithWhatWasWritten() {
        try (LaneMemory memory = new LaneMemory(2, 10)) {
            int row = 5 * Encoded.VALUES_A_FRAME;
            Past past = memory.past();
            past.keys().get(3).put(row + 7, 1.5f);
            past.values().get(5).put(2 * row - 1, 2.5f);
            past.move(1, 0, 5);
            assertEquals(1.5f, past.keys().get(3).get(7));
            assertEquals(2.5f, past.values().get(5).get(row - 1));
        }
    }

    @Test
    void roomForWhatIsWrittenGrows() {
        try (LaneMemory memory = new LaneMemory(2, 10)) {
            Past first = memory.past();
            Past second = memory.next(Past.SMALLEST + 1);
            assertEquals(2 * Past.SMALLEST, second.capacity());
            memory.advance();
            assertEquals(second, memory.past());
            assertEquals(first, memory.next(Past.SMALLEST));
            assertEquals(2 * Past.SMALLEST, memory.next(Past.SMALLEST + 2).capacity());
        }
    }
}
