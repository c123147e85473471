package org.colloquy.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;

/** So many tries for each key within a window of time that starts with the first; then wait. */
final class TryLimit {
    private static final int MOST_KEYS = 10_000;

    private record Window(Instant start, int tries) {}

    private final int most;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Window> windows = new HashMap<>();

    TryLimit(int most, Duration window, Clock clock) {
        this.most = most;
        this.window = window;
        this.clock = clock;
    }

    /**
     * Counts one try.
     *
     * @throws Problem.TooMany where there were too many already
     */
    synchronized void take(String key) {
        Instant now = clock.instant();
        if (windows.size() >= MOST_KEYS) {
            windows.values().removeIf(old -> !now.isBefore(old.start().plus(window)));
        }
        Window current = windows.get(key);
        if (current == null || !now.isBefore(current.start().plus(window))) {
            current = new Window(now, 0);
        }
        if (current.tries() >= most) {
            long wait = Duration.between(now, current.start().plus(window)).toSeconds() + 1;
            throw new Problem.TooMany(
                    Text.plural(
                            Math.ceilDiv(wait, 60),
                            "Too many tries to sign in. Wait a minute and try again.",
                            "Too many tries to sign in. Wait {count} minutes and try again."),
                    wait);
        }
        windows.put(key, new Window(current.start(), current.tries() + 1));
    }

    /** Takes the last try of that key back: it was a right one. */
    synchronized void giveBack(String key) {
        windows.computeIfPresent(
                key, (same, current) -> new Window(current.start(), current.tries() - 1));
    }
}
