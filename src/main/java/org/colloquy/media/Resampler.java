package org.colloquy.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_compare;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** Brings decoded frames to 16 kHz, 16 bit, one or two channels; follows a change half way. */
final class Resampler {
    private static final int MOST_FRAME_SAMPLES = 1 << 22;

    private final int channels;
    private final AVChannelLayout outLayout = new AVChannelLayout();
    private final AVChannelLayout inLayout = new AVChannelLayout();
    private final PointerPointer<Pointer> outPlanes = new PointerPointer<>(1);
    private @Nullable SwrContext context;
    private int inRate;
    private int inFormat;
    private BytePointer out = new BytePointer(1 << 16);

    /**
     * @param channels 1 or 2
     */
    Resampler(int channels) {
        this.channels = channels;
        av_channel_layout_default(outLayout, channels);
    }

    /** Adds what became of the frame. */
    void convert(AVFrame frame, ByteArrayOutputStream into) throws IOException {
        if (context == null || isOther(frame)) {
            flush(into);
            open(frame);
        }
        run(frame.extended_data(), frame.nb_samples(), into);
    }

    /** Adds what was held back for the filter. */
    void flush(ByteArrayOutputStream into) throws IOException {
        if (context != null) {
            run(null, 0, into);
        }
    }

    private boolean isOther(AVFrame frame) {
        return frame.sample_rate() != inRate
                || frame.format() != inFormat
                || av_channel_layout_compare(frame.ch_layout(), inLayout) != 0;
    }

    private void open(AVFrame frame) throws IOException {
        if (context != null) {
            swr_free(context);
        }
        inRate = frame.sample_rate();
        inFormat = frame.format();
        av_channel_layout_copy(inLayout, frame.ch_layout());
        SwrContext fresh = new SwrContext(null);
        int made =
                swr_alloc_set_opts2(
                        fresh,
                        outLayout,
                        AV_SAMPLE_FMT_S16,
                        WavWriter.SAMPLE_RATE,
                        inLayout,
                        inFormat,
                        inRate,
                        0,
                        null);
        if (made < 0 || swr_init(fresh) < 0) {
            throw new Refused(Wire.Refusal.UNKNOWN_CODEC);
        }
        context = fresh;
    }

    private void run(@Nullable PointerPointer<?> planes, int samples, ByteArrayOutputStream into)
            throws IOException {
        int most = swr_get_out_samples(context, samples);
        if (most < 0 || most > MOST_FRAME_SAMPLES) {
            throw new Refused(Wire.Refusal.NOTHING_DECODED);
        }
        int bytes = most * channels * 2;
        if (bytes > out.capacity()) {
            out.close();
            out = new BytePointer(bytes);
        }
        outPlanes.put(0, out);
        int made = swr_convert(context, outPlanes, most, planes, samples);
        if (made > 0) {
            byte[] converted = new byte[made * channels * 2];
            out.position(0).get(converted);
            into.write(converted);
        }
    }
}
