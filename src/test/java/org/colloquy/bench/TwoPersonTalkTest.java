package org.colloquy.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colloquy.bench.TwoPersonTalk.Piece;
import org.colloquy.speech.activity.Span;
import org.colloquy.speech.sound.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoPersonTalkTest {
    /** A tone of 200 Hz in silence: seconds of silence, tone, silence, tone, ... */
    private static float[] tone(double... seconds) {
        List<Float> samples = new ArrayList<>();
        for (int part = 0; part < seconds.length; part++) {
            for (int i = 0; i < seconds[part] * Sound.RATE; i++) {
                double value = Math.sin(2 * Math.PI * 200 * i / Sound.RATE) * 0.3;
                samples.add(part % 2 == 0 ? 0f : (float) value);
            }
        }
        float[] clip = new float[samples.size()];
        for (int i = 0; i < clip.length; i++) {
            clip[i] = samples.get(i);
        }
        return clip;
    }

    private static List<List<float[]>> voices() {
        List<float[]> voice = List.of(tone(0.1, 2, 0.1), tone(0, 3), tone(0.05, 0.4));
        return List.of(voice, voice);
    }

    private static List<Piece> talk(long seed, double overlaps) {
        return TwoPersonTalk.of(new Random(seed), voices(), 120, overlaps);
    }

    @Test
    void soundIsFoundInSilence() {
        float[] clip = tone(0.2, 1, 0.3, 0.5, 0.8, 0.4, 0.1);
        List<Span> spans = TalkSound.sounding(clip, 0.5);
        assertEquals(2, spans.size());
        assertEquals(0.2, spans.get(0).startSeconds(), 0.011);
        assertEquals(2.0, spans.get(0).endSeconds(), 0.011);
        assertEquals(2.8, spans.get(1).startSeconds(), 0.011);
        assertEquals(3.2, spans.get(1).endSeconds(), 0.011);
        assertEquals(3, TalkSound.sounding(clip, 0.1).size());
        assertEquals(List.of(), TalkSound.sounding(new float[8000], 0.5));
    }

    @Test
    void clipsAreCutAtPauses() {
        assertEquals(2, ClipCutter.clips(tone(0.2, 1, 0.3, 0.5), 0.2).size());
        assertEquals(1, ClipCutter.clips(tone(0.2, 1, 0.3, 0.1), 0.2).size());
        assertEquals(0, ClipCutter.clips(tone(0, 13), 0.2).size());
    }

    @Test
    void theSameSeedMakesTheSameTalk() {
        List<Piece> one = talk(7, 0.3);
        List<Piece> other = talk(7, 0.3);
        assertEquals(one.size(), other.size());
        for (int i = 0; i < one.size(); i++) {
            assertEquals(one.get(i).person(), other.get(i).person());
            assertEquals(one.get(i).startSeconds(), other.get(i).startSeconds());
            assertArrayEquals(one.get(i).samples(), other.get(i).samples());
        }
    }

    @Test
    void pausesAreAsPromisedAndBothSpeak() {
        List<Piece> pieces = talk(1, 0);
        assertEquals(2, pieces.stream().map(Piece::person).distinct().count());
        for (int i = 1; i < pieces.size(); i++) {
            double pause = pieces.get(i).startSeconds() - pieces.get(i - 1).endSeconds();
            assertTrue(pause >= 0.099 && pause <= 2.001, "pause of " + pause);
        }
    }

    @Test
    void somebodyBeginsBeforeTheOtherEnds() {
        List<Piece> pieces = talk(1, 1);
        for (int i = 1; i < pieces.size(); i++) {
            Piece before = pieces.get(i - 1);
            if (before.person() != pieces.get(i).person()) {
                assertTrue(pieces.get(i).startSeconds() < before.endSeconds());
                assertTrue(pieces.get(i).startSeconds() > before.startSeconds());
            }
        }
    }

    @Test
    void turnsLieWhereTheSoundIs() {
        List<Piece> pieces =
                List.of(
                        new Piece(0, 1, tone(0.1, 2, 0.1)),
                        new Piece(0, 3.5, tone(0, 1)),
                        new Piece(1, 5, tone(0.05, 0.4)));
        List<SpeakerTurn> turns = TwoPersonTalk.turns(pieces, List.of("a", "b"));
        assertEquals(
                List.of(
                        "SPEAKER talk 1 1.100 3.400 <NA> <NA> a <NA> <NA>",
                        "SPEAKER talk 1 5.050 0.400 <NA> <NA> b <NA> <NA>"),
                MakeTalk.rttm("talk", turns));
    }

    @Test
    void theOtherMicrophoneHearsLess() {
        List<Piece> pieces = List.of(new Piece(0, 0, tone(0, 2)));
        float[][] heard = TalkRoom.twoMicrophones(pieces, 15, 0, 6, new Random(1));
        double difference =
                20
                        * Math.log10(
                                TalkSound.rms(heard[0], 0, 32000)
                                        / TalkSound.rms(heard[1], 0, 32000));
        assertEquals(21, difference, 0.2);
    }

    @Test
    void whatIsWrittenIsReadAgain(@TempDir Path folder) throws IOException {
        Path wav = folder.resolve("tone.wav");
        float[] clip = tone(0.1, 0.2);
        TalkSound.write(wav, clip);
        assertArrayEquals(clip, TalkSound.read(wav), 1e-4f);
        TalkSound.write(wav, clip, clip);
        try (Sound sound = Sound.open(wav)) {
            assertEquals(2, sound.channels());
            assertEquals(clip.length, sound.length());
        }
    }
}
