package org.colloquy.speech.speakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.colloquy.speech.Word;
import org.colloquy.speech.sound.Sound;

/**
 * Speakers by channel, where each has a microphone. Each channel also hears the other speaker
 * (crosstalk), so what counts is how much louder it is than it usually is, not how loud.
 */
final class ChannelSpeakers {
    private static final int PIECE = Sound.RATE / 10;

    /** Words nearer to the balance than this, 3 dB, go with the word beside them. */
    private static final double UNSURE = 0.35;

    /**
     * Two groups of words are two people where their middles lie so many times as far apart as the
     * words of one spread: the halves of one normal distribution come to 2.7, of an even one to
     * 3.5.
     */
    private static final double TWO_PEOPLE = 4;

    private static final int ROUNDS = 10;

    private final Sound sound;

    /**
     * @param sound with two channels
     */
    ChannelSpeakers(Sound sound) {
        this.sound = sound;
    }

    /** The channel of each word, 0 or 1. */
    List<Integer> of(List<Word> words, DoubleConsumer progress) {
        double[] differences = new double[words.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = difference(words.get(i));
            progress.accept(i / (double) differences.length);
        }
        return channels(words, differences);
    }

    /** How much louder the first channel is over the word, as a logarithm. */
    private double difference(Word word) {
        double[] sums = new double[2];
        long start = Math.round(word.startSeconds() * Sound.RATE);
        long end = Math.max(start + PIECE, Math.round(word.endSeconds() * Sound.RATE));
        for (long at = start; at < end; at += PIECE) {
            short[] samples = sound.raw(at, (int) Math.min(PIECE, end - at));
            for (int i = 0; i < samples.length; i++) {
                sums[i & 1] += (double) samples[i] * samples[i];
            }
        }
        return Math.log((Math.sqrt(sums[0]) + 1) / (Math.sqrt(sums[1]) + 1));
    }

    /**
     * @param differences how much louder the first channel is over each word, as a logarithm
     */
    static List<Integer> channels(List<Word> words, double[] differences) {
        double balance = balance(differences);
        List<Integer> channels = new ArrayList<>();
        for (int i = 0; i < differences.length; i++) {
            double difference = differences[surest(words, differences, balance, i)];
            channels.add(difference > balance ? 0 : 1);
        }
        return channels;
    }

    /** The word itself, or where it is unsure the nearer of its neighbours, if that is sure. */
    private static int surest(List<Word> words, double[] differences, double balance, int index) {
        if (Math.abs(differences[index] - balance) >= UNSURE) {
            return index;
        }
        int best = index;
        double nearest = Double.MAX_VALUE;
        for (int other : new int[] {index - 1, index + 1}) {
            if (other < 0
                    || other >= differences.length
                    || Math.abs(differences[other] - balance) < UNSURE) {
                continue;
            }
            Word first = words.get(Math.min(index, other));
            double apart = words.get(Math.max(index, other)).startSeconds() - first.endSeconds();
            if (apart < nearest) {
                nearest = apart;
                best = other;
            }
        }
        return best;
    }

    /**
     * The difference that parts the two speakers: half-way between the middles of both groups,
     * which corrects a microphone that is louder than the other; 0 where there is only one group.
     */
    static double balance(double[] differences) {
        if (differences.length == 0) {
            return 0;
        }
        double threshold =
                (Arrays.stream(differences).max().orElse(0)
                                + Arrays.stream(differences).min().orElse(0))
                        / 2;
        double[] means = new double[2];
        for (int round = 0; round < ROUNDS; round++) {
            int[] counts = new int[2];
            double[] sums = new double[2];
            for (double difference : differences) {
                int group = difference > threshold ? 0 : 1;
                sums[group] += difference;
                counts[group]++;
            }
            if (counts[0] == 0 || counts[1] == 0) {
                return 0;
            }
            means[0] = sums[0] / counts[0];
            means[1] = sums[1] / counts[1];
            threshold = (means[0] + means[1]) / 2;
        }
        double squares = 0;
        for (double difference : differences) {
            double apart = difference - means[difference > threshold ? 0 : 1];
            squares += apart * apart;
        }
        double spread = Math.sqrt(squares / differences.length);
        return means[0] - means[1] > TWO_PEOPLE * spread ? threshold : 0;
    }
}
