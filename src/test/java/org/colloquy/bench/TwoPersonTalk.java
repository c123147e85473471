package org.colloquy.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.colloquy.speech.activity.Span;
import org.colloquy.speech.sound.Sound;

/**
 * A talk of two people spliced from clips of their voices: long questions and short answers, now
 * and then a long answer, pauses of 0.1 to 2 s. Who speaks when is known because it was put there.
 */
final class TwoPersonTalk {
    /** Clips below this are answers such as "yes" or "no I didn't". */
    static final double SHORT_SECONDS = 1.2;

    /** Silences up to this long within a clip belong to its turn. */
    private static final double JOIN_SECONDS = 0.5;

    /** Somebody's clip from a time on. */
    record Piece(int person, double startSeconds, float[] samples) {
        double endSeconds() {
            return startSeconds + samples.length / (double) Sound.RATE;
        }
    }

    private final Random random;
    private final List<Bag> voices;
    private final double overlaps;
    private final List<Piece> pieces = new ArrayList<>();
    private double now = 0.5;

    private TwoPersonTalk(Random random, List<List<float[]>> clips, double overlaps) {
        this.random = random;
        this.voices = clips.stream().map(of -> new Bag(of, random)).toList();
        this.overlaps = overlaps;
    }

    /**
     * @param clips of the person who asks and of the one who answers
     * @param overlaps the share of changes at which the next begins before the other has ended
     */
    static List<Piece> of(
            Random random, List<List<float[]>> clips, double seconds, double overlaps) {
        TwoPersonTalk talk = new TwoPersonTalk(random, clips, overlaps);
        while (talk.now < seconds) {
            talk.exchange();
        }
        return talk.pieces;
    }

    /** A question and what is said to it. */
    private void exchange() {
        speak(0, 1 + random.nextInt(3), false);
        change();
        double kind = random.nextDouble();
        if (kind < 0.5) {
            speak(1, 1 + random.nextInt(2), true);
        } else if (kind < 0.85) {
            speak(1, 1 + random.nextInt(4), false);
        } else {
            speak(1, 1, true);
            change();
            speak(0, 1, false);
            change();
            speak(1, 1 + random.nextInt(2), false);
        }
        change();
    }

    private void speak(int person, int count, boolean brief) {
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                now += 0.1 + 0.7 * random.nextDouble();
            }
            Piece piece = new Piece(person, now, voices.get(person).next(brief));
            pieces.add(piece);
            now = piece.endSeconds();
        }
    }

    /** The other comes: after 0.1 to 2 s, short pauses more often, or before this one has ended. */
    private void change() {
        if (random.nextDouble() < overlaps) {
            Piece last = pieces.getLast();
            double length = last.endSeconds() - last.startSeconds();
            now -= Math.min(0.6 * length, 0.2 + 0.8 * random.nextDouble());
        } else {
            double part = random.nextDouble();
            now += 0.1 + 1.9 * part * part;
        }
    }

    /** Who speaks when, by the sound of the clips. */
    static List<SpeakerTurn> turns(List<Piece> pieces, List<String> names) {
        List<SpeakerTurn> turns = new ArrayList<>();
        for (Piece piece : pieces) {
            for (Span span : TalkSound.sounding(piece.samples(), JOIN_SECONDS)) {
                turns.add(
                        new SpeakerTurn(
                                names.get(piece.person()),
                                piece.startSeconds() + span.startSeconds(),
                                piece.startSeconds() + span.endSeconds()));
            }
        }
        List<SpeakerTurn> joined = new ArrayList<>();
        for (String name : names) {
            joined.addAll(
                    SpeakerTurn.joined(
                            turns.stream().filter(turn -> turn.speaker().equals(name)).toList(),
                            JOIN_SECONDS));
        }
        return joined;
    }

    /** Clips in random order, each again only when all were taken. */
    private static final class Bag {
        private final List<float[]> brief = new ArrayList<>();
        private final List<float[]> others = new ArrayList<>();
        private final List<float[]> briefLeft = new ArrayList<>();
        private final List<float[]> othersLeft = new ArrayList<>();
        private final Random random;

        Bag(List<float[]> clips, Random random) {
            this.random = random;
            for (float[] clip : clips) {
                boolean isBrief = clip.length < SHORT_SECONDS * Sound.RATE;
                (isBrief ? brief : others).add(clip);
            }
            if (others.isEmpty()) {
                throw new IllegalArgumentException("A voice needs clips of 1.2 s and more");
            }
        }

        float[] next(boolean isBrief) {
            return isBrief && !brief.isEmpty() ? next(brief, briefLeft) : next(others, othersLeft);
        }

        private float[] next(List<float[]> all, List<float[]> left) {
            if (left.isEmpty()) {
                left.addAll(all);
                Collections.shuffle(left, random);
            }
            return left.removeLast();
        }
    }
}
