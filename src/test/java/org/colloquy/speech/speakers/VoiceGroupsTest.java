package org.colloquy.speech.speakers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colloquy.speech.activity.Span;
import org.junit.jupiter.api.Test;

class VoiceGroupsTest {
    private final Random random = new Random(7);

    /** A unit vector near the axis of a person; two persons are at right angles. */
    private float[] voice(int person) {
        float[] voice = new float[16];
        for (int i = 0; i < voice.length; i++) {
            voice[i] = (float) random.nextGaussian() * 0.08f;
        }
        voice[person] += 1;
        return Voices.mean(List.of(voice));
    }

    private VoiceMoment moment(
            double start, double seconds, double pause, int person, double from) {
        Span phrase = new Span(start, start + seconds);
        return new VoiceMoment(start + from, phrase, pause, voice(person));
    }

    private List<VoiceMoment> track(int... people) {
        List<VoiceMoment> track = new ArrayList<>();
        for (int person : people) {
            double start = track.size() * 0.4;
            for (int i = 0; i < 10; i++) {
                track.add(moment(start, 4, 0.1, person, i * 0.4));
            }
        }
        return track;
    }

    @Test
    void findsOutHowManySpeak() {
        assertEquals(1, VoiceGroups.means(track(0, 0), 0).size());
        assertEquals(2, VoiceGroups.means(track(0, 1, 0, 1), 0).size());
        assertEquals(4, VoiceGroups.means(track(0, 1, 2, 3, 0), 0).size());
    }

    @Test
    void anOddMomentIsNobody() {
        List<VoiceMoment> track = track(0, 1);
        track.add(moment(99, 1.6, 1, 5, 0.8));
        assertEquals(2, VoiceGroups.means(track, 0).size());
        assertEquals(2, VoiceGroups.means(track, 2).size());
    }

    @Test
    void aKnownNumberIsKept() {
        assertEquals(3, VoiceGroups.means(track(0, 0, 0), 3).size());
    }

    @Test
    void aShortAnswerIsHeardAfterAPause() {
        List<VoiceMoment> track = new ArrayList<>(track(0));
        track.add(moment(4.4, 0.4, 0.5, 1, 0.2));
        track.add(moment(5.4, 1.6, 0.5, 0, 0.8));
        int[] turns = Turns.of(track, List.of(voice(0), voice(1)));
        assertEquals(1, turns[10]);
        assertEquals(0, turns[11]);
    }

    @Test
    void manyMomentsAreSampled() {
        int[] people = new int[200];
        for (int i = 0; i < people.length; i++) {
            people[i] = i % 3;
        }
        assertEquals(3, VoiceGroups.means(track(people), 0).size());
    }

    @Test
    void turnsDoNotFlicker() {
        List<VoiceMoment> track = new ArrayList<>(track(0, 1));
        float[] between = Voices.mean(List.of(voice(0), voice(1), voice(1)));
        track.set(4, new VoiceMoment(1.6, track.get(4).phrase(), 0.1, between));
        int[] turns = Turns.of(track, List.of(voice(0), voice(1)));
        int[] wanted = new int[20];
        for (int i = 10; i < 20; i++) {
            wanted[i] = 1;
        }
        assertArrayEquals(wanted, turns);
    }

    @Test
    void theOrderOfPeopleDoesNotMatter() {
        List<VoiceMoment> track = track(0, 1, 0, 2, 1, 2);
        List<VoiceMoment> backwards = new ArrayList<>(track).reversed();
        for (int wanted : new int[] {0, 3}) {
            List<float[]> means = VoiceGroups.means(track, wanted);
            List<float[]> others = VoiceGroups.means(backwards, wanted);
            assertEquals(3, others.size());
            for (float[] mean : means) {
                long alike = others.stream().filter(it -> Voices.likeness(mean, it) > 0.99).count();
                assertEquals(1, alike);
            }
        }
    }

    @Test
    void thereAreNoMorePeopleThanMoments() {
        List<VoiceMoment> one = List.of(moment(0, 0.3, 0, 0, 0.15));
        assertEquals(1, VoiceGroups.means(one, 0).size());
        assertEquals(1, VoiceGroups.means(one, 20).size());
        List<VoiceMoment> two = List.of(one.getFirst(), moment(1, 0.3, 0.5, 1, 0.15));
        assertEquals(2, VoiceGroups.means(two, 5).size());
        assertEquals(1, VoiceGroups.means(two, 1).size());
    }
}
