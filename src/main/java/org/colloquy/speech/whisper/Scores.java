package org.colloquy.speech.whisper;

/**
 * How likely each id is to follow.
 *
 * @param logits one for each id, changed by {@link #suppress}
 */
record Scores(float[] logits) {
    /** What is less likely than the best by e^-16 adds nothing to a sum of 51,865 of them. */
    private static final float NEGLIGIBLE = 16;

    void suppress(boolean[] ids) {
        for (int id = 0; id < ids.length; id++) {
            if (ids[id]) {
                logits[id] = Float.NEGATIVE_INFINITY;
            }
        }
    }

    int best() {
        int best = 0;
        for (int id = 1; id < logits.length; id++) {
            if (logits[id] > logits[best]) {
                best = id;
            }
        }
        return best;
    }

    double logProbability(int id) {
        return logits[id] - logSum(1);
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
