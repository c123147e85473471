package org.colloquy.common;

import org.jspecify.annotations.Nullable;

/** Hears how far a long piece of work has come. Called often; must be quick. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (step, fraction) -> {};

    /**
     * @param step what is done now, for the person: "Reading the sound"
     * @param fraction 0..1 of the whole work, null while that is not known
     */
    void at(Text step, @Nullable Double fraction);

    /** Never told less than before: work that is begun anew does not undo what was done. */
    default Progress rising() {
        double[] most = {0};
        return (step, fraction) -> {
            if (fraction != null) {
                most[0] = Math.max(most[0], fraction);
            }
            at(step, fraction == null ? null : most[0]);
        };
    }

    /**
     * For a part of the work.
     *
     * @param from fraction of the whole where the part begins
     * @param to where it ends
     */
    default Progress part(double from, double to) {
        return (step, fraction) ->
                at(step, fraction == null ? null : from + fraction * (to - from));
    }
}
