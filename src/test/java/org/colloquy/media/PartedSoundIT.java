package org.colloquy.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording that is a row of small files: as a recorder writes it, whole and damaged. */
class PartedSoundIT {
    private static final int RATE = 16_000;

    @TempDir private Path folder;
    private final Media media = new Media(Media.Limits.DEFAULT);
    private final List<Double> fractions = new ArrayList<>();

    private byte[] webm(double seconds, int channels) throws Exception {
        Path file = folder.resolve("made.webm");
        MadeFile.sound("webm", "libopus", 48_000, channels, seconds).write(file);
        return LiveWebm.of(Files.readAllBytes(file));
    }

    private PartedSound prepare(byte[]... parts) throws Exception {
        return prepare(media, parts);
    }

    private PartedSound prepare(Media with, byte[]... parts) throws Exception {
        ByteArrayOutputStream original = new ByteArrayOutputStream();
        List<ByteSpan> spans = new ArrayList<>();
        for (byte[] part : parts) {
            spans.add(new ByteSpan(original.size(), part.length));
            original.write(part);
        }
        Path file = Files.write(folder.resolve("original"), original.toByteArray());
        PartedSound sound =
                with.prepareParts(
                        file,
                        spans,
                        "talk.webm",
                        folder.resolve("audio.wav"),
                        folder.resolve("peaks.json"),
                        (step, fraction) -> {
                            if (fraction != null) {
                                fractions.add(fraction);
                            }
                        },
                        Cancellation.NEVER);
        assertFalse(Files.exists(folder.resolve("audio.parts")), "nothing is left behind");
        return sound;
    }

    private DecodedWav wav() throws Exception {
        return DecodedWav.read(folder.resolve("audio.wav"));
    }

