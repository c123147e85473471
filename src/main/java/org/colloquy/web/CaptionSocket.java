package org.colloquy.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.javalin.websocket.WsConnectContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.speech.live.Caption;
import org.colloquy.speech.live.CaptionWord;
import org.colloquy.speech.live.LiveCaptions;
import org.colloquy.speech.live.LiveHearing;
import org.colloquy.speech.live.LiveListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One page that sends sound and gets captions. What comes is not trusted. */
final class CaptionSocket implements LiveListener {
    private static final Logger LOG = LoggerFactory.getLogger(CaptionSocket.class);

    /** Codes of closing; the page knows them (web/src/captions/connection.ts). */
    static final int ENDED = 1000;

    static final int WRONG = 1008;
    static final int TRY_LATER = 1013;
    static final int NOT_ALLOWED = 4401;
    static final int REPLACED = 4409;
    static final int GAVE_UP = 4503;

    /** The standard allows 123 bytes for a reason. */
    private static final int LONGEST_REASON = 123;

    private static final int SAMPLES_A_SECOND = 16_000;

    /** A page may send what waited while it was connecting; nobody speaks faster than time. */
    private static final int MOST_AHEAD_SECONDS = 15;

    /** So much a frame counts for at least: many small ones are a flood too. */
    private static final int LEAST_SAMPLES = SAMPLES_A_SECOND / 100;

    private static final long CHECK_EVERY_NANOS = 5_000_000_000L;

    /** What the page gets of one channel. */
    record Message(int channel, List<CaptionWord> fixed, List<CaptionWord> open) {}

    record StateMessage(
            State state, String message, String text, @JsonAnyGetter Map<String, Object> values) {}

    private final WsConnectContext context;
    private final Runnable stillAllowed;
    private final LongSupplier nanoTime = System::nanoTime;
    private final long begunNanos = nanoTime.getAsLong();
    private final long[] samples;
    private final AtomicBoolean closed = new AtomicBoolean();
    private long checkedNanos = begunNanos;
    private volatile @Nullable LiveHearing hearing;

    /**
     * @param stillAllowed throws a {@link Problem} where the person may not go on
     */
    CaptionSocket(WsConnectContext context, int channels, Runnable stillAllowed) {
        this.context = context;
        this.stillAllowed = stillAllowed;
        samples = new long[channels];
    }

    void begin(LiveCaptions captions, String language) {
        if (!asks()) {
            return;
        }
        try {
            LiveHearing begun = captions.open(language, samples.length, this);
            hearing = begun;
            if (closed.get()) {
                begun.close();
            }
        } catch (Problem refused) {
            state(State.UNAVAILABLE, refused.text());
            shut(TRY_LATER, refused.text().message());
        }
    }

    /** A frame: the number of the channel, then 16-bit samples, least significant byte first. */
    void sound(ByteBuffer frame) {
        LiveHearing to = hearing;
        if (closed.get() || to == null) {
            return;
        }
        int length = frame.remaining() - 1;
        int channel = length < 0 ? -1 : frame.get();
        if (channel < 0 || channel >= samples.length) {
            shut(WRONG, "A frame of sound begins with the number of its microphone.");
        } else if (length % 2 != 0) {
            shut(WRONG, "Sound comes in whole samples of two bytes.");
        } else if (isTooMuch(channel, length / 2)) {
            shut(WRONG, "Sound came faster than anybody can speak.");
        } else if (isAllowed()) {
            short[] piece = new short[length / 2];
            frame.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(piece);
            if (piece.length > 0) {
                to.hear(channel, piece);
            }
        }
    }

    private boolean isTooMuch(int channel, int more) {
        samples[channel] += Math.max(LEAST_SAMPLES, more);
        double seconds = (nanoTime.getAsLong() - begunNanos) / 1e9;
        return samples[channel] > (seconds + MOST_AHEAD_SECONDS) * SAMPLES_A_SECOND;
    }

    private boolean isAllowed() {
        long now = nanoTime.getAsLong();
        if (now - checkedNanos < CHECK_EVERY_NANOS) {
            return true;
        }
        checkedNanos = now;
        return asks();
    }

    private boolean asks() {
        try {
            stillAllowed.run();
            return true;
        } catch (Problem refused) {
            state(State.UNAVAILABLE, refused.text());
            shut(NOT_ALLOWED, refused.text().message());
            return false;
        }
    }

    void text(String text) {
        LiveHearing to = hearing;
        if (!text.equals("end")) {
            shut(WRONG, "The only word that is understood here is “end”.");
        } else if (to != null) {
            to.end();
        }
    }

    /** The session's captions go on in another window. */
    void replaced() {
        Text sentence = Text.of("Captions of this session are shown in another window now.");
        state(State.UNAVAILABLE, sentence);
        shut(REPLACED, sentence.message());
    }

    @Override
    public void said(int channel, Caption caption) {
        send(new Message(channel, caption.fixed(), caption.open()));
    }

    @Override
    public void state(State state, Text text) {
        send(new StateMessage(state, text.message(), text.text(), text.values()));
    }

    @Override
    public void over(boolean gaveUp) {
        shut(gaveUp ? GAVE_UP : ENDED, "");
    }

    private void send(Object message) {
        if (closed.get()) {
            return;
        }
        try {
            context.send(Json.write(message));
        } catch (RuntimeException gone) {
            LOG.debug("A page that is gone gets no captions", gone);
        }
    }

    private void shut(int code, String reason) {
        if (close()) {
            try {
                context.closeSession(code, cut(reason));
            } catch (RuntimeException gone) {
                LOG.debug("A page was gone before it was told so", gone);
            }
        }
    }

    private static String cut(String reason) {
        String cut = reason;
        while (cut.getBytes(StandardCharsets.UTF_8).length > LONGEST_REASON) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut;
    }

    /**
     * Ends the hearing.
     *
     * @return whether it was open
     */
    boolean close() {
        boolean wasOpen = closed.compareAndSet(false, true);
        LiveHearing last = hearing;
        if (last != null) {
            last.close();
        }
        return wasOpen;
    }
}
