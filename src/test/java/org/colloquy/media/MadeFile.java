package org.colloquy.media;

import java.nio.ShortBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Assumptions;

/**
 * Files with a tone of 440 Hz (the right channel 660 Hz), made with FFmpeg's own encoders.
 *
 * @param video FFmpeg's codec id of a picture track, 0 for none
 * @param sameChannels both channels have 440 Hz
 */
record MadeFile(
        String format,
        String encoder,
        int rate,
        int channels,
        double seconds,
        int video,
        boolean sameChannels) {
    private static final int BLOCK = 1024;
    private static final int WIDTH = 64;
    private static final int PICTURES_PER_SECOND = 25;

    static MadeFile sound(String format, String encoder, int rate, int channels, double seconds) {
        return new MadeFile(format, encoder, rate, channels, seconds, 0, false);
    }

    Path write(Path file) throws Exception {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        if (channels > 0) {
            Assumptions.assumeTrue(
                    avcodec.avcodec_find_encoder_by_name(encoder) != null,
                    "Skipped: this FFmpeg cannot make " + encoder);
        }
        try (FFmpegFrameRecorder recorder =
                new FFmpegFrameRecorder(
                        file.toFile(), video == 0 ? 0 : WIDTH, video == 0 ? 0 : WIDTH, channels)) {
            recorder.setFormat(format);
            if (channels > 0) {
                recorder.setAudioCodecName(encoder);
                recorder.setSampleRate(rate);
                recorder.setSampleFormat(sampleFormat());
                recorder.setAudioBitrate(rate < 16_000 ? 12_200 : 64_000);
            }
            if (video != 0) {
                recorder.setVideoCodec(video);
                recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
                recorder.setFrameRate(PICTURES_PER_SECOND);
            }
            recorder.start();
            int pictures = 0;
            for (long done = 0; done < seconds * rate; done += BLOCK) {
                if (channels > 0) {
                    recorder.recordSamples(rate, channels, tone(done));
                }
                while (video != 0 && pictures < done * PICTURES_PER_SECOND / rate) {
                    recorder.record(picture(pictures++));
                }
            }
        }
        return file;
    }

    private int sampleFormat() {
        return switch (encoder) {
            case "pcm_f32le" -> avutil.AV_SAMPLE_FMT_FLT;
            case "alac" -> avutil.AV_SAMPLE_FMT_S16P;
            default -> avutil.AV_SAMPLE_FMT_NONE;
        };
    }

    private ShortBuffer tone(long from) {
        ShortBuffer samples = ShortBuffer.allocate(BLOCK * channels);
        for (int i = 0; i < BLOCK; i++) {
            for (int channel = 0; channel < channels; channel++) {
                double frequency = channel == 1 && !sameChannels ? 660 : 440;
                double phase = 2 * Math.PI * frequency * (from + i) / rate;
                samples.put((short) (10_000 * Math.sin(phase)));
            }
        }
        return samples.flip();
    }

    private static Frame picture(int number) {
        Frame frame = new Frame(WIDTH, WIDTH, Frame.DEPTH_UBYTE, 3);
        java.nio.ByteBuffer pixels = (java.nio.ByteBuffer) frame.image[0];
        for (int i = 0; i < pixels.capacity(); i++) {
            pixels.put(i, (byte) (i + number * 7));
        }
        return frame;
    }
}
