package org.colloquy.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.global.avcodec;
import org.colloquy.Shared;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Json;
import org.colloquy.common.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaFormatsIT {
    /** JavaCV's recorder, which makes the files of this test, writes too long a duration here. */
    private static final Set<String> SLOPPY = Set.of("matroska", "asf");

    private final Media media = new Media(Media.Limits.DEFAULT);

    @TempDir private Path folder;

    private MediaFacts prepare(Path file) {
        return media.prepare(
                file,
                file.getFileName().toString(),
                folder.resolve("audio.wav"),
                folder.resolve("peaks.json"),
                Progress.NONE,
                Cancellation.NEVER);
    }

    @ParameterizedTest
    @CsvSource({
        "wav,  pcm_s16le, 44100, 1",
        "wav,  pcm_s16le, 16000, 2",
        "wav,  pcm_f32le, 48000, 2",
        "wav,  adpcm_ms,  22050, 1",
        "w64,  pcm_s16le, 44100, 1",
        "flac, flac,      44100, 2",
        "ogg,  libopus,   48000, 1",
        "ogg,  libvorbis, 44100, 2",
        "webm, libopus,   48000, 2",
        "matroska, flac,  44100, 1",
        "mp4,  aac,       44100, 2",
        "ipod, aac,       44100, 1",
        "mov,  aac,       44100, 1",
        "ipod, alac,      44100, 2",
        "mp3,  libmp3lame, 44100, 1",
        "mp3,  libmp3lame, 44100, 2",
        "adts, aac,       44100, 1",
        "amr,  libopencore_amrnb, 8000, 1",
        "3gp,  libopencore_amrnb, 8000, 1",
        "amr,  libvo_amrwbenc, 16000, 1",
        "3gp,  libvo_amrwbenc, 16000, 1",
        "3gp,  aac,       44100, 1",
        "mp4,  libopus,   48000, 1",
        "ogg,  libspeex,  16000, 1",
        "caf,  libopus,   48000, 1",
        "caf,  alac,      44100, 1",
        "asf,  wmav1,     44100, 1",
        "wav,  g722,      16000, 1",
        "wav,  g726,      8000,  1",
        "aiff, pcm_s16be, 44100, 2",
        "caf,  pcm_s16be, 44100, 1",
        "au,   pcm_s16be, 44100, 1",
        "au,   pcm_mulaw, 8000, 1",
        "asf,  wmav2,     44100, 1",
        "avi,  pcm_s16le, 44100, 1",
        "mpegts, aac,     44100, 1",
        "mpegts, mp2,     44100, 1",
        "matroska, ac3,   48000, 2",
    })
    void eachFormatIsDecoded(String format, String encoder, int rate, int channels)
            throws Exception {
        Path file =
                MadeFile.sound(format, encoder, rate, channels, 4).write(folder.resolve("file"));
        MediaFacts facts = prepare(file);
        DecodedWav wav = DecodedWav.read(folder.resolve("audio.wav"));
        if (!SLOPPY.contains(format)) {
            assertNull(facts.warning());
        }
        assertEquals(16_000, wav.rate());
        assertEquals(channels, wav.channels());
        assertEquals(channels, facts.channels());
        assertEquals(4, wav.seconds(), 0.2);
        assertEquals(wav.seconds(), facts.durationSeconds(), 0.001);
        assertEquals(440, wav.frequency(0), 3);
        if (channels == 2) {
            assertEquals(660, wav.frequency(1), 3);
        }
        assertTrue(wav.loudest() > 5000, "as loud as it was");
        Peaks peaks = Json.read(Files.readString(folder.resolve("peaks.json")), Peaks.class);
        assertEquals(facts.durationSeconds(), peaks.durationSeconds(), 0.001);
        assertEquals(
                Math.ceil(facts.durationSeconds() / peaks.bucketSeconds()),
                peaks.peaks().length / 2.0);
    }

    @ParameterizedTest
    @CsvSource({
        "matroska, libopus, 48000",
        "mp4, aac, 44100",
        "avi, libmp3lame, 44100",
        "mpeg, mp2, 44100",
        "mov, aac, 48000",
        "3gp, libopencore_amrnb, 8000",
        "webm, libopus, 48000"
    })
    void theSoundOfAVideoIsDecoded(String format, String encoder, int rate) throws Exception {
        MadeFile made =
                new MadeFile(
                        format,
                        encoder,
                        rate,
                        1,
                        4,
                        switch (format) {
                            case "mpeg" -> avcodec.AV_CODEC_ID_MPEG1VIDEO;
                            case "webm" -> avcodec.AV_CODEC_ID_VP8;
                            default -> avcodec.AV_CODEC_ID_MPEG4;
                        },
                        false);
        MediaFacts facts = prepare(made.write(folder.resolve("video")));
        assertEquals(4, facts.durationSeconds(), 0.3);
        assertEquals(440, DecodedWav.read(folder.resolve("audio.wav")).frequency(0), 3);
    }

    @ParameterizedTest
    @CsvSource({"wav, pcm_s16le", "mp3, libmp3lame", "ogg, libopus"})
    void twoChannelsThatAreTheSameBecomeOne(String format, String encoder) throws Exception {
        Path file =
                new MadeFile(format, encoder, 48000, 2, 4, 0, true).write(folder.resolve("file"));
        assertEquals(1, prepare(file).channels());
        DecodedWav wav = DecodedWav.read(folder.resolve("audio.wav"));
        assertEquals(1, wav.channels());
        assertEquals(4, wav.seconds(), 0.2);
        assertEquals(440, wav.frequency(0), 3);
    }

    @Test
    void whatABrowserRecordsHasNoLengthAndIsDecodedWhole() throws Exception {
        Path file =
                MadeFile.sound("webm", "libopus", 48000, 1, 4).write(folder.resolve("whole.webm"));
        // A live WebM: every size unknown and no duration, as MediaRecorder writes.
        Path live = folder.resolve("live.webm");
        Files.write(live, LiveWebm.of(Files.readAllBytes(file)));
        List<Double> fractions = new ArrayList<>();
        MediaFacts facts =
                media.decode(
                        live,
                        "live.webm",
                        folder.resolve("a.wav"),
                        (step, fraction) -> {
                            if (fraction != null) {
                                fractions.add(fraction);
                            }
                        },
                        Cancellation.NEVER);
        assertEquals(4, facts.durationSeconds(), 0.1);
        assertNull(facts.warning());
        assertTrue(fractions.getLast() > 0.9);
    }

    @Test
    void realSpeechKeepsItsLength() {
        MediaFacts facts = prepare(Shared.file("audio/read_en_1.flac"));
        assertEquals("flac", facts.codec());
        assertEquals(1, facts.channels());
        assertNull(facts.warning());
        assertTrue(facts.durationSeconds() > 20);
    }
}
