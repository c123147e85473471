package org.colloquy.speech.speakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
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

    /** Words of one speaker differ by less than this, about 9 dB. */
    private static final double ONE_SPEAKER = 1;

    private final Sound sound;

    /**
     * @param sound with two channels
     */
    ChannelSpeakers(Sound sound) {
        this.sound = sound;
    }

    /** The channel of each word, 0 or 1. */
    List<Integer> of(List<Word> words, DoubleConsumer progress) {
        double[][] levels = new double[words.size()][];
        for (int i = 0; i < words.size(); i++) {
            levels[i] = levels(words.get(i));
            progress.accept(i / (double) words.size());
        }
        double balance = balance(levels);
        List<Integer> channels = new ArrayList<>();
        for (double[] level : levels) {
            channels.add(difference(level) > balance ? 0 : 1);
        }
        return channels;
    }

    /** Root mean square of both channels over the word. */
    private double[] levels(Word word) {
        double[] sums = new double[2];
        long start = Math.round(word.startSeconds() * Sound.RATE);
        long end = Math.max(start + PIECE, Math.round(word.endSeconds() * Sound.RATE));
        for (long at = start; at < end; at += PIECE) {
            short[] samples = sound.raw(at, PIECE);
            for (int i = 0; i < samples.length; i++) {
                sums[i & 1] += (double) samples[i] * samples[i];
            }
        }
        return new double[] {Math.sqrt(sums[0]), Math.sqrt(sums[1])};
    }

    /** How much louder the first channel is, as a logarithm. */
    private static double difference(double[] level) {
        return Math.log((level[0] + 1) / (level[1] + 1));
    }

    /**
     * The difference that parts the two speakers: half-way between the middles of both groups,
     * which corrects a microphone that is louder than the other.
     */
    static double balance(double[][] levels) {
        DoubleSummaryStatistics all =
                Arrays.stream(levels).mapToDouble(ChannelSpeakers::difference).summaryStatistics();
        if (levels.length == 0 || all.getMax() - all.getMin() < ONE_SPEAKER) {
            return 0;
        }
        double threshold = (all.getMax() + all.getMin()) / 2;
        for (int round = 0; round < 10; round++) {
            double[] sums = new double[2];
            int[] counts = new int[2];
            for (double[] level : levels) {
                double difference = difference(level);
                int group = difference > threshold ? 0 : 1;
                sums[group] += difference;
                counts[group]++;
            }
            if (counts[0] == 0 || counts[1] == 0) {
                return 0;
            }
            threshold = (sums[0] / counts[0] + sums[1] / counts[1]) / 2;
        }
        return threshold;
    }
}
