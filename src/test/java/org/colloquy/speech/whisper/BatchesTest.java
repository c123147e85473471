package org.colloquy.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colloquy.speech.Recogniser.Numbered;
import org.colloquy.speech.activity.Window;
import org.colloquy.speech.activity.Window.Piece;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static List<Numbered> windows(int count) {
        Random random = new Random(count);
        List<Numbered> windows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Piece piece = new Piece(i * 300_000L, 16_000 + random.nextInt(200_000));
            windows.add(new Numbered(i, new Window(List.of(piece))));
        }
        return windows;
    }

    private static List<Integer> sizes(int windows, int most, int lanes) {
        return Batches.of(windows(windows), most, lanes).stream().map(List::size).toList();
    }

    @Test
    void everyWindowIsInOneBatch() {
        for (int count : new int[] {0, 1, 2, 7, 16, 17, 63, 64, 65, 200}) {
            List<Integer> numbers =
                    Batches.of(windows(count), 8, 2).stream()
                            .flatMap(List::stream)
                            .map(Numbered::number)
                            .sorted()
                            .toList();
            assertEquals(windows(count).stream().map(Numbered::number).toList(), numbers);
        }
    }

    @Test
    void aShortRecordingIsSharedByTheLanes() {
        assertEquals(List.of(1), sizes(1, 8, 2));
        assertEquals(List.of(1, 1), sizes(2, 8, 2));
        assertEquals(List.of(3, 4), sizes(7, 8, 2));
        assertEquals(List.of(7), sizes(7, 8, 1));
    }

    @Test
    void everyLaneGetsAsMany() {
        assertEquals(List.of(4, 4, 4, 5), sizes(17, 8, 2));
        assertEquals(List.of(8, 8, 8, 8, 8, 8, 8, 8), sizes(64, 8, 2));
        assertTrue(sizes(200, 5, 3).stream().allMatch(size -> size > 0 && size <= 5));
    }

    @Test
    void theLongestOfABlockComeFirst() {
        List<Integer> lengths =
                Batches.of(windows(64), 8, 2).stream()
                        .flatMap(List::stream)
                        .map(one -> one.window().length())
                        .toList();
        assertEquals(lengths.stream().sorted((a, b) -> b - a).toList(), lengths);
    }
}
