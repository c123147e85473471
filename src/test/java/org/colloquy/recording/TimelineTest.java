package org.colloquy.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Timeline.Decoded FIRST = new Timeline.Decoded(0, 0, 299_400);
    private static final Timeline.Decoded SECOND = new Timeline.Decoded(1, 299_400, 61_000);

    @Test
    void inADecodedPartItIsExact() {
        Timeline timeline = new Timeline(List.of(FIRST, SECOND), 360_400L);
        assertEquals(12_000, timeline.millis(0, 12_000));
        assertEquals(309_400, timeline.millis(1, 10_000));
    }

    @Test
    void whatLiesBehindTheEndOfAPartIsAtItsEnd() {
        Timeline timeline = new Timeline(List.of(FIRST, SECOND), 360_400L);
        assertEquals(299_400, timeline.millis(0, 299_900));
        assertEquals(360_400, timeline.millis(1, 90_000));
        assertEquals(360_400, timeline.millis(7, 90_000), "a part that never came");
    }

    @Test
    void beforeThatAPartIsTakenToLastAsLongAsTheRecorderMeansItTo() {
        Timeline timeline = new Timeline(List.of(), null);
        assertEquals(12_000, timeline.millis(0, 12_000));
        assertEquals(601_000, timeline.millis(2, 1_000));
        timeline.knows(0, 320_000);
        timeline.knows(2, 900_000);
        assertEquals(621_000, timeline.millis(2, 1_000), "the first lasted longer than usual");
    }

    @Test
    void theEstimateBeginsBehindWhatIsDecoded() {
        Timeline timeline = new Timeline(List.of(FIRST, SECOND), null);
        assertEquals(361_400, timeline.millis(2, 1_000));
        assertEquals(661_400, timeline.millis(3, 1_000));
    }
}
