package org.colloquy.jobs;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queues, runs, cancels and retries jobs. They survive the end of the server: {@link #start} queues
 * again what was running. Only one server may run on a database.
 *
 * <p>Two recordings are heard at once, so that a short one does not wait behind one of three hours;
 * the operating system shares the cores between them. Beside them runs what hears nothing: a
 * recording can be played before its turn to be heard.
 */
public final class Jobs implements AutoCloseable {
    private static final Text DONE = Text.of("Done");
    private static final Text CANCELLED = Text.of("Cancelled");
    private static final Text FAILED = Text.of("Failed");
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    /** So often may the server die during one job before the job is not tried again. */
    static final int ATTEMPTS_ALLOWED = 3;

    /** More would only take turns on the cores, at a gigabyte each. */
    static final int HEARING_AT_ONCE = 2;

    private static final int THREADS = HEARING_AT_ONCE + 1;

    private static final Text DIED_TOO_OFTEN =
            Text.of(
                    "Colloquy itself stopped {times} times while it worked on this "
                            + "recording, so it does not try by itself any more. The recording "
                            + "is kept as it was received; you can try again.",
                    Map.of("times", ATTEMPTS_ALLOWED));

    private final JobStore store;
    private final Clock clock;
    private final Map<Job.Kind, JobHandler> handlers = new EnumMap<>(Job.Kind.class);
    private final Map<String, JobRun> running = new ConcurrentHashMap<>();
    private final Map<Job.Kind, OneTimeTask<Void>> tasks = new EnumMap<>(Job.Kind.class);
    private final Scheduler scheduler;
    private final Semaphore ears = new Semaphore(HEARING_AT_ONCE);
    private volatile boolean closing;

    public Jobs(Database database, Clock clock) {
        this(
                database,
                clock,
                tasks ->
                        Scheduler.create(database.dataSource(), List.copyOf(tasks))
                                .jdbcCustomization(new SqliteJdbcCustomization())
                                .clock(clock::instant)
                                .threads(THREADS)
                                .enablePriority()
                                .enableImmediateExecution()
                                .pollingInterval(Duration.ofSeconds(5))
                                .shutdownMaxWait(Duration.ofSeconds(10))
                                .build());
    }

    Jobs(
            Database database,
            Clock clock,
            Function<List<OneTimeTask<Void>>, Scheduler> schedulerOfTasks) {
        this.store = new JobStore(database, clock);
        this.clock = clock;
        for (Job.Kind kind : Job.Kind.values()) {
            tasks.put(
                    kind,
                    Tasks.oneTime(kind.toString(), Void.class)
                            .defaultPriority(-kind.ordinal())
                            .execute((instance, context) -> run(jobId(instance.getId()))));
        }
        this.scheduler = schedulerOfTasks.apply(List.copyOf(tasks.values()));
    }

    /** Says what jobs of this kind do; before {@link #start}. */
    public void register(Job.Kind kind, JobHandler handler) {
        handlers.put(kind, handler);
    }

    /** Queues again what the end of the last server cut off, and begins to work. */
    public void start() {
        store.recover(ATTEMPTS_ALLOWED, DIED_TOO_OFTEN);
        store.queued().forEach(this::schedule);
        scheduler.start();
    }

    /**
     * Queues work on a recording; it starts at once where nothing else runs.
     *
     * @param parametersJson what the handler finds in {@link JobRun#parameters()}
     * @throws Problem.Conflict where the same work on that recording is not over yet
     */
    public Job submit(Job.Kind kind, String recordingId, String parametersJson) {
        String id = Id.create();
        if (!store.insert(id, kind, recordingId, parametersJson)) {
            throw alreadyWaiting(kind);
        }
        Job job = get(id);
        schedule(job);
        return job;
    }

    public Optional<Job> find(String id) {
        return store.find(id);
    }

    /**
     * @throws Problem.NotFound where there is none
     */
    public Job get(String id) {
        return find(id).orElseThrow(
                        () -> new Problem.NotFound("There is no such work, or it was removed."));
    }

    /**
     * The one submitted last, over or not. Looking for suggestions is not meant: the recording is
     * ready without.
     */
    public Optional<Job> newestOf(String recordingId) {
        return store.newestOf(recordingId);
    }

    /** The one of that kind that was submitted last. */
    public Optional<Job> newestOf(String recordingId, Job.Kind kind) {
        return store.newestOf(recordingId, kind);
    }

    /**
     * Stops it: at once where it waits, else as soon as its handler looks. One that is over stays
     * as it is.
     */
    public Job cancel(String id) {
        if (!store.cancelQueued(id)) {
            JobRun run = running.get(id);
            if (run != null) {
                run.stop(JobRun.Stop.BY_A_PERSON);
                store.stopping(id);
            }
        }
        return get(id);
    }

    /**
     * Stops all that listens to the recording, for it may not be done any more: it fails with that
     * sentence. Preparing goes on.
     */
    public void refuseHearing(String recordingId, Text sentence) {
        for (Job job : store.unfinished(recordingId)) {
            if (job.kind().hears() && !store.refuseQueued(job.id(), sentence)) {
                JobRun run = running.get(job.id());
                if (run != null) {
                    run.refuse(sentence);
                    store.stopping(job.id());
                }
            }
        }
    }

    /**
     * Queues a failed or cancelled one again.
     *
     * @throws Problem.Conflict where it is neither, or the same work waits or runs already
     */
    public Job retry(String id) {
        Job job = get(id);
        if (job.state() == Job.State.DONE) {
            throw new Problem.Conflict("That is done already: there is nothing to try again.");
        }
        if (!store.retry(job)) {
            throw alreadyWaiting(job.kind());
        }
        Job queued = get(id);
        schedule(queued);
        return queued;
    }

    /**
     * Asks what runs to stop and begins nothing more; all of it waits for the next start. To be
     * called as soon as the end is known: what fails after that fails because of it.
     */
    public void leaveForNextStart() {
        closing = true;
        running.values().forEach(run -> run.stop(JobRun.Stop.BY_SHUTDOWN));
    }

    /** The same, and waits a little for what runs. */
    @Override
    public void close() {
        leaveForNextStart();
        scheduler.stop();
    }

    private void schedule(Job job) {
        // A name of its own each time: the scheduler may still be clearing away the last try.
        scheduler.schedule(
                requireNonNull(tasks.get(job.kind())).instance(job.id() + "." + Id.create()),
                clock.instant());
    }

    private static String jobId(String instance) {
        return instance.substring(0, instance.indexOf('.'));
    }

    private void run(String id) {
        Optional<Job> found = store.find(id);
        if (found.isEmpty()) {
            return;
        }
        Job job = found.get();
        if (!job.kind().hears()) {
            run(job);
        } else if (ears.tryAcquire()) {
            try {
                run(job);
            } finally {
                ears.release();
                wakeNextHearing();
            }
        }
        // Else it stays queued, and the next hearing that ends wakes it.
    }

    private void wakeNextHearing() {
        if (!closing) {
            store.queued().stream()
                    .filter(job -> job.kind().hears())
                    .findFirst()
                    .ifPresent(this::schedule);
        }
    }

    private void run(Job job) {
        JobRun run =
                new JobRun(job.id(), job.recordingId(), store.parameters(job.id()), store, clock);
        running.put(job.id(), run);
        try {
            if (!closing && store.start(job.id())) {
                work(job.kind(), run);
            }
        } finally {
            running.remove(job.id(), run);
        }
    }

    private void work(Job.Kind kind, JobRun run) {
        try {
            JobHandler handler = handlers.get(kind);
            if (handler == null) {
                throw new IllegalStateException("Nobody registered a handler of " + kind);
            }
            handler.run(run);
            store.finish(run.id(), Job.State.DONE, DONE, null);
        } catch (Problem problem) {
            stopped(run, problem.text());
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError bug) {
            if (!run.isCancelled()) {
                LOG.error(
                        "Job {} ({}) of recording {} failed",
                        run.id(),
                        kind,
                        run.recordingId(),
                        bug);
            }
            stopped(
                    run,
                    Text.of(
                            "Something in Colloquy went wrong here; the recording is "
                                    + "safe. Try again, and if it fails again, report it with "
                                    + "the server's log."));
        }
    }

    private void stopped(JobRun run, @Nullable Text sentence) {
        switch (run.stopped()) {
            case BY_SHUTDOWN -> store.putBack(run.id());
            case BY_A_PERSON -> store.finish(run.id(), Job.State.CANCELLED, CANCELLED, null);
            case REFUSED -> store.finish(run.id(), Job.State.FAILED, FAILED, run.refusal());
            case null -> store.finish(run.id(), Job.State.FAILED, FAILED, sentence);
        }
    }

    private static Problem.Conflict alreadyWaiting(Job.Kind kind) {
        return new Problem.Conflict(
                switch (kind) {
                    case PREPARE -> "This recording is being read already.";
                    case TRANSCRIBE ->
                            "This recording is being transcribed already: wait for that, or cancel"
                                    + " it first.";
                    case SECOND_OPINION ->
                            "Another engine is listening to this recording already: wait for that,"
                                    + " or cancel it first.";
                    case SUGGEST -> "Likely criteria are being looked for already: wait for that.";
                });
    }
}
