package org.colloquy.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    private Lanes.Lane<Integer> lane(IntConsumer work) {
        opened.incrementAndGet();
        return new Lanes.Lane<>() {
            @Override
            public void accept(Integer piece) {
                work.accept(piece);
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    private static void together(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void everyPieceIsDoneOnce() {
        Queue<Integer> done = new ConcurrentLinkedQueue<>();
        Lanes.work(HUNDRED, 3, () -> lane(done::add));
        assertEquals(HUNDRED, done.stream().sorted().toList());
        assertEquals(3, closed.get());
    }

    @Test
    void noMoreLanesThanPieces() {
        Lanes.work(List.of(1), 4, () -> lane(piece -> {}));
        Lanes.work(List.<Integer>of(), 4, () -> lane(piece -> {}));
        assertEquals(1, opened.get());
    }

    @Test
    void theFirstFailureEndsAll() {
        IllegalStateException failure = new IllegalStateException("broken");
        Queue<Integer> done = new ConcurrentLinkedQueue<>();
        CyclicBarrier both = new CyclicBarrier(2);
        IllegalStateException thrown =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Lanes.work(
                                        HUNDRED,
                                        2,
                                        () ->
                                                lane(
                                                        piece -> {
                                                            // Each lane has a first piece.
                                                            together(both);
                                                            done.add(piece);
                                                            throw failure;
                                                        })));
        assertSame(failure, thrown);
        assertEquals(2, done.size());
        assertEquals(opened.get(), closed.get());
    }

    @Test
    void aLaneThatCannotBeOpenedEndsAll() {
        assertThrows(
                UnsupportedOperationException.class,
                () ->
                        Lanes.work(
                                HUNDRED,
                                2,
                                () -> {
                                    throw new UnsupportedOperationException();
                                }));
        assertTrue(closed.get() == 0);
    }

    @Test
    void anErrorIsThrownAsItIs() {
        assertThrows(
                StackOverflowError.class,
                () ->
                        Lanes.work(
                                HUNDRED,
                                2,
                                () ->
                                        lane(
                                                piece -> {
                                                    throw new StackOverflowError();
                                                })));
    }
}
