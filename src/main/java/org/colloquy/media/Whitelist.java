package org.colloquy.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_codec_is_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.av_codec_iterate;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** The few of FFmpeg's formats and codecs that a recording of speech comes in. */
final class Whitelist {
    private static final Set<String> FORMATS =
            Set.of(
                    "wav",
                    "w64",
                    "rf64",
                    "flac",
                    "ogg",
                    "matroska",
                    "webm",
                    "mov",
                    "mp4",
                    "m4a",
                    "3gp",
                    "3g2",
                    "mj2",
                    "mp3",
                    "aac",
                    "amr",
                    "amrnb",
                    "amrwb",
                    "aiff",
                    "caf",
                    "au",
                    "asf",
                    "avi",
                    "mpegts",
                    "mpeg");

    /** Files that only name other files: refused with a sentence of their own. */
    private static final Set<String> PLAYLISTS =
            Set.of(
                    "hls",
                    "applehttp",
                    "concat",
                    "dash",
                    "sdp",
                    "rtsp",
                    "rtp",
                    "imf",
                    "webm_dash_manifest",
                    "ismv");

    private static final Set<String> CODECS =
            Set.of(
                    "flac",
                    "vorbis",
                    "opus",
                    "libopus",
                    "aac",
                    "aac_fixed",
                    "aac_latm",
                    "mp1",
                    "mp1float",
                    "mp2",
                    "mp2float",
                    "mp3",
                    "mp3float",
                    "mp3adu",
                    "mp3adufloat",
                    "ac3",
                    "ac3_fixed",
                    "eac3",
                    "alac",
                    "amrnb",
                    "amrwb",
                    "libopencore_amrnb",
                    "libopencore_amrwb",
                    "wmav1",
                    "wmav2",
                    "wmapro",
                    "wmalossless",
                    "wmavoice",
                    "gsm",
                    "gsm_ms",
                    "speex",
                    "libspeex",
                    "adpcm_ms",
                    "adpcm_ima_wav",
                    "adpcm_ima_qt",
                    "g722",
                    "g723_1",
                    "g726",
                    "g726le",
                    "adpcm_yamaha");

    private Whitelist() {}

    static boolean isAllowed(AVInputFormat format) {
        return names(format).anyMatch(FORMATS::contains);
    }

    static boolean isPlaylist(AVInputFormat format) {
        return names(format).anyMatch(PLAYLISTS::contains);
    }

    private static java.util.stream.Stream<String> names(AVInputFormat format) {
        return Arrays.stream(format.name().getString().split(","));
    }

    /** For FFmpeg's option of that name. */
    static String formats() {
        return String.join(",", FORMATS);
    }

    /** For FFmpeg's option of that name: those above and all kinds of plain samples. */
    static String codecs() {
        Set<String> names = new TreeSet<>(CODECS);
        try (PointerPointer<Pointer> position = new PointerPointer<>(1)) {
            position.put(0, (Pointer) null);
            for (AVCodec codec = av_codec_iterate(position);
                    codec != null;
                    codec = av_codec_iterate(position)) {
                String name = codec.name().getString();
                if (codec.type() == AVMEDIA_TYPE_AUDIO
                        && av_codec_is_decoder(codec) != 0
                        && name.startsWith("pcm_")) {
                    names.add(name);
                }
            }
        }
        return String.join(",", names);
    }
}
