package org.colloquy.speech.speakers;

import java.util.ArrayList;
import java.util.List;

/**
 * The voices of a recording, each the mean of its moments: average linkage over a sample of the
 * moments, then k-means over all of them.
 */
final class VoiceGroups {
    /**
     * Two groups less alike than this are two people. One voice has a mean likeness of 0.71 to 0.86
     * with itself, two voices 0.47 to 0.66 (meetings and studio, our own measurements).
     */
    private static final double ONE_PERSON = 0.66;

    private static final int MOST_PEOPLE = 6;

    /** Linkage takes the square of so many of memory and time. */
    private static final int MOST_SAMPLES = 800;

    /** Fewer moments, or a smaller share of all, are a cough or two people at once, no person. */
    private static final int LEAST_MOMENTS = 3;

    private static final double LEAST_SHARE = 0.02;
    private static final int ROUNDS = 10;

    private VoiceGroups() {}

    /**
     * @param wanted how many people; 0: to be found out
     * @return at least one mean voice, each of unit length; fewer than wanted where there are fewer
     *     moments
     */
    static List<float[]> means(List<VoiceMoment> track, int wanted) {
        List<float[]> voices = track.stream().map(VoiceMoment::voice).toList();
        List<float[]> sample = sample(voices);
        List<float[]> means = new ArrayList<>();
        for (List<Integer> group : groups(Linkage.of(sample), sample.size(), wanted)) {
            means.add(Voices.mean(group.stream().map(sample::get).toList()));
        }
        return refined(voices, means);
    }

    private static List<float[]> sample(List<float[]> voices) {
        if (voices.size() <= MOST_SAMPLES) {
            return voices;
        }
        List<float[]> sample = new ArrayList<>();
        for (int i = 0; i < MOST_SAMPLES; i++) {
            sample.add(voices.get((int) ((long) i * voices.size() / MOST_SAMPLES)));
        }
        return sample;
    }

    private static List<List<Integer>> groups(Linkage linkage, int size, int wanted) {
        int least = Math.max(LEAST_MOMENTS, (int) (size * LEAST_SHARE));
        if (wanted == 0) {
            List<List<Integer>> groups = linkage.groups(Math.max(1, linkage.groupsAt(ONE_PERSON)));
            int people = (int) groups.stream().filter(group -> group.size() >= least).count();
            return groups.subList(0, Math.clamp(people, 1, MOST_PEOPLE));
        }
        // Odd moments leave the tree first: go down until so many groups are large enough.
        for (int count = Math.min(wanted, size); count <= size; count++) {
            List<List<Integer>> groups = linkage.groups(count);
            boolean large = groups.stream().filter(one -> one.size() >= least).count() >= wanted;
            if (large) {
                return groups.subList(0, wanted);
            }
        }
        return linkage.groups(Math.min(wanted, size));
    }

    private static List<float[]> refined(List<float[]> voices, List<float[]> first) {
        List<float[]> means = first;
        for (int round = 0; round < ROUNDS; round++) {
            List<List<float[]>> members = new ArrayList<>();
            means.forEach(mean -> members.add(new ArrayList<>()));
            for (float[] voice : voices) {
                members.get(nearest(voice, means)).add(voice);
            }
            List<float[]> next = new ArrayList<>();
            for (int i = 0; i < means.size(); i++) {
                next.add(members.get(i).isEmpty() ? means.get(i) : Voices.mean(members.get(i)));
            }
            means = next;
        }
        return means;
    }

    static int nearest(float[] voice, List<float[]> means) {
        int best = 0;
        for (int i = 1; i < means.size(); i++) {
            if (Voices.likeness(voice, means.get(i)) > Voices.likeness(voice, means.get(best))) {
                best = i;
            }
        }
        return best;
    }
}
