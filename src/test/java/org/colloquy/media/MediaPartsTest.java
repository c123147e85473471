package org.colloquy.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaPartsTest {
    @TempDir private Path folder;

    @Test
    void peaksAreTheExtremesOfEachBucket() {
        PeaksBuilder builder = new PeaksBuilder(1000);
        for (int i = 0; i < 75; i++) {
            builder.add(i == 10 ? -16384 : i == 60 ? 32767 : 0);
        }
        Peaks peaks = builder.build();
        assertEquals(0.075, peaks.durationSeconds());
        assertEquals(0.05, peaks.bucketSeconds());
        assertArrayEquals(new double[] {-0.5, 0, 0, 1}, peaks.peaks());
    }

    @Test
    void peaksOfALongRecordingStayFew() {
        PeaksBuilder builder = new PeaksBuilder(20);
        int samples = PeaksBuilder.MOST_BUCKETS * 3;
        for (int i = 0; i < samples; i++) {
            builder.add(i == samples - 1 ? 32767 : 0);
        }
        Peaks peaks = builder.build();
        assertEquals(0.2, peaks.bucketSeconds(), 1e-9);
        assertEquals(samples / 4, peaks.peaks().length / 2);
        assertEquals(1, peaks.peaks()[peaks.peaks().length - 1]);
    }

    @Test
    void twoChannelsAreKeptOnlyWhereTheyDiffer() throws Exception {
        assertEquals(1, channelsOf(0));
        assertEquals(1, channelsOf(3));
        assertEquals(2, channelsOf(4000));
    }

    /** One second and a half of two channels of which the right is louder by so many steps. */
    private int channelsOf(int difference) throws Exception {
        ByteBuffer samples = ByteBuffer.allocate(24_000 * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 24_000; i++) {
            int left = (int) (8000 * Math.sin(i / 10.0));
            samples.putShort((short) left).putShort((short) (left + difference));
        }
        Path file = folder.resolve("sound.wav");
        int channels;
        try (Sound sound = new Sound(file, 2)) {
            sound.add(samples.array());
            channels = sound.finish();
            assertEquals(1.5, sound.seconds());
        }
        DecodedWav wav = DecodedWav.read(file);
        assertEquals(channels, wav.channels());
        assertEquals(1.5, wav.seconds());
        assertEquals((short) (8000 * Math.sin(23_999 / 10.0)), wav.samples()[23_999 * channels]);
        return channels;
    }

    @Test
    void playlistsAreKnownFromTheirBeginning() {
        assertTrue(isPlaylist("#EXTM3U\nx"));
        assertTrue(isPlaylist("\uFEFF#extm3u\r\n"));
        assertTrue(isPlaylist("ffconcat version 1.0\nfile x"));
        assertTrue(isPlaylist("v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n"));
        assertTrue(isPlaylist("[playlist]\nFile1=x"));
        assertTrue(isPlaylist("<?xml version=\"1.0\"?>\n<!-- x -->\n<MPD xmlns=\"\">"));
        assertTrue(isPlaylist("<asx version=\"3.0\">"));
        assertFalse(isPlaylist("RIFF....WAVE"));
        assertFalse(isPlaylist("Minutes of the meeting"));
        assertFalse(isPlaylist("<html><body>"));
    }

    private static boolean isPlaylist(String text) {
        return PlaylistCheck.isPlaylist(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sentencesNameTheFileOnceAndShort() {
        Sentences sentences = new Sentences("x".repeat(150) + ".wav");
        assertTrue(sentences.empty().message().startsWith("“" + "x".repeat(60) + "…"));
        assertEquals("1:02:03", Sentences.time(3723));
        assertEquals("2:03", Sentences.time(122.9));
    }
}
