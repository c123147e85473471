package org.colloquy.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.common.Cancellation;

/**
 * Puts listening copies and silence behind one another into one, block by block. Where one of them
 * has two channels the whole has two, and the sound of a single one is in both.
 */
final class Timeline {
    private static final int BLOCK_FRAMES = 1 << 15;
    private static final int SAMPLE_BYTES = Short.BYTES;

    private final List<TimelinePiece> pieces;
    private final int channels;
    private final Cancellation cancellation;

    Timeline(List<TimelinePiece> pieces, Cancellation cancellation) throws IOException {
        this.pieces = pieces;
        this.cancellation = cancellation;
        int most = 1;
        for (TimelinePiece piece : pieces) {
            if (piece instanceof TimelinePiece.Copy(Path wav)) {
                most = Math.max(most, channelsOf(wav));
            }
        }
        this.channels = most;
    }

    private static int channelsOf(Path wav) throws IOException {
        try (Excerpt file = Excerpt.whole(wav)) {
            int count =
                    file.read(WavWriter.CHANNELS_AT, SAMPLE_BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getShort(0);
            if (count != 1 && count != 2) {
                throw new IOException(wav.getFileName() + " is no listening copy");
            }
            return count;
        }
    }

    /** How long it will be, without writing it. */
    double seconds() throws IOException {
        double seconds = 0;
        for (TimelinePiece piece : pieces) {
            seconds +=
                    switch (piece) {
                        case TimelinePiece.Silence(double length) -> length;
                        case TimelinePiece.Copy(Path wav) ->
                                frames(wav) / (double) WavWriter.SAMPLE_RATE;
                    };
        }
        return seconds;
    }

    private static long frames(Path wav) throws IOException {
        try (FileChannel file = FileChannel.open(wav, StandardOpenOption.READ)) {
            return (file.size() - WavWriter.HEADER) / (SAMPLE_BYTES * channelsOf(wav));
        }
    }

    /** Writes it; the sound has its waveform afterwards. */
    TimelineFacts write(Sound sound) throws IOException {
        List<Double> starts = new ArrayList<>();
        for (TimelinePiece piece : pieces) {
            starts.add(sound.seconds());
            switch (piece) {
                case TimelinePiece.Copy(Path wav) -> copy(wav, sound);
                case TimelinePiece.Silence(double seconds) ->
                        silence(Math.round(seconds * WavWriter.SAMPLE_RATE), sound);
            }
        }
        sound.finishAsItIs();
        return new TimelineFacts(sound.seconds(), channels, starts);
    }

    int channels() {
        return channels;
    }

    private void silence(long frames, Sound sound) throws IOException {
        for (long left = frames; left > 0; left -= BLOCK_FRAMES) {
            cancellation.check();
            sound.add(new byte[(int) Math.min(BLOCK_FRAMES, left) * channels * SAMPLE_BYTES]);
        }
    }

    private void copy(Path wav, Sound sound) throws IOException {
        int own = channelsOf(wav);
        int blockBytes = BLOCK_FRAMES * own * SAMPLE_BYTES;
        try (Excerpt file = Excerpt.whole(wav)) {
            long end = WavWriter.HEADER + frames(wav) * own * SAMPLE_BYTES;
            for (long at = WavWriter.HEADER; at < end; at += blockBytes) {
                cancellation.check();
                int length = (int) Math.min(blockBytes, end - at);
                byte[] samples = file.read(at, length).array();
                sound.add(own == channels ? samples : doubled(samples));
            }
        }
    }

    private static byte[] doubled(byte[] mono) {
        ByteBuffer both = ByteBuffer.allocate(2 * mono.length);
        for (int i = 0; i + 1 < mono.length; i += SAMPLE_BYTES) {
            both.put(mono, i, SAMPLE_BYTES).put(mono, i, SAMPLE_BYTES);
        }
        return both.array();
    }
}
