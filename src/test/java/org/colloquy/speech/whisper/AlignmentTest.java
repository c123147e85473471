package org.colloquy.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    @Test
    void thePathFollowsTheCheapCells() {
        float[][] cost = {
            {-1, -1, 0, 0, 0, 0},
            {0, 0, -1, 0, 0, 0},
            {0, 0, 0, -1, -1, -1}
        };
        assertArrayEquals(new int[] {0, 2, 3}, Alignment.path(cost));
    }

    @Test
    void severalRowsMayShareAFrame() {
        float[][] cost = {{-1, 0}, {-1, 0}, {0, -1}};
        assertArrayEquals(new int[] {0, 0, 1}, Alignment.path(cost));
    }

    @Test
    void attentionGivesTheFirstFrameOfEachRow() {
        int frames = 60;
        int[] starts = {0, 12, 30, 45};
        List<float[]> rows = new ArrayList<>();
        for (int row = 0; row < starts.length; row++) {
            int end = row + 1 < starts.length ? starts[row + 1] : frames;
            float[] attention = new float[8 * frames];
            for (int head = 0; head < 8; head++) {
                for (int frame = 0; frame < frames; frame++) {
                    boolean here = frame >= starts[row] && frame < end;
                    attention[head * frames + frame] = here ? 0.06f : 0.001f;
                }
            }
            rows.add(attention);
        }
        assertArrayEquals(starts, Alignment.firstFrames(rows));
    }

    @Test
    void theMedianFilterTakesSpikesAway() {
        float[] filtered = new float[9];
        Alignment.medianFilter(new float[] {0, 0, 0, 9, 0, 0, 0, 0, 0}, filtered);
        assertArrayEquals(new float[9], filtered);
    }
}
