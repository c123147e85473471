package org.colloquy.speech.speakers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The voices of a recording, each the mean of its moments. Average linkage first makes more groups
 * than there are people and drops odd moments; then the two groups whose joining costs least are
 * joined, and all moments given to the nearest mean, until there are as many as people, or until no
 * two are alike enough to be one.
 *
 * <p>The numbers here were found on 33 dialogues spliced from twenty voices (real and synthesised,
 * with noise, echo and short answers), half of them held back; see src/decisions/011.
 */
final class VoiceGroups {
    /** Moments less alike than this do not begin in one group. */
    private static final double ONE_GROUP = 0.70;

    /** Two means more alike than this are one person, where the number is to be found out. */
    private static final double ONE_PERSON = 0.83;

    private static final int MOST_PEOPLE = 6;

    /** Groups to begin with. */
    private static final int MOST_GROUPS = 20;

    /** Linkage takes the square of so many of memory and time. */
    private static final int MOST_SAMPLES = 800;

    /** Fewer moments, or a smaller share of all, are a cough or two people at once, no person. */
    private static final int LEAST_MOMENTS = 3;

    private static final double LEAST_SHARE = 0.015;

    /** The same for a person at the end, where the number is found out. */
    private static final double LEAST_SHARE_OF_A_PERSON = 0.02;

    private static final int ROUNDS = 5;

    private final List<float[]> voices;
    private final int wanted;

    private VoiceGroups(List<float[]> voices, int wanted) {
        this.voices = voices;
        this.wanted = wanted;
    }

    /**
     * @param wanted how many people; 0: to be found out
     * @return at least one mean voice, each of unit length; fewer than wanted where there are fewer
     *     moments
     */
    static List<float[]> means(List<VoiceMoment> track, int wanted) {
        List<float[]> voices = clear(track).stream().map(VoiceMoment::voice).toList();
        VoiceGroups groups = new VoiceGroups(sample(voices), wanted);
        return refined(voices, groups.joined());
    }

    /** Moments long enough to say whose voice it is, unless hardly any is. */
    private static List<VoiceMoment> clear(List<VoiceMoment> track) {
        List<VoiceMoment> clear = track.stream().filter(VoiceMoment::isClear).toList();
        return clear.size() < LEAST_MOMENTS + 1 ? track : clear;
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

    private List<float[]> joined() {
        List<float[]> means = refined(voices, first());
        while (means.size() > Math.max(1, wanted)) {
            int[] counts = counts(means);
            int[] pair = cheapest(means, counts);
            float[] one = means.get(pair[0]);
            float[] other = means.get(pair[1]);
            if (wanted == 0 && Voices.likeness(one, other) < ONE_PERSON) {
                break;
            }
            float[] both = Voices.weighted(one, counts[pair[0]], other, counts[pair[1]]);
            List<float[]> fewer = new ArrayList<>(means);
            fewer.remove(pair[1]);
            fewer.remove(pair[0]);
            fewer.add(both);
            means = refined(voices, fewer);
        }
        return wanted == 0 ? people(means) : means;
    }

    /** Groups to begin with: at least as many as people are wanted. */
    private List<float[]> first() {
        Linkage linkage = Linkage.of(voices);
        int enough = Math.max(1, wanted);
        List<List<Integer>> all = linkage.groups(Math.max(1, linkage.groupsAt(ONE_GROUP)));
        int least = Math.max(LEAST_MOMENTS, (int) (voices.size() * LEAST_SHARE));
        List<List<Integer>> large = List.of();
        for (int floor = least; floor >= 1 && large.size() < enough; floor = smaller(floor)) {
            int size = floor;
            large = all.stream().filter(group -> group.size() >= size).toList();
        }
        if (large.size() < enough) {
            large = linkage.groups(Math.min(enough, voices.size()));
        }
        return large.stream()
                .limit(Math.max(MOST_GROUPS, enough))
                .map(group -> Voices.mean(group.stream().map(voices::get).toList()))
                .toList();
    }

    private static int smaller(int floor) {
        return floor > 2 ? 2 : floor - 1;
    }

    /** Those who say enough; where nobody does, all. */
    private List<float[]> people(List<float[]> means) {
        int[] counts = counts(means);
        double least = Math.max(LEAST_MOMENTS, voices.size() * LEAST_SHARE_OF_A_PERSON);
        List<Integer> most =
                IntStream.range(0, means.size())
                        .boxed()
                        .sorted(Comparator.comparingInt((Integer i) -> counts[i]).reversed())
                        .toList();
        List<Integer> people = most.stream().filter(i -> counts[i] >= least).toList();
        List<Integer> kept = people.isEmpty() ? most : people;
        return kept.stream().limit(MOST_PEOPLE).map(means::get).toList();
    }

    /**
     * The two groups to join: where the number is known those whose joining adds least to the
     * spread within groups (Ward's criterion), else the two most alike.
     *
     * @return two indices, the smaller first
     */
    private int[] cheapest(List<float[]> means, int[] counts) {
        int[] best = {0, 1};
        double least = Double.MAX_VALUE;
        for (int i = 0; i < means.size(); i++) {
            for (int k = i + 1; k < means.size(); k++) {
                double weight =
                        wanted == 0
                                ? 1
                                : (double) counts[i]
                                        * counts[k]
                                        / Math.max(1, counts[i] + counts[k]);
                double cost = weight * (1 - Voices.likeness(means.get(i), means.get(k)));
                if (cost < least) {
                    least = cost;
                    best = new int[] {i, k};
                }
            }
        }
        return best;
    }

    private int[] counts(List<float[]> means) {
        int[] counts = new int[means.size()];
        for (float[] voice : voices) {
            counts[nearest(voice, means)]++;
        }
        return counts;
    }

    /** k-means by likeness; a mean without members stays where it is. */
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

    private static int nearest(float[] voice, List<float[]> means) {
        int best = 0;
        double most = Voices.likeness(voice, means.getFirst());
        for (int i = 1; i < means.size(); i++) {
            double likeness = Voices.likeness(voice, means.get(i));
            if (likeness > most) {
                most = likeness;
                best = i;
            }
        }
        return best;
    }
}
