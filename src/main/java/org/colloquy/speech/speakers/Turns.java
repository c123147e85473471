package org.colloquy.speech.speakers;

import java.util.List;

/** Who speaks at each moment: the likeliest sequence (Viterbi), in which nobody flickers. */
final class Turns {
    /** What a change of speaker costs, in likeness: within speech, */
    private static final double CHANGE = 0.45;

    /** at a pause of no length, */
    private static final double CHANGE_AT_PAUSE = 0.12;

    /** and less the longer the pause is: it falls to a third in so many seconds. */
    private static final double PAUSE_SECONDS = 0.25;

    private Turns() {}

    /** Index of the speaker, one for each moment. */
    static int[] of(List<VoiceMoment> track, List<float[]> means) {
        int people = means.size();
        double[] best = new double[people];
        int[][] from = new int[track.size()][people];
        for (int i = 0; i < track.size(); i++) {
            VoiceMoment moment = track.get(i);
            double change = i == 0 ? 0 : change(track.get(i - 1), moment);
            double[] next = new double[people];
            int leader = leader(best);
            for (int person = 0; person < people; person++) {
                boolean stays = best[person] >= best[leader] - change;
                from[i][person] = stays ? person : leader;
                next[person] =
                        Math.max(best[person], best[leader] - change)
                                + moment.weight()
                                        * Voices.likeness(moment.voice(), means.get(person));
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

    private static double change(VoiceMoment before, VoiceMoment moment) {
        return before.phrase().equals(moment.phrase())
                ? CHANGE
                : CHANGE_AT_PAUSE * Math.exp(-moment.pauseSeconds() / PAUSE_SECONDS);
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
