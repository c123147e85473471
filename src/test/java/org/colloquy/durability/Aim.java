package org.colloquy.durability;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a kill is meant to hit. */
enum Aim {
    ANY_MOMENT(62, 0, 700, null),
    START(8, 20, 700, null),
    BEGIN(8, 0, 15, LivePage.Step.BEGIN),
    CLOSE(12, 0, 25, LivePage.Step.CLOSE),
    PREPARE(10, 0, 1_000, LivePage.Step.CLOSED);

    private final int weight;
    private final int leastMillis;
    private final int mostMillis;
    private final LivePage.@Nullable Step step;

    Aim(int weight, int leastMillis, int mostMillis, LivePage.@Nullable Step step) {
        this.weight = weight;
        this.leastMillis = leastMillis;
        this.mostMillis = mostMillis;
        this.step = step;
    }

    static Aim draw(Random random) {
        int sum = 0;
        for (Aim aim : values()) {
            sum += aim.weight;
        }
        int at = random.nextInt(sum);
        for (Aim aim : values()) {
            at -= aim.weight;
            if (at < 0) {
                return aim;
            }
        }
        throw new AssertionError();
    }

    /** The step of a page that is waited for first; null: none. */
    LivePage.@Nullable Step step() {
        return step;
    }

    /** How long after that the kill comes. */
    long drawNanos(Random random) {
        return (long) (1e6 * (leastMillis + random.nextDouble() * (mostMillis - leastMillis)));
    }
}
