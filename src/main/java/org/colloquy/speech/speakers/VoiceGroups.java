package org.colloquy.speech.speakers;

import java.util.ArrayList;
import java.util.List;

/**
 * The voices of a recording, each the mean of its moments. Average linkage first makes more groups
 * than there are people; then the two groups whose joining costs least are joined, and all moments
 * given to the nearest mean, until there are as many as people, or until all are unlike and each
 * has a share of the talk.
 *
 * <p>The numbers here were found on some fifty talks spliced from twenty voices (real and
 * synthesised, with noise, echo and short answers); see src/decisions/011.
 */
final class VoiceGroups {
    /** Moments less alike than this do not begin in one group. */
    private static final double ONE_GROUP = 0.70;

    /** Two means more alike than this are one person, where the number is to be found out. */
    private static final double ONE_PERSON = 0.80;

    private static final int MOST_PEOPLE = 6;

    /** Groups to begin with. */
    private static final int MOST_GROUPS = 20;

    /** Linkage takes the square of so many of memory and time. */
    private static final int MOST_SAMPLES = 800;

    /** Fewer moments, or a smaller share of all, are a cough or two people at once, no person. */
    private static final int LEAST_MOMENTS = 3;

    private static final double LEAST_SHARE = 0.015;

    /** Nobody says less of the whole, where the number of people is found out. */
    private static final double LEAST_SHARE_OF_A_PERSON = 0.02;

    /** A shorter phrase is not enough to say what a voice is like, */
    private static final double CLEAR_SECONDS = 0.6;

    /** nor a shorter one whether it is somebody not heard before: short ones differ more. */
    private static final double SURE_SECONDS = 1;

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
        List<float[]> voices =
                lasting(track, wanted == 0 ? SURE_SECONDS : CLEAR_SECONDS).stream()
                        .map(VoiceMoment::voice)
                        .toList();
        VoiceGroups groups = new VoiceGroups(sample(voices), wanted);
        return refined(voices, groups.joined());
    }

    /** Moments long enough to say whose voice it is, unless hardly any is. */
    private static List<VoiceMoment> lasting(List<VoiceMoment> track, double seconds) {
        List<VoiceMoment> lasting = track.stream().filter(it -> it.lasts(seconds)).toList();
        return lasting.size() < LEAST_MOMENTS + 1 ? track : lasting;
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
        while (means.size() > 1 && !enough(means)) {
            int[] counts = counts(means);
            int[] pair = cheapest(means, counts);
            float[] one = means.get(pair[0]);
            float[] other = means.get(pair[1]);
            float[] both = Voices.weighted(one, counts[pair[0]], other, counts[pair[1]]);
            List<float[]> fewer = new ArrayList<>(means);
            fewer.remove(pair[1]);
            fewer.remove(pair[0]);
            fewer.add(both);
            means = refined(voices, fewer);
        }
        return means;
    }

    /**
     * Whether these are the people: so many as wanted, or all unlike and nobody without a share.
     */
    private boolean enough(List<float[]> means) {
        if (wanted > 0 || means.size() > MOST_PEOPLE) {
            return wanted > 0 && means.size() <= wanted;
        }
        double least = Math.max(LEAST_MOMENTS, voices.size() * LEAST_SHARE_OF_A_PERSON);
        for (int count : counts(means)) {
            if (count < least) {
                return false;
            }
        }
        for (int i = 0; i < means.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (Voices.likeness(means.get(i), means.get(k)) >= ONE_PERSON) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Groups to begin with: at least as many as people are wanted. */
    private List<float[]> first() {
        Linkage linkage = Linkage.of(voices);
        int enough = wanted > 0 ? wanted : MOST_PEOPLE;
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

    /**
     * The two groups whose joining adds least to the spread within groups (Ward's criterion).
     *
     * @return two indices, the smaller first
     */
    private static int[] cheapest(List<float[]> means, int[] counts) {
        int[] best = {0, 1};
        double least = Double.MAX_VALUE;
        for (int i = 0; i < means.size(); i++) {
            for (int k = i + 1; k < means.size(); k++) {
                double weight = (double) counts[i] * counts[k] / Math.max(1, counts[i] + counts[k]);
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
