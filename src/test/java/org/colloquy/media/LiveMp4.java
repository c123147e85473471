package org.colloquy.media;

import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;

/**
 * What Safari's {@code MediaRecorder} writes: AAC in an MP4 of which the index of no sound comes
 * first and pieces with their own index follow, here of half a second.
 */
final class LiveMp4 {
    private static final int RATE = 48_000;
    private static final int BLOCK = 1024;

    private LiveMp4() {}

    static byte[] tone(Path scratch, double seconds, int frequency) throws Exception {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(scratch.toFile(), 0, 0, 1)) {
            recorder.setFormat("mp4");
            recorder.setAudioCodecName("aac");
            recorder.setSampleRate(RATE);
            recorder.setAudioBitrate(64_000);
            recorder.setOption("movflags", "empty_moov+default_base_moof");
            recorder.setOption("frag_duration", "500000");
            recorder.start();
            for (long done = 0; done < seconds * RATE; done += BLOCK) {
                ShortBuffer samples = ShortBuffer.allocate(BLOCK);
                for (int i = 0; i < BLOCK; i++) {
                    double phase = 2 * Math.PI * frequency * (done + i) / RATE;
                    samples.put((short) (10_000 * Math.sin(phase)));
                }
                recorder.recordSamples(RATE, 1, samples.flip());
            }
        }
        return Files.readAllBytes(scratch);
    }
}
