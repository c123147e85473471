package org.colloquy.speech.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.colloquy.speech.sound.Sound;
import org.junit.jupiter.api.Test;

class WindowPackerTest {
    private static Activity activity(double duration, List<Span> spans) {
        int frames = (int) (duration / Activity.FRAME_SECONDS) + 1;
        float[] probabilities = new float[frames];
        float[] levels = new float[frames];
        for (Span span : spans) {
            int first = (int) (span.startSeconds() / Activity.FRAME_SECONDS);
            int end = (int) (span.endSeconds() / Activity.FRAME_SECONDS);
            Arrays.fill(probabilities, first, end, 0.95f);
            Arrays.fill(levels, first, end, 0.1f);
        }
        return new Activity(probabilities, levels, spans);
    }

    private static WindowPacker packer(double duration, Span... spans) {
        return new WindowPacker(activity(duration, List.of(spans)), duration, 20, 29);
    }

    @Test
    void littleSpeechIsOneWindow() {
        List<Window> windows = packer(20, new Span(1, 5), new Span(5.5, 9)).pack();
        assertEquals(1, windows.size());
        assertEquals(0.6, windows.getFirst().startInRecording(0), 1e-3);
        assertEquals(8.8, windows.getFirst().seconds(), 1e-3);
    }

    @Test
    void longSilenceIsLeftOutAndTimesAreKept() {
        List<Window> windows = packer(100, new Span(1, 5), new Span(60, 64)).pack();
        assertEquals(1, windows.size());
        Window window = windows.getFirst();
        assertEquals(2, window.pieces().size());
        assertEquals(9.6, window.seconds(), 1e-3);
        assertEquals(59.6, window.startInRecording(4.8), 1e-3);
        assertEquals(5.4, window.endInRecording(4.8), 1e-3);
        assertEquals(61.2, window.startInRecording(6.4), 1e-3);
    }

    @Test
    void theLongestPauseIsTheCut() {
        Span[] spans = {
            new Span(0.5, 21), new Span(21.9, 24), new Span(24.3, 27), new Span(27.5, 48)
        };
        List<Window> windows = packer(60, spans).pack();
        assertEquals(2, windows.size());
        assertTrue(windows.getFirst().endInRecording(99) < 21.9);
    }

    @Test
    void speechWithoutPauseIsCutWhereItIsLeastLikely() {
        Activity activity = activity(70, List.of(new Span(0, 70)));
        int dip = (int) (25.0 / Activity.FRAME_SECONDS);
        Arrays.fill(activity.probabilities(), dip - 2, dip + 3, 0.4f);
        List<Window> windows = new WindowPacker(activity, 70, 20, 29).pack();
        assertEquals(25, windows.getFirst().endInRecording(99), 0.2);
        assertEquals(3, windows.size());
        for (Window window : windows) {
            assertTrue(window.seconds() <= 29, "window of " + window.seconds());
        }
    }

    @Test
    void windowsCoverAllSpeechOnceWhateverItsForm() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            List<Span> spans = new ArrayList<>();
            double at = random.nextDouble() * 3;
            while (at < 300) {
                double end = at + 0.2 + Math.pow(random.nextDouble(), 4) * 60;
                spans.add(new Span(at, end));
                at = end + 0.17 + Math.pow(random.nextDouble(), 3) * 8;
            }
            double duration = spans.getLast().endSeconds() + 0.1;
            Activity activity = activity(duration, spans);
            List<Window> windows = new WindowPacker(activity, duration, 20, 29).pack();
            checkCovered(spans, windows);
        }
    }

    private static void checkCovered(List<Span> spans, List<Window> windows) {
        long before = 0;
        double covered = 0;
        for (Window window : windows) {
            assertTrue(window.seconds() <= 29.01, "window of " + window.seconds());
            for (Window.Piece piece : window.pieces()) {
                assertTrue(piece.start() >= before - 1 && piece.length() > 0, piece.toString());
                before = piece.end();
                for (Span span : spans) {
                    covered +=
                            span.overlap(
                                    piece.start() / (double) Sound.RATE,
                                    piece.end() / (double) Sound.RATE);
                }
            }
        }
        double speech = spans.stream().mapToDouble(Span::seconds).sum();
        assertEquals(speech, covered, 0.01 * spans.size());
    }

    @Test
    void halvesAreCutAtAPauseInTheMiddle() {
        WindowPacker packer = packer(30, new Span(1, 11), new Span(12, 25));
        Window whole = packer.pack().getFirst();
        List<Window> halves = packer.halves(whole);
        assertEquals(2, halves.size());
        assertTrue(halves.getFirst().endInRecording(99) <= 11.5);
        assertTrue(halves.getLast().startInRecording(0) >= 11.4);
    }
}