    /** The loudest sample between two times, of one channel. */
    private static int loudest(DecodedWav wav, int channel, double from, double to) {
        int loudest = 0;
        for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
            loudest = Math.max(loudest, Math.abs(wav.samples()[i * wav.channels() + channel]));
        }
        return loudest;
    }

    @Test
    void partsOfABrowserBecomeOneTimeline() throws Exception {
        PartedSound sound = prepare(webm(3, 1), webm(2, 1), webm(4, 1));
        assertNull(sound.facts().warning());
        assertEquals(1, sound.facts().channels());
        assertEquals(9, sound.facts().durationSeconds(), 0.2);
        assertEquals(0, sound.parts().get(0).startSeconds());
        assertEquals(3, sound.parts().get(1).startSeconds(), 0.1);
        assertEquals(5, sound.parts().get(2).startSeconds(), 0.15);
        assertEquals(4, sound.parts().get(2).durationSeconds(), 0.1);
        DecodedWav wav = wav();
        assertEquals(sound.facts().durationSeconds(), wav.seconds(), 0.001);
        assertEquals(440, wav.frequency(0), 3);
        Peaks peaks = Json.read(Files.readString(folder.resolve("peaks.json")), Peaks.class);
        assertEquals(wav.seconds(), peaks.durationSeconds(), 0.001);
        for (int i = 1; i < fractions.size(); i++) {
            assertTrue(fractions.get(i) >= fractions.get(i - 1), fractions.toString());
        }
        assertTrue(fractions.getLast() > 0.9, fractions.toString());
    }

    @Test
    void partsOfSafariToo() throws Exception {
        byte[] first = LiveMp4.tone(folder.resolve("a.mp4"), 3, 440);
        byte[] second = LiveMp4.tone(folder.resolve("b.mp4"), 2, 440);
        byte[] cut = Arrays.copyOf(second, second.length * 6 / 10);
        PartedSound sound = prepare(first, second, cut);
        assertEquals(3, sound.parts().get(1).startSeconds(), 0.1);
        assertEquals(2, sound.parts().get(1).durationSeconds(), 0.1);
        assertNull(sound.parts().get(1).problem());
        assertTrue(sound.parts().get(2).durationSeconds() > 0.4, sound.toString());
        assertEquals(440, wav().frequency(0), 3);
    }

    @Test
    void aPartThatBreaksOffPlaysToItsEnd() throws Exception {
        byte[] part = webm(4, 1);
        PartedSound sound = prepare(part, Arrays.copyOf(part, part.length * 6 / 10), webm(1, 1));
        assertEquals(2.4, sound.parts().get(1).durationSeconds(), 0.4);
        assertEquals(7.4, sound.facts().durationSeconds(), 0.5);
        DecodedWav wav = wav();
        assertTrue(loudest(wav, 0, 5.5, 6) > 5000);
        assertTrue(loudest(wav, 0, wav.seconds() - 0.6, wav.seconds() - 0.1) > 5000);
    }

    @Test
    void aPartThatIsNoSoundIsSilentForAsLongAsItWasAndIsToldOf() throws Exception {
        byte[] part = webm(4, 1);
        byte[] noise = new byte[part.length];
        new Random(7).nextBytes(noise);
        PartedSound sound = prepare(part, noise, part);
        assertEquals(
                "Part 2 (about 0:04 from 0:04) cannot be read; everything else is here.",
                sound.facts().warning().message());
        assertEquals(sound.facts().warning(), sound.parts().get(1).problem());
        assertEquals(4, sound.parts().get(1).durationSeconds(), 0.2);
        DecodedWav wav = wav();
        assertEquals(12, wav.seconds(), 0.3);
        assertTrue(loudest(wav, 0, 3, 3.5) > 5000);
        assertEquals(0, loudest(wav, 0, 4.5, 7.5));
        assertTrue(loudest(wav, 0, 8.5, 9) > 5000);
    }

    @Test
    void theFirstPartMayBeLostAsWell() throws Exception {
        byte[] part = webm(4, 1);
        PartedSound sound = prepare(new byte[part.length / 2], part);
        assertEquals(2, sound.parts().get(1).startSeconds(), 0.1);
        assertEquals("webm", sound.facts().format().replaceAll(".*,", ""));
    }

    @Test
    void whereNoPartIsSoundThatIsSaid() {
        Problem.BadInput problem =
                assertThrows(Problem.BadInput.class, () -> prepare(new byte[900], new byte[1000]));
        assertEquals(
                "No sound could be read from any part of “talk.webm”. Every byte of it is kept as"
                        + " it came.",
                problem.getMessage());
        assertFalse(Files.exists(folder.resolve("audio.wav")));
    }

    @Test
    void twoMicrophonesStayTwoChannelsAlsoWhereOneOfThemWasGoneForAPart() throws Exception {
        PartedSound sound = prepare(webm(2, 2), webm(2, 1), webm(2, 2));
        assertEquals(2, sound.facts().channels());
        DecodedWav wav = wav();
        assertEquals(2, wav.channels());
        assertEquals(6, wav.seconds(), 0.2);
        for (double at : new double[] {0.5, 2.5, 4.5}) {
            assertTrue(loudest(wav, 0, at, at + 0.5) > 5000, "left at " + at);
            assertTrue(loudest(wav, 1, at, at + 0.5) > 5000, "right at " + at);
        }
    }

    @Test
    void whatWouldLastTooLongTogetherIsRefused() {
        Media shy = new Media(new Media.Limits(Duration.ofSeconds(5), Duration.ofSeconds(60)));
        assertThrows(Problem.TooLarge.class, () -> prepare(shy, webm(3, 1), webm(3, 1)));
        assertFalse(Files.exists(folder.resolve("audio.wav")));
    }

    @Test
    void listeningCopiesAreJoinedWithSilenceBetweenThem() throws Exception {
        List<TimelinePiece> pieces = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            Path wav = folder.resolve(i + ".wav");
            Path made = Files.write(folder.resolve("made"), webm(i, 1));
            media.decode(made, "made", wav, Progress.NONE, Cancellation.NEVER);
            pieces.add(new TimelinePiece.Copy(wav));
            pieces.add(new TimelinePiece.Silence(1.5));
        }
        TimelineFacts facts =
                media.join(pieces, "both", folder.resolve("audio.wav"), null, Cancellation.NEVER);
        assertEquals(4, facts.startSeconds().size());
        assertEquals(2.5, facts.startSeconds().get(2), 0.1);
        assertEquals(6, facts.durationSeconds(), 0.2);
        assertEquals(0, loudest(wav(), 0, 1.2, 2.3));
        assertTrue(loudest(wav(), 0, 3, 4) > 5000);
    }
}
