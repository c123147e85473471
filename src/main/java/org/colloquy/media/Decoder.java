package org.colloquy.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** Decodes the sound track of a {@link Demuxer}, packet by packet; what is damaged is left out. */
final class Decoder {
    /** Hears of each decoded frame, which is valid during the call only. */
    @FunctionalInterface
    interface Listener {
        void decoded(AVFrame frame) throws IOException;
    }

    private final Demuxer demuxer;
    private final AVCodecContext context;
    private final String codecName;
    private int damaged;
    private boolean readFailed;

    Decoder(Demuxer demuxer) throws Refused {
        this.demuxer = demuxer;
        AVCodec codec = avcodec_find_decoder(demuxer.sound().codecpar().codec_id());
        if (codec == null) {
            throw new Refused(Wire.Refusal.UNKNOWN_CODEC);
        }
        codecName = codec.name().getString();
        context = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(context, demuxer.sound().codecpar());
        context.pkt_timebase(demuxer.sound().time_base());
        context.thread_count(1);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "codec_whitelist", Whitelist.codecs(), 0);
        int opened = avcodec_open2(context, codec, options);
        av_dict_free(options);
        if (opened < 0) {
            throw new Refused(Wire.Refusal.UNKNOWN_CODEC);
        }
    }

    String codecName() {
        return codecName;
    }

    /** Packets that could not be decoded. */
    int damaged() {
        return damaged;
    }

    /** True where reading stopped for another reason than the end of the file. */
    boolean readFailed() {
        return readFailed;
    }

    void decodeAll(Listener listener) throws IOException {
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        int read;
        while ((read = demuxer.read(packet)) >= 0) {
            decode(packet, frame, listener);
            av_packet_unref(packet);
        }
        readFailed = read != avutil.AVERROR_EOF();
        decode(null, frame, listener);
    }

    private void decode(@Nullable AVPacket packet, AVFrame frame, Listener listener)
            throws IOException {
        int sent = avcodec_send_packet(context, packet);
        if (sent < 0 && sent != avutil.AVERROR_EOF()) {
            damaged++;
            return;
        }
        while (true) {
            int received = avcodec_receive_frame(context, frame);
            if (received == avutil.AVERROR_EOF() || received == avutil.AVERROR_EAGAIN()) {
                return;
            }
            if (received < 0) {
                damaged++;
                return;
            }
            if (frame.nb_samples() > 0) {
                listener.decoded(frame);
            }
            av_frame_unref(frame);
        }
    }
}
