package org.colloquy.speech.speakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Average linkage: the two groups that are most alike (mean likeness of their members) are joined,
 * again and again, until all are one.
 */
final class Linkage {
    /** The likeness at each joining, from the first to the last. */
    private final double[] likeness;

    private final int[][] joined;
    private final int size;

    private Linkage(int size, double[] likeness, int[][] joined) {
        this.size = size;
        this.likeness = likeness;
        this.joined = joined;
    }

    static Linkage of(List<float[]> voices) {
        int size = voices.size();
        double[][] like = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                like[i][k] = Voices.likeness(voices.get(i), voices.get(k));
                like[k][i] = like[i][k];
            }
        }
        int[] members = new int[size];
        Arrays.fill(members, 1);
        boolean[] gone = new boolean[size];
        int[] nearest = new int[size];
        for (int i = 0; i < size; i++) {
            nearest[i] = nearest(i, like, gone);
        }
        double[] heights = new double[Math.max(0, size - 1)];
        int[][] joined = new int[heights.length][];
        for (int step = 0; step < heights.length; step++) {
            int a = -1;
            for (int i = 0; i < size; i++) {
                if (!gone[i] && (a < 0 || like[i][nearest[i]] > like[a][nearest[a]])) {
                    a = i;
                }
            }
            int b = nearest[a];
            heights[step] = like[a][b];
            joined[step] = new int[] {a, b};
            gone[b] = true;
            for (int i = 0; i < size; i++) {
                if (!gone[i] && i != a) {
                    like[a][i] =
                            (like[a][i] * members[a] + like[b][i] * members[b])
                                    / (members[a] + members[b]);
                    like[i][a] = like[a][i];
                }
            }
            members[a] += members[b];
            for (int i = 0; i < size; i++) {
                if (!gone[i] && (i == a || nearest[i] == a || nearest[i] == b)) {
                    nearest[i] = nearest(i, like, gone);
                }
            }
        }
        return new Linkage(size, heights, joined);
    }

    private static int nearest(int of, double[][] like, boolean[] gone) {
        int best = -1;
        for (int i = 0; i < like.length; i++) {
            if (i != of && !gone[i] && (best < 0 || like[of][i] > like[of][best])) {
                best = i;
            }
        }
        return best;
    }

    /** How many groups there are when no two are more alike than that. */
    int groupsAt(double leastLikeness) {
        int groups = size;
        for (double one : likeness) {
            if (one < leastLikeness) {
                break;
            }
            groups--;
        }
        return groups;
    }

    /** Members of each group, largest group first, when there are so many groups. */
    List<List<Integer>> groups(int count) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            groups.add(new ArrayList<>(List.of(i)));
        }
        for (int step = 0; step < size - count; step++) {
            groups.get(joined[step][0]).addAll(groups.get(joined[step][1]));
            groups.get(joined[step][1]).clear();
        }
        groups.removeIf(List::isEmpty);
        groups.sort((a, b) -> Integer.compare(b.size(), a.size()));
        return groups;
    }
}
