package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.colloquy.common.Problem;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Window;
import org.colloquy.speech.sound.Sound;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private static final class Deaf implements Recogniser {
        private boolean closed;

        @Override
        public String engine() {
            return "deaf";
        }

        @Override
        public Model model() {
            return new Model("deaf", "0".repeat(64));
        }

        @Override
        public List<Window> windows(Sound sound, Activity activity) {
            return List.of();
        }

        @Override
        public void recognise(
                Sound sound, Activity activity, List<Numbered> windows, Watch watch) {}

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void itLoadsBesideAndClosesWhatItLoaded() {
        Deaf engine = new Deaf();
        CountDownLatch mayLoad = new CountDownLatch(1);
        try (Opening opening =
                new Opening(
                        () -> {
                            awaitIt(mayLoad);
                            return engine;
                        })) {
            mayLoad.countDown();
            assertSame(engine, opening.get());
            assertFalse(engine.closed);
        }
        assertTrue(engine.closed);
    }

    private static void awaitIt(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void whatStopsItIsThrownToWhomAsksAndOnlyToThem() {
        Problem.MissingModel missing = new Problem.MissingModel("No such model.");
        try (Opening opening =
                new Opening(
                        () -> {
                            throw missing;
                        })) {
            assertSame(missing, assertThrows(Problem.MissingModel.class, opening::get));
        }
    }
}
