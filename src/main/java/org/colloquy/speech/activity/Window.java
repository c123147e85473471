package org.colloquy.speech.activity;

import java.util.List;
import org.colloquy.speech.sound.Sound;

/**
 * What a recogniser hears at once: stretches of the recording joined together, long silences
 * between them left out.
 *
 * @param pieces in order, apart from each other
 */
public record Window(List<Piece> pieces) {

    /** In samples of the recording. */
    public record Piece(long start, int length) {
        public long end() {
            return start + length;
        }
    }

    public Window {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("A window needs sound");
        }
    }

    /** Samples in all. */
    public int length() {
        return pieces.stream().mapToInt(Piece::length).sum();
    }

    public double seconds() {
        return length() / (double) Sound.RATE;
    }

    /** The joined samples as the mean of the channels, then silence up to the given count. */
    public float[] samples(Sound sound, int count) {
        float[] samples = new float[count];
        int at = 0;
        for (Piece piece : pieces) {
            float[] part = sound.mix(piece.start(), piece.length());
            System.arraycopy(part, 0, samples, at, part.length);
            at += part.length;
        }
        return samples;
    }

    /** Where in the recording a moment of the window is; at a joint the later piece is meant. */
    public double startInRecording(double seconds) {
        double left = seconds * Sound.RATE;
        for (Piece piece : pieces) {
            if (left < piece.length()) {
                return (piece.start() + Math.max(0, left)) / Sound.RATE;
            }
            left -= piece.length();
        }
        return pieces.getLast().end() / (double) Sound.RATE;
    }

    /** As {@link #startInRecording}, but at a joint the earlier piece is meant. */
    public double endInRecording(double seconds) {
        double left = seconds * Sound.RATE;
        for (Piece piece : pieces) {
            if (left <= piece.length()) {
                return (piece.start() + Math.max(0, left)) / Sound.RATE;
            }
            left -= piece.length();
        }
        return pieces.getLast().end() / (double) Sound.RATE;
    }
}
