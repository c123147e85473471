package org.colloquy.media;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.colloquy.worker.Frame;
import org.colloquy.worker.WorkerChannel;
import org.jspecify.annotations.Nullable;

/** What the child process of this room does: decodes one file whose bytes it asks for. */
public final class MediaWorker {
    private static final long LARGEST_ALLOCATION = 256L << 20;
    private static final int SOUND_FRAME = 1 << 16;

    private final WorkerChannel channel;
    private final ByteArrayOutputStream sound = new ByteArrayOutputStream(2 * SOUND_FRAME);
    private final CutNoticer cutNoticer = new CutNoticer();
    private long mostSamples;
    private long samples;
    private int channels;
    private @Nullable Resampler resampler;

    private MediaWorker(WorkerChannel channel) {
        this.channel = channel;
    }

    public static void run(WorkerChannel channel) throws IOException, InterruptedException {
        new MediaWorker(channel).work();
    }

    private void work() throws IOException, InterruptedException {
        Frame open = channel.receive();
        ByteBuffer given = ByteBuffer.wrap(open.payload());
        long length = given.getLong();
        mostSamples = given.getLong();
        avutil.av_max_alloc(LARGEST_ALLOCATION);
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        avutil.setLogCallback(cutNoticer);
        try {
            decode(new PipeInput(channel, length));
        } catch (Refused refused) {
            channel.send(Wire.REFUSED, new byte[] {(byte) refused.refusal().ordinal()});
        }
    }

    private void decode(PipeInput input) throws IOException {
        try (Demuxer demuxer = new Demuxer(input)) {
            Decoder decoder = new Decoder(demuxer);
            decoder.decodeAll(frame -> take(frame, demuxer, decoder));
            Resampler used = resampler;
            if (used == null) {
                throw new Refused(Wire.Refusal.NOTHING_DECODED);
            }
            used.flush(sound);
            send();
            ByteBuffer done =
                    ByteBuffer.allocate(Integer.BYTES + 1)
                            .putInt(decoder.damaged())
                            .put((byte) (decoder.readFailed() || cutNoticer.cut ? 1 : 0));
            channel.send(Wire.DONE, done.array());
        }
    }

    private void take(AVFrame frame, Demuxer demuxer, Decoder decoder) throws IOException {
        Resampler used = resampler;
        if (used == null) {
            channels = frame.ch_layout().nb_channels() == 1 ? 1 : 2;
            used = new Resampler(channels);
            resampler = used;
            sendFacts(demuxer, decoder);
        }
        used.convert(frame, sound);
        if (sound.size() >= SOUND_FRAME) {
            send();
        }
    }

    private void sendFacts(Demuxer demuxer, Decoder decoder) throws IOException {
        ByteArrayOutputStream facts = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(facts);
        out.writeInt(channels);
        out.writeDouble(demuxer.claimedSeconds());
        out.writeUTF(demuxer.formatName());
        out.writeUTF(decoder.codecName());
        channel.send(Wire.FACTS, facts.toByteArray());
    }

    private void send() throws IOException {
        samples += sound.size() / (2L * channels);
        if (samples > mostSamples) {
            throw new Refused(Wire.Refusal.TOO_LONG);
        }
        byte[] all = sound.toByteArray();
        for (int start = 0; start < all.length; start += Frame.MAX_PAYLOAD) {
            channel.send(Wire.SOUND, all, start, Math.min(Frame.MAX_PAYLOAD, all.length - start));
        }
        sound.reset();
    }

    /** FFmpeg tells of a Matroska file that ends in the middle only in its log. */
    private static final class CutNoticer extends LogCallback {
        private volatile boolean cut;

        @Override
        public void call(int level, BytePointer message) {
            if (level <= avutil.AV_LOG_ERROR
                    && message.getString().contains("File ended prematurely")) {
                cut = true;
            }
        }
    }
}
