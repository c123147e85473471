package org.colloquy.bench.truth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.colloquy.bench.noise.Noise;
import org.colloquy.bench.noise.Signal;

/**
 * Sound of which is known what is said in it.
 *
 * @param sound as loud as a good recording
 * @param utterances in order; where the places are not known, one that fills the sound
 */
record Talk(Signal sound, List<Utterance> utterances) {
    record Utterance(double startSeconds, double endSeconds, String text) {
        /** An answer of a word or two, the kind that is lost most easily. */
        boolean isShort() {
            return text.split(" ").length <= 2;
        }
    }

    /** How a conversation goes. */
    enum Pace {
        /** Turns follow each other within a second. */
        BRISK(0.3, 1.0),
        /** Long pauses for thought, in which short answers stand alone. */
        SPARSE(2.5, 6);

        private final double shortest;
        private final double longest;

        Pace(double shortest, double longest) {
            this.shortest = shortest;
            this.longest = longest;
        }
    }

    Talk {
        utterances = List.copyOf(utterances);
    }

    /** Everything that is said. */
    String text() {
        return utterances.stream().map(Utterance::text).collect(Collectors.joining(" "));
    }

    static Talk of(Signal sound, String text) {
        return new Talk(sound.level(-20), List.of(new Utterance(0, sound.seconds(), text)));
    }

    /**
     * A conversation of two voices. Answers of a word or two are softer, by 4 to 12 dB.
     *
     * @param lines "A: ..." and "B: ..."
     */
    static Talk between(Voice a, Voice b, List<String> lines, Pace pace, Random random)
            throws IOException, InterruptedException {
        List<Signal> sounds = new ArrayList<>();
        List<Utterance> utterances = new ArrayList<>();
        double at = 0.5 + random.nextDouble();
        for (String line : lines) {
            Voice voice = line.startsWith("A") ? a : b;
            String text = line.substring(line.indexOf(':') + 1).strip();
            Signal sound = voice.say(text);
            Utterance utterance = new Utterance(at, at + sound.seconds(), text);
            double softer = utterance.isShort() ? 4 + 8 * random.nextDouble() : 0;
            sounds.add(sound.times(Math.pow(10, -softer / 20)));
            utterances.add(utterance);
            at = utterance.endSeconds + pace.shortest;
            at += (pace.longest - pace.shortest) * random.nextDouble();
        }
        Signal whole = new Signal(at);
        for (int i = 0; i < sounds.size(); i++) {
            whole.add(sounds.get(i), utterances.get(i).startSeconds(), 1);
        }
        return new Talk(whole, utterances);
    }

    /**
     * The same in a room that is never quite still.
     *
     * @param decibels louder or softer than now, noise and all
     * @param below how far the louder parts of the noise lie below those of the speech, in decibels
     */
    Talk in(Noise noise, double below, double decibels, long seed) {
        Signal heard = new Signal(sound.seconds()).add(sound);
        heard.add(noise.make(sound.seconds(), seed, -20 - below));
        return new Talk(heard.times(Math.pow(10, decibels / 20)).clipped(), utterances);
    }
}
