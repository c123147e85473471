package org.colloquy.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.colloquy.common.Pace;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/** One try at one job, as its handler sees it. Safe to use from several threads. */
public final class JobRun {
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(500);

    /** Why the handler is asked to stop. */
    enum Stop {
        BY_A_PERSON,
        BY_SHUTDOWN,
        /** It may not be done any more: {@link #refusal()} says why. */
        REFUSED
    }

    private final String id;
    private final String recordingId;
    private final String parameters;
    private final JobStore store;
    private final Clock clock;
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();

    private volatile @Nullable Text refusal;

    private Text step = Text.asItIs("");
    private Instant written = Instant.EPOCH;
    private final Pace pace = new Pace();

    JobRun(String id, String recordingId, String parameters, JobStore store, Clock clock) {
        this.id = id;
        this.recordingId = recordingId;
        this.parameters = parameters;
        this.store = store;
        this.clock = clock;
    }

    public String id() {
        return id;
    }

    public String recordingId() {
        return recordingId;
    }

    /** The JSON it was submitted with. */
    public String parameters() {
        return parameters;
    }

    /**
     * Tells people how far it is; call as often as you like, it is written about twice a second.
     *
     * @param fraction 0 to 1 of the whole job; null while not known
     * @param secondsLeft null: worked out from the pace so far, where there is one
     * @param step what it does now, for the person
     */
    public synchronized void report(
            @Nullable Double fraction, @Nullable Double secondsLeft, Text step) {
        Instant now = clock.instant();
        Double left = secondsLeft != null ? secondsLeft : estimate(fraction, now);
        boolean due = Duration.between(written, now).compareTo(BETWEEN_WRITES) >= 0;
        if (due || !step.equals(this.step)) {
            Double shown = fraction == null ? null : Math.clamp(fraction, 0.0, 1.0);
            store.report(id, shown, left, step);
            this.step = step;
            written = now;
        }
    }

    public boolean isCancelled() {
        return stop.get() != null;
    }

    /**
     * @throws Problem.Cancelled once the work is no longer wanted
     */
    public void checkCancelled() {
        if (isCancelled()) {
            throw new Problem.Cancelled("This was cancelled.");
        }
    }

    void stop(Stop reason) {
        stop.compareAndSet(null, reason);
    }

    /** Asks the handler to stop, for what it does may not be done any more. */
    void refuse(Text sentence) {
        refusal = sentence;
        stop(Stop.REFUSED);
    }

    /** Why it may not be done any more. */
    @Nullable Text refusal() {
        return refusal;
    }

    @Nullable Stop stopped() {
        return stop.get();
    }

    private @Nullable Double estimate(@Nullable Double fraction, Instant now) {
        if (fraction == null) {
            return null;
        }
        OptionalDouble left = pace.left(now.toEpochMilli() / 1000.0, fraction);
        return left.isPresent() ? (double) Math.round(left.getAsDouble()) : null;
    }
}
