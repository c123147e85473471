package org.colloquy.durability;

import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.colloquy.media.LiveWebm;

/**
 * One self-contained part as a browser's recorder makes it: WebM with Opus, without a length.
 *
 * @param seconds that it lasts
 */
record LiveSound(byte[] bytes, double seconds) {
    private static final int RATE = 48_000;
    private static final int BLOCK = 960;
    private static final int BITS_PER_SECOND = 48_000;

    /** A tone in noise, both by the seed, so that no two seeds give the same bytes. */
    static LiveSound make(long seed, double seconds, Path folder) throws IOException {
        return make(seed, seconds, BITS_PER_SECOND, folder);
    }

    static LiveSound make(long seed, double seconds, int bitsPerSecond, Path folder)
            throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        Random random = new Random(seed);
        double frequency = 200 + random.nextInt(800);
        Path file = Files.createTempFile(folder, "sound", ".webm");
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 1)) {
            recorder.setFormat("webm");
            recorder.setAudioCodecName("libopus");
            recorder.setSampleRate(RATE);
            recorder.setAudioBitrate(bitsPerSecond);
            recorder.start();
            long blocks = Math.round(seconds * RATE / BLOCK);
            for (long block = 0; block < blocks; block++) {
                recorder.recordSamples(RATE, 1, samples(block * BLOCK, frequency, random));
            }
        }
        byte[] live = LiveWebm.of(Files.readAllBytes(file));
        Files.delete(file);
        return new LiveSound(live, seconds);
    }

    private static ShortBuffer samples(long from, double frequency, Random random) {
        ShortBuffer samples = ShortBuffer.allocate(BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            double tone = Math.sin(2 * Math.PI * frequency * (from + i) / RATE);
            samples.put((short) (6_000 * tone + 4_000 * random.nextGaussian() / 3));
        }
        return samples.flip();
    }
}
