package org.colloquy.speech.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.colloquy.speech.live.LiveMessage.Piece;
import org.colloquy.worker.Frame;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private final Intake intake = new Intake(2);

    @Test
    void soundOfEachChannelComesOutAsItCame() {
        intake.put(new Piece(0, 0, new short[] {1, 2}));
        intake.put(new Piece(1, 0, new short[] {9}));
        intake.put(new Piece(0, 2, new short[] {3}));
        Intake.Taken taken = intake.take(0);
        assertArrayEquals(new short[] {1, 2, 3}, taken.samples());
        assertEquals(0, taken.skipped());
        assertArrayEquals(new short[] {9}, intake.take(1).samples());
        assertEquals(0, intake.take(0).samples().length);
        assertFalse(intake.leftOut());
        assertFalse(intake.isDone());
        intake.end();
        assertTrue(intake.isDone());
    }

    @Test
    void whatTheParentLeftOutIsCounted() {
        intake.put(new Piece(0, 0, new short[100]));
        intake.take(0);
        intake.put(new Piece(0, 500, new short[10]));
        assertEquals(400, intake.take(0).skipped());
        assertTrue(intake.leftOut());
        assertFalse(intake.leftOut());
    }

    @Test
    void aWorkerThatBeginsLaterCountsFromTheFirstSample() {
        intake.put(new Piece(0, 160_000, new short[10]));
        assertEquals(160_000, intake.take(0).skipped());
        assertFalse(intake.leftOut());
    }

    @Test
    void placesAreRightHoweverMuchIsLeftOutAndMemoryIsBounded() {
        Random random = new Random(7);
        long sent = 0;
        long counted = 0;
        for (int i = 0; i < 2000; i++) {
            short[] piece = new short[random.nextInt(4000)];
            intake.put(new Piece(0, sent, piece));
            sent += piece.length;
            if (random.nextInt(60) == 0) {
                Intake.Taken taken = intake.take(0);
                assertTrue(taken.samples().length <= Intake.MOST);
                counted += taken.skipped() + taken.samples().length;
                assertEquals(sent, counted);
            }
        }
        assertTrue(intake.leftOut());
    }

    @Test
    void messagesComeThroughThePipeAsTheyWere() {
        Piece piece = new Piece(1, 1L << 40, new short[] {-32768, 0, 32767});
        Piece read = (Piece) LiveMessage.read(new Frame(piece.type(), piece.payload()));
        assertEquals(1, read.channel());
        assertEquals(1L << 40, read.from());
        assertArrayEquals(piece.samples(), read.samples());
        LiveMessage said =
                new LiveMessage.Said(
                        0, new Caption(List.of(new CaptionWord("“So,", 1, 1.5)), List.of()));
        assertEquals(said, LiveMessage.read(new Frame(said.type(), said.payload())));
    }
}
