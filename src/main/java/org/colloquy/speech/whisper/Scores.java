package org.colloquy.speech.whisper;

/** How likely each id is to follow. */
final class Scores {
    /** What is less likely than the best by e^-16 adds nothing to a sum of 51,865 of them. */
    private static final float NEGLIGIBLE = 16;

    private static final int UNKNOWN = -1;

    private final float[] logits;

    /**
     * Found once: each look at all ids takes as long as a tenth of what the model does for them.
     */
    private int best = UNKNOWN;

    private double logSum = Double.NaN;

    /**
     * @param logits one for each id, changed by {@link #suppress} and by nobody else
     */
    Scores(float[] logits) {
        this.logits = logits;
    }

    void suppress(int[] ids) {
        for (int id : ids) {
            logits[id] = Float.NEGATIVE_INFINITY;
        }
        best = UNKNOWN;
        logSum = Double.NaN;
    }

    int best() {
        if (best == UNKNOWN) {
            int likeliest = 0;
            float most = logits[0];
            for (int id = 1; id < logits.length; id++) {
                if (logits[id] > most) {
                    most = logits[id];
                    likeliest = id;
                }
            }
            best = likeliest;
        }
        return best;
    }

    double logProbability(int id) {
        if (Double.isNaN(logSum)) {
            logSum = logSum(1);
        }
        return logits[id] - logSum;
    }

    /** An id by chance, likelier ones more often. */
    int draw(double temperature, double chance) {
        double most = logits[best()];
        double wanted = chance * Math.exp(logSum(temperature) - most / temperature);
        double sum = 0;
        for (int id = 0; id < logits.length; id++) {
            if (most - logits[id] < NEGLIGIBLE * temperature) {
                sum += Math.exp((logits[id] - most) / temperature);
                if (sum >= wanted) {
                    return id;
                }
            }
        }
        return best();
    }

    /** Logarithm of the sum of all e^(logit / temperature). */
    private double logSum(double temperature) {
        float most = logits[best()];
        double sum = 0;
        for (float logit : logits) {
            if (most - logit < NEGLIGIBLE * temperature) {
                sum += Math.exp((logit - most) / temperature);
            }
        }
        return most / temperature + Math.log(sum);
    }
}
