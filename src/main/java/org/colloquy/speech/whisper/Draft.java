package org.colloquy.speech.whisper;

import java.util.List;

/**
 * The text of a window as it was written.
 *
 * @param logProbabilities of the ids and of the end after them
 */
record Draft(int[] ids, float[] logProbabilities) {
    Draft {
        if (logProbabilities.length != ids.length + 1) {
            throw new IllegalArgumentException(
                    ids.length + " ids, " + logProbabilities.length + " probabilities");
        }
    }

    /**
     * A term in place of some ids.
     *
     * @param from first of the ids it stands for
     * @param to after the last of them
     * @param ids of the term and of what links it to the rest
     * @param logProbabilities of these ids, as the engine gives them
     * @param gain logarithm of how much likelier it is than what stood there
     */
    record Change(int from, int to, int[] ids, float[] logProbabilities, double gain) {
        boolean overlaps(Change other) {
            return from < other.to && other.from < to;
        }
    }

    /** How likely ids stand where they do, the end included, as a logarithm. */
    double logProbability(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += logProbabilities[i];
        }
        return sum;
    }

    /** The id at a place, the end after the last. */
    int at(int place) {
        return place == ids.length ? Vocabulary.END : ids[place];
    }

    /**
     * @param changes in any order, none overlapping another
     */
    Draft with(List<Change> changes) {
        Draft draft = this;
        for (Change change :
                changes.stream().sorted((a, b) -> Integer.compare(b.from, a.from)).toList()) {
            draft = draft.with(change);
        }
        return draft;
    }

    private Draft with(Change change) {
        int more = change.ids.length - (change.to - change.from);
        int[] newIds = new int[ids.length + more];
        float[] newLogs = new float[newIds.length + 1];
        System.arraycopy(ids, 0, newIds, 0, change.from);
        System.arraycopy(logProbabilities, 0, newLogs, 0, change.from);
        System.arraycopy(change.ids, 0, newIds, change.from, change.ids.length);
        System.arraycopy(
                change.logProbabilities, 0, newLogs, change.from, change.logProbabilities.length);
        int rest = change.to + more;
        System.arraycopy(ids, change.to, newIds, rest, ids.length - change.to);
        System.arraycopy(logProbabilities, change.to, newLogs, rest, newLogs.length - rest);
        return new Draft(newIds, newLogs);
    }
}
