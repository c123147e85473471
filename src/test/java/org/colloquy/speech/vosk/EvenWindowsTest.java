package org.colloquy.speech.vosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.Recogniser.Numbered;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Span;
import org.colloquy.speech.activity.Window;
import org.junit.jupiter.api.Test;

class EvenWindowsTest {
    private static Activity speech(double seconds) {
        List<Span> spans = new ArrayList<>();
        // Utterances of 3 s with pauses of 0.3 to 0.7 s.
        for (double at = 1; at + 3 < seconds; at += 3.3 + (spans.size() % 5) * 0.1) {
            spans.add(new Span(at, at + 3));
        }
        int frames = (int) (seconds / Activity.FRAME_SECONDS) + 1;
        return new Activity(new float[frames], new float[frames], spans);
    }

    @Test
    void aShortRecordingIsNotCut() {
        assertEquals(1, EvenWindows.of(speech(35), 35).size());
    }

    @Test
    void silenceHasNoWindows() {
        assertEquals(List.of(), EvenWindows.of(speech(1), 1));
    }

    @Test
    void severalRecognisersEndTogether() {
        for (double seconds = 300; seconds < 1200; seconds += 47) {
            List<Window> windows = EvenWindows.of(speech(seconds), seconds);
            double idle = EvenWindows.idle(windows.stream().map(Window::seconds).toList());
            assertTrue(idle < 0.3, seconds + " s of sound: " + idle);
            assertTrue(windows.stream().allMatch(window -> window.seconds() <= 60.001));
        }
    }

    @Test
    void idleIsTheShareThatIsWaited() {
        assertEquals(0, EvenWindows.idle(List.of(30.0, 30.0, 30.0, 30.0)), 1e-9);
        // Two recognisers: 60 of 90 s at once instead of 45; four: 30 instead of 22.5.
        assertEquals(2.0 / 3, EvenWindows.idle(List.of(30.0, 30.0, 30.0)), 1e-9);
    }

    @Test
    void theLongestWindowIsFirst() {
        List<Window> windows = EvenWindows.of(speech(400), 400);
        List<Numbered> numbered = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            numbered.add(new Numbered(i, windows.get(i)));
        }
        List<Numbered> order = EvenWindows.longestFirst(numbered);
        assertEquals(numbered.size(), order.size());
        for (int i = 1; i < order.size(); i++) {
            assertTrue(order.get(i - 1).window().seconds() >= order.get(i).window().seconds());
        }
    }
}
