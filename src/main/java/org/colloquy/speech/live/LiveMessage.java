package org.colloquy.speech.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.colloquy.common.Json;
import org.colloquy.common.Text;
import org.colloquy.worker.Frame;

/** What goes between the parent and the captions' worker: JSON, except sound. */
sealed interface LiveMessage {
    /**
     * Parent to worker, first and once.
     *
     * @param engine "vosk" or "whisper"
     * @param modelFolder where the model lies
     */
    record Order(
            String engine,
            String model,
            String modelFolder,
            String voiceActivity,
            String language,
            int channels)
            implements LiveMessage {}

    /**
     * Parent to worker: some sound of one channel.
     *
     * @param from number of its first sample since the channel began; more than was sent: what is
     *     between was left out
     */
    record Piece(int channel, long from, short[] samples) implements LiveMessage {}

    /** Parent to worker, last: nothing more comes. */
    record End() implements LiveMessage {}

    /** Worker to parent: the engine is loaded. */
    record Ready() implements LiveMessage {}

    /** Worker to parent. */
    record Said(int channel, Caption caption) implements LiveMessage {}

    /**
     * Worker to parent, every second while it lives.
     *
     * @param behind it leaves out sound, or is late
     */
    record Beat(boolean behind) implements LiveMessage {}

    /** Worker to parent, last: it can never do what was ordered. */
    record Failed(Text sentence) implements LiveMessage {}

    /** Worker to parent, last: everything is said. */
    record Ended() implements LiveMessage {}

    List<Class<? extends LiveMessage>> FORMS =
            List.of(
                    Order.class,
                    Piece.class,
                    End.class,
                    Ready.class,
                    Said.class,
                    Beat.class,
                    Failed.class,
                    Ended.class);

    default int type() {
        return FORMS.indexOf(getClass()) + 1;
    }

    default byte[] payload() {
        return this instanceof Piece piece
                ? bytes(piece)
                : Json.write(this).getBytes(StandardCharsets.UTF_8);
    }

    static LiveMessage read(Frame frame) {
        Class<? extends LiveMessage> form = FORMS.get(frame.type() - 1);
        return form == Piece.class ? piece(frame.payload()) : Json.read(frame.text(), form);
    }

    private static byte[] bytes(Piece piece) {
        ByteBuffer bytes = little(ByteBuffer.allocate(9 + 2 * piece.samples.length));
        bytes.put((byte) piece.channel).putLong(piece.from);
        bytes.asShortBuffer().put(piece.samples);
        return bytes.array();
    }

    private static Piece piece(byte[] payload) {
        ByteBuffer bytes = little(ByteBuffer.wrap(payload));
        int channel = bytes.get();
        long from = bytes.getLong();
        short[] samples = new short[bytes.remaining() / 2];
        bytes.asShortBuffer().get(samples);
        return new Piece(channel, from, samples);
    }

    private static ByteBuffer little(ByteBuffer bytes) {
        return bytes.order(ByteOrder.LITTLE_ENDIAN);
    }
}
