package org.colloquy.media;

import static org.bytedeco.ffmpeg.global.avformat.av_probe_input_buffer2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * An opened file and its first sound track. Only the formats and codecs of {@link Whitelist} are
 * tried, no protocol at all is allowed, and a file that asks for another file is not given it.
 */
final class Demuxer implements AutoCloseable {
    private static final int MOST_TRACKS = 64;

    private final PipeInput input;
    private final AVFormatContext format;
    private final RefuseToOpen refuseToOpen = new RefuseToOpen();
    private final AVStream sound;

    Demuxer(PipeInput input) throws IOException {
        this.input = input;
        AVInputFormat found = probe(input);
        format = avformat_alloc_context();
        format.pb(input.context());
        format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
        format.io_open(refuseToOpen);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "protocol_whitelist", "none", 0);
        av_dict_set(options, "format_whitelist", Whitelist.formats(), 0);
        av_dict_set(options, "codec_whitelist", Whitelist.codecs(), 0);
        av_dict_set(options, "max_streams", Integer.toString(MOST_TRACKS), 0);
        int opened = avformat_open_input(format, "", found, options);
        av_dict_free(options);
        if (opened < 0) {
            // avformat_open_input has freed the context.
            input.checkPipe();
            throw new Refused(Wire.Refusal.NOT_MEDIA);
        }
        ignoreAllButSound();
        if (avformat_find_stream_info(format, (PointerPointer<?>) null) < 0) {
            input.checkPipe();
        }
        ignoreAllButSound();
        sound = firstSound();
    }

    private static AVInputFormat probe(PipeInput input) throws IOException {
        try (PointerPointer<AVInputFormat> found = new PointerPointer<>(1)) {
            found.put(0, (Pointer) null);
            int score =
                    av_probe_input_buffer2(input.context(), found, (BytePointer) null, null, 0, 0);
            input.checkPipe();
            AVInputFormat format = found.get(AVInputFormat.class, 0);
            if (score < 0 || format == null || format.isNull()) {
                throw new Refused(Wire.Refusal.NOT_MEDIA);
            }
            if (Whitelist.isPlaylist(format)) {
                throw new Refused(Wire.Refusal.PLAYLIST);
            }
            if (!Whitelist.isAllowed(format)) {
                throw new Refused(Wire.Refusal.NOT_MEDIA);
            }
            return format;
        }
    }

    private void ignoreAllButSound() {
        for (int i = 0; i < format.nb_streams(); i++) {
            if (format.streams(i).codecpar().codec_type() != AVMEDIA_TYPE_AUDIO) {
                format.streams(i).discard(avcodec.AVDISCARD_ALL);
            }
        }
    }

    private AVStream firstSound() throws Refused {
        boolean picture = false;
        for (int i = 0; i < format.nb_streams(); i++) {
            int type = format.streams(i).codecpar().codec_type();
            if (type == AVMEDIA_TYPE_AUDIO) {
                return format.streams(i);
            }
            picture |= type == AVMEDIA_TYPE_VIDEO;
        }
        throw new Refused(picture ? Wire.Refusal.NO_SOUND : Wire.Refusal.NOT_MEDIA);
    }

    AVStream sound() {
        return sound;
    }

    /** FFmpeg's names of the format, with commas between. */
    String formatName() {
        return format.iformat().name().getString();
    }

    /**
     * How long the sound track claims to last; 0 where the file does not say, only lets it be
     * guessed from the bit rate, or tells the time of its pictures alone.
     */
    double claimedSeconds() {
        if (format.duration_estimation_method() == avformat.AVFMT_DURATION_FROM_BITRATE) {
            return 0;
        }
        if (sound.duration() > 0 && sound.duration() != avutil.AV_NOPTS_VALUE) {
            return sound.duration() * avutil.av_q2d(sound.time_base());
        }
        boolean onlySound = format.nb_streams() == 1;
        return onlySound && format.duration() > 0 ? format.duration() / 1e6 : 0;
    }

    /**
     * Reads the next packet of the sound track.
     *
     * @return 0, or FFmpeg's error: AVERROR_EOF at the end
     */
    int read(AVPacket packet) throws IOException {
        while (true) {
            int result = avformat.av_read_frame(format, packet);
            input.checkPipe();
            if (result < 0 || packet.stream_index() == sound.index()) {
                return result;
            }
            avcodec.av_packet_unref(packet);
        }
    }

    @Override
    public void close() {
        avformat_close_input(format);
    }

    /** A file that names another file is told that it may not be opened. */
    private static final class RefuseToOpen
            extends AVFormatContext
                    .Io_open_AVFormatContext_PointerPointer_BytePointer_int_PointerPointer {
        @Override
        public int call(
                AVFormatContext context,
                PointerPointer opened,
                BytePointer url,
                int flags,
                PointerPointer options) {
            return avutil.AVERROR_EACCES();
        }
    }
}
