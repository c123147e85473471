package org.colloquy.speech.live;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.colloquy.speech.live.LiveMessage.Piece;
import org.colloquy.speech.sound.Sound;

/**
 * Sound that came and was not heard yet. Bounded: where a channel is too far behind, its old sound
 * goes and the newest stays, for captions that come late help nobody.
 */
final class Intake {
    /** Of one channel; what is more than this old is not worth a caption. */
    static final int MOST = 6 * Sound.RATE;

    /** What stays when sound is left out. */
    static final int NEWEST = Sound.RATE;

    /**
     * What was taken of one channel.
     *
     * @param skipped samples that are left out before these
     */
    record Taken(int channel, long skipped, short[] samples) {}

    private static final class Channel {
        private short[] waiting = new short[0];

        /** The place after the last sample that was taken, and the place of the first waiting. */
        private long heard;

        private long first;
        private boolean late;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private final Channel[] channels;
    private boolean ended;

    Intake(int channels) {
        this.channels = new Channel[channels];
        Arrays.setAll(this.channels, i -> new Channel());
    }

    void put(Piece piece) {
        lock.lock();
        try {
            Channel channel = channels[piece.channel()];
            long end = channel.first + channel.waiting.length;
            if (piece.from() > end) {
                channel.waiting = new short[0];
                channel.first = piece.from();
                channel.late |= end > 0;
            }
            int before = channel.waiting.length;
            channel.waiting = Arrays.copyOf(channel.waiting, before + piece.samples().length);
            System.arraycopy(piece.samples(), 0, channel.waiting, before, piece.samples().length);
            int length = channel.waiting.length;
            if (length > MOST) {
                channel.waiting = Arrays.copyOfRange(channel.waiting, length - NEWEST, length);
                channel.first += length - NEWEST;
                channel.late = true;
            }
            came.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will come. */
    void end() {
        lock.lock();
        try {
            ended = true;
            came.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether all is taken that there will ever be. */
    boolean isDone() {
        lock.lock();
        try {
            return ended && !waits();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until sound is there or nothing more will come, at most so long. */
    void await(long milliseconds) throws InterruptedException {
        lock.lock();
        try {
            if (!waits() && !ended) {
                boolean signalled = came.await(milliseconds, TimeUnit.MILLISECONDS);
                assert signalled || !signalled;
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean waits() {
        return Arrays.stream(channels).anyMatch(channel -> channel.waiting.length > 0);
    }

    /** What waits of that channel; perhaps nothing. */
    Taken take(int number) {
        lock.lock();
        try {
            Channel channel = channels[number];
            Taken taken = new Taken(number, channel.first - channel.heard, channel.waiting);
            channel.first += channel.waiting.length;
            channel.heard = channel.first;
            channel.waiting = new short[0];
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Whether sound was left out since this was asked before. */
    boolean leftOut() {
        lock.lock();
        try {
            boolean late = false;
            for (Channel channel : channels) {
                late |= channel.late;
                channel.late = false;
            }
            return late;
        } finally {
            lock.unlock();
        }
    }
}
