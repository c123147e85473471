package org.colloquy.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.ffmpeg.global.avcodec;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaHostileIT {
    private final Media media = new Media(Media.Limits.DEFAULT);

    @TempDir private Path folder;

    private MediaFacts decode(Path file, String name) {
        return media.decode(
                file, name, folder.resolve("audio.wav"), Progress.NONE, Cancellation.NEVER);
    }

    private String refusal(byte[] bytes, String name) throws Exception {
        Path file = Files.write(folder.resolve("original"), bytes);
        Problem.BadInput problem = assertThrows(Problem.BadInput.class, () -> decode(file, name));
        assertFalse(Files.exists(folder.resolve("audio.wav")));
        try (var left = Files.list(folder)) {
            assertFalse(left.anyMatch(path -> path.toString().endsWith(".part")));
        }
        return problem.getMessage();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aTextNamedWavIsNoSound() throws Exception {
        String sentence = refusal(utf8("These are minutes of a meeting.\n".repeat(200)), "x.wav");
        assertTrue(
                sentence.startsWith(
                        "“x.wav” is not a sound or video file that Colloquy can read."));
    }

    @Test
    void zeroBytesAreCalledEmpty() throws Exception {
        assertTrue(refusal(new byte[0], "x.wav").startsWith("“x.wav” is empty"));
    }

    @Test
    void theSentenceStaysOnOneLineWhateverTheName() throws Exception {
        String sentence = refusal(utf8("no"), "../a \"b\"\n'c'\u202E\u0000<d>.wav");
        assertTrue(sentence.startsWith("“a \"b\" 'c' <d>.wav” is not a sound"), sentence);
        assertFalse(sentence.contains("\n"));
    }

    @Test
    void silenceIsSound() throws Exception {
        byte[] wav = new byte[44 + 32_000];
        System.arraycopy(header(32_000), 0, wav, 0, 44);
        Path file = Files.write(folder.resolve("original"), wav);
        assertEquals(1, decode(file, "silence.wav").durationSeconds(), 0.001);
    }

    @Test
    void aVideoWithoutSoundIsNamedAsThat() throws Exception {
        Path file =
                new MadeFile("mp4", "none", 44_100, 0, 2, avcodec.AV_CODEC_ID_MPEG4, false)
                        .write(folder.resolve("video.mp4"));
        assertTrue(
                refusal(Files.readAllBytes(file), "video.mp4")
                        .startsWith("“video.mp4” is a video without sound"));
    }

    @ParameterizedTest
    @CsvSource({
        "wav,  pcm_s16le, 44100",
        "flac, flac,      44100",
        "ogg,  libopus,   48000",
        "webm, libopus,   48000",
        "mp3,  libmp3lame, 44100",
        "aiff, pcm_s16be, 44100",
        "avi,  pcm_s16le, 44100",
        "caf,  pcm_s16be, 44100",
    })
    void aFileCutInHalfIsDecodedAsFarAsItGoesAndSaysSo(String format, String encoder, int rate)
            throws Exception {
        Path whole = MadeFile.sound(format, encoder, rate, 1, 20).write(folder.resolve("whole"));
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half"), Arrays.copyOf(bytes, bytes.length / 2));
        MediaFacts facts = decode(half, "half");
        assertEquals(10, facts.durationSeconds(), 2.5);
        assertNotNull(facts.warning());
        assertTrue(
                facts.warning().message().matches("“half” ends (early|in the middle).*"),
                facts.warning().message());
    }

    @Test
    void anMp4WithoutItsIndexIsRefused() throws Exception {
        Path whole = MadeFile.sound("mp4", "aac", 44_100, 1, 20).write(folder.resolve("whole"));
        byte[] bytes = Files.readAllBytes(whole);
        assertTrue(
                refusal(Arrays.copyOf(bytes, bytes.length / 2), "half.mp4")
                        .startsWith("“half.mp4” is not a sound or video file"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nURL\n#EXTINF:5,\nFILE\n"
                        + "#EXT-X-ENDLIST\n",
                "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXT-X-KEY:METHOD=AES-128,URI=\"URL\"\n"
                        + "#EXTINF:5,\nfile:FILE\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile 'FILE'\nfile 'URL'\n",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\n"
                        + "m=audio PORT RTP/AVP 0\na=control:URL\n",
                "<?xml version=\"1.0\"?>\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\""
                        + " profiles=\"urn:mpeg:dash:profile:isoff-on-demand:2011\""
                        + " type=\"static\" mediaPresentationDuration=\"PT5S\"><Period>"
                        + "<AdaptationSet mimeType=\"audio/mp4\"><Representation id=\"1\""
                        + " bandwidth=\"1\"><BaseURL>URL</BaseURL></Representation>"
                        + "</AdaptationSet></Period></MPD>",
            })
    void aPlaylistOpensNothing(String text) throws Exception {
        AtomicInteger visits = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    visits.incrementAndGet();
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
        try {
            int port = server.getAddress().getPort();
            Path canary =
                    MadeFile.sound("wav", "pcm_s16le", 16_000, 1, 2)
                            .write(folder.resolve("canary.wav"));
            String playlist =
                    text.replace("URL", "http://127.0.0.1:" + port + "/sound.wav")
                            .replace("PORT", Integer.toString(port))
                            .replace("FILE", canary.toString());
            String sentence = refusal(utf8(playlist), "list.m3u8");
            assertTrue(
                    sentence.startsWith("“list.m3u8” is a playlist, which names other files"),
                    sentence);
            assertEquals(0, visits.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aQuickTimeFileThatNamesAnotherIsNotGivenIt() throws Exception {
        Path canary =
                MadeFile.sound("wav", "pcm_s16le", 44_100, 1, 4)
                        .write(folder.resolve("canary.wav"));
        Path mov = MadeFile.sound("mov", "pcm_s16le", 44_100, 1, 4).write(folder.resolve("a.mov"));
        byte[] hostile = ExternalReference.in(Files.readAllBytes(mov), canary);
        assertTrue(refusal(hostile, "a.mov").startsWith("“a.mov” is damaged: no sound"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RIFFxxxxWAVEfmt ",
                "fLaC",
                "OggS",
                "ID3\u0003",
                "FORM....AIFF",
                "#!AMR\n",
                "\u001AE\u00DF\u00A3",
                "....ftypisom",
                "caff\u0000\u0001",
                ".snd",
                "RIFFxxxxAVI "
            })
    void garbageBehindTheRightFirstBytesIsRefusedOrMarked(String magic) throws Exception {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        byte[] start = magic.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(start, 0, bytes, 0, start.length);
        Path file = Files.write(folder.resolve("original"), bytes);
        try {
            MediaFacts facts = decode(file, "garbage");
            assertTrue(facts.durationSeconds() < 3600);
        } catch (Problem.BadInput expected) {
            assertTrue(expected.getMessage().startsWith("“garbage”"));
        }
    }

    @Test
    void aHeaderThatPromisesTooMuchIsReadAsFarAsThereIsSound() throws Exception {
        byte[] wav = new byte[44 + 32_000];
        System.arraycopy(header(1_000_000_000), 0, wav, 0, 44);
        Path file = Files.write(folder.resolve("original"), wav);
        MediaFacts facts = decode(file, "huge.wav");
        assertEquals(1, facts.durationSeconds(), 0.001);
        assertNotNull(facts.warning());
    }

    @Test
    void aHeaderThatStopsInTheMiddleIsRefused() throws Exception {
        assertTrue(refusal(Arrays.copyOf(header(32_000), 30), "x.wav").contains("“x.wav”"));
    }

    @Test
    void whatLastsTooLongIsRefused() throws Exception {
        Path file = MadeFile.sound("flac", "flac", 16_000, 1, 20).write(folder.resolve("long"));
        Media strict = new Media(new Media.Limits(Duration.ofSeconds(10), Duration.ofMinutes(1)));
        Problem.TooLarge problem =
                assertThrows(
                        Problem.TooLarge.class,
                        () ->
                                strict.decode(
                                        file,
                                        "long.flac",
                                        folder.resolve("audio.wav"),
                                        Progress.NONE,
                                        Cancellation.NEVER));
        assertTrue(problem.getMessage().startsWith("“long.flac” lasts longer"));
        assertFalse(Files.exists(folder.resolve("audio.wav")));
    }

    @Test
    void aPersonCanStopIt() throws Exception {
        Path file = MadeFile.sound("flac", "flac", 16_000, 1, 20).write(folder.resolve("long"));
        AtomicInteger asked = new AtomicInteger();
        assertThrows(
                Problem.Cancelled.class,
                () ->
                        media.decode(
                                file,
                                "long.flac",
                                folder.resolve("audio.wav"),
                                Progress.NONE,
                                () -> asked.incrementAndGet() > 2));
        assertFalse(Files.exists(folder.resolve("audio.wav")));
    }

    private static byte[] header(int dataBytes) {
        ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        header.put(utf8("RIFF")).putInt(dataBytes).put(utf8("WAVEfmt ")).putInt(16);
        header.putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(32_000);
        header.putShort((short) 2).putShort((short) 16).put(utf8("data")).putInt(dataBytes);
        return header.array();
    }
}
