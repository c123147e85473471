package org.colloquy.speech.speakers;

import java.util.List;

/** Who speaks at each moment: the likeliest sequence (Viterbi), in which nobody flickers. */
final class Turns {
    /** What a change of speaker costs, in likeness: more within speech than after a pause. */
    private static final double CHANGE = 0.3;

    private static final double CHANGE_AFTER_PAUSE = 0.05;

    private Turns() {}

    /** Index of the speaker, one for each moment. */
    static int[] of(List<VoiceMoment> track, List<float[]> means) {
        int people = means.size();
        double[] best = new double[people];
        int[][] from = new int[track.size()][people];
        for (int i = 0; i < track.size(); i++) {
            boolean pause = i > 0 && track.get(i).span() != track.get(i - 1).span();
            double change = pause ? CHANGE_AFTER_PAUSE : CHANGE;
            double[] next = new double[people];
            int leader = leader(best);
            for (int person = 0; person < people; person++) {
                boolean stays = best[person] >= best[leader] - change;
                from[i][person] = stays ? person : leader;
                next[person] =
                        Math.max(best[person], best[leader] - change)
                                + Voices.likeness(track.get(i).voice(), means.get(person));
            }
            best = next;
        }
        int[] turns = new int[track.size()];
        int person = leader(best);
        for (int i = track.size() - 1; i >= 0; i--) {
            turns[i] = person;
            person = from[i][person];
        }
        return turns;
    }

    private static int leader(double[] values) {
        int leader = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[leader]) {
                leader = i;
            }
        }
        return leader;
    }
}
