package org.colloquy.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {
    @TempDir Path folder;
    private final SettableClock clock = SettableClock.atTen();
    private Database database;
    private Rows rows;
    private String sessionId;
    private String assessorId;
    private String recordingId;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        rows = new Rows(database);
        assessorId = rows.person("Amara", "assessor");
        String learner = rows.person("Bogdan", "learner");
        String unit = rows.unit("Unit", List.of("1.1"));
        sessionId = rows.session(rows.enrolment(learner, unit, assessorId, null), assessorId);
        recordingId = rows.recording(sessionId, assessorId, "ready", 60_000L);
    }

    @Test
    void runsWhatIsSubmittedAndShowsIt() {
        ManualJobs manual = new ManualJobs(database, clock);
        List<String> seen = new ArrayList<>();
        manual.jobs.register(
                Job.Kind.TRANSCRIBE,
                run -> {
                    run.report(0.25, 30.0, Text.of("Listening"));
                    Job now = manual.jobs.get(run.id());
                    seen.add(now.state() + " " + now.progress() + " " + now.secondsLeft());
                    seen.add(run.parameters() + " " + now.step());
                });
        Job queued = manual.jobs.submit(Job.Kind.TRANSCRIBE, recordingId, "{\"engine\":\"auto\"}");
        assertEquals(Job.State.QUEUED, queued.state());
        assertEquals("Waiting to be transcribed", queued.step().message());

        manual.runAll();

        assertEquals(List.of("running 0.25 30.0", "{\"engine\":\"auto\"} Listening"), seen);
        Job done = manual.jobs.newestOf(recordingId).orElseThrow();
        assertEquals(Job.State.DONE, done.state());
        assertEquals(1.0, done.progress());
        assertEquals(clock.instant(), done.finishedAt());
        assertTrue(
                Json.write(done).contains("\"kind\":\"transcribe\""),
                "wire names: " + Json.write(done));
    }

    @Test
    void aFailureKeepsItsSentenceAndCanBeRetried() {
        ManualJobs manual = new ManualJobs(database, clock);
        List<String> tries = new ArrayList<>();
        manual.jobs.register(
                Job.Kind.PREPARE,
                run -> {
                    tries.add(run.id());
                    if (tries.size() == 1) {
                        throw new Problem.BadInput("“talk.wav” holds no sound.");
                    }
                    if (tries.size() == 2) {
                        throw new IllegalStateException("a bug");
                    }
                });
        Job job = manual.jobs.submit(Job.Kind.PREPARE, recordingId, "{}");
        manual.runAll();
        assertEquals("“talk.wav” holds no sound.", manual.jobs.get(job.id()).problem().message());

        assertEquals(Job.State.QUEUED, manual.jobs.retry(job.id()).state());
        manual.runAll();
        Job failed = manual.jobs.get(job.id());
        assertEquals(Job.State.FAILED, failed.state());
        assertNotNull(failed.problem());
        assertFalse(failed.problem().message().contains("a bug"), failed.problem().message());

        manual.jobs.retry(job.id());
        manual.runAll();
        assertEquals(Job.State.DONE, manual.jobs.get(job.id()).state());
        assertNull(manual.jobs.get(job.id()).problem());
        assertThrows(Problem.Conflict.class, () -> manual.jobs.retry(job.id()));
    }

    @Test
    void theSameWorkWaitsOnlyOnce() {
        ManualJobs manual = new ManualJobs(database, clock);
        manual.jobs.register(Job.Kind.TRANSCRIBE, run -> {});
        manual.jobs.submit(Job.Kind.TRANSCRIBE, recordingId, "{}");
        assertThrows(
                Problem.Conflict.class,
                () -> manual.jobs.submit(Job.Kind.TRANSCRIBE, recordingId, "{}"));
        manual.runAll();
        manual.jobs.submit(Job.Kind.TRANSCRIBE, recordingId, "{}");
    }

    @Test
    void cancelsWhatWaitsAtOnceAndWhatRunsWhenItLooks() {
        ManualJobs manual = new ManualJobs(database, clock);
        manual.jobs.register(
                Job.Kind.TRANSCRIBE,
                run -> {
                    manual.jobs.cancel(run.id());
                    assertEquals("Stopping", manual.jobs.get(run.id()).step().message());
                    run.checkCancelled();
                });
        Job waiting = manual.jobs.submit(Job.Kind.TRANSCRIBE, recordingId, "{}");
        assertEquals(Job.State.CANCELLED, manual.jobs.cancel(waiting.id()).state());
        manual.runAll();
        assertEquals(Job.State.CANCELLED, manual.jobs.get(waiting.id()).state());

        manual.jobs.retry(waiting.id());
        manual.runAll();
        Job stopped = manual.jobs.get(waiting.id());
        assertEquals(Job.State.CANCELLED, stopped.state());
        assertNull(stopped.problem());
        assertEquals(stopped, manual.jobs.cancel(waiting.id()), "what is over stays as it is");
    }

    @Test
    void aJobThatTheServerDiedInIsStartedAgainButNotForEver() {
        Job job = new ManualJobs(database, clock).jobs.submit(Job.Kind.PREPARE, recordingId, "{}");
        JobStore store = new JobStore(database, clock);
        for (int death = 1; death <= Jobs.ATTEMPTS_ALLOWED; death++) {
            assertTrue(store.start(job.id()), "try " + death);
            // The server dies here; the next one opens the same database.
            new ManualJobs(database, clock);
        }
        ManualJobs last = new ManualJobs(database, clock);
        last.jobs.register(Job.Kind.PREPARE, run -> {});
        last.runAll();
        Job given = last.jobs.get(job.id());
        assertEquals(Job.State.FAILED, given.state());
        assertNotNull(given.problem());
        assertTrue(given.problem().message().contains("3 times"), given.problem().message());

        last.jobs.retry(job.id());
        last.runAll();
        assertEquals(Job.State.DONE, last.jobs.get(job.id()).state());
    }

    @Test
    void writesProgressTwiceASecondAndWorksOutTheTimeLeft() {
        ManualJobs manual = new ManualJobs(database, clock);
        List<String> seen = new ArrayList<>();
        manual.jobs.register(
                Job.Kind.TRANSCRIBE,
                run -> {
                    for (int i = 0; i <= 16; i++) {
                        run.report(i / 40.0, null, Text.of("Listening"));
                        Job now = manual.jobs.get(run.id());
                        seen.add(now.progress() + " " + now.secondsLeft());
                        clock.advance(Duration.ofMillis(250));
                    }
                });
        manual.jobs.submit(Job.Kind.TRANSCRIBE, recordingId, "{}");
        manual.runAll();
        assertEquals("0.0 null", seen.get(1), "not yet written again");
        assertEquals("0.05 null", seen.get(2), "too little to tell the pace from");
        assertEquals("0.2 8.0", seen.get(8), "20 % took 2 s, so 80 % take 8 s");
        assertEquals("0.4 6.0", seen.get(16));
    }

    @Test
    void theNewestIsTheOneSubmittedLast() {
        ManualJobs manual = new ManualJobs(database, clock);
        manual.jobs.register(
                Job.Kind.PREPARE,
                run -> manual.jobs.submit(Job.Kind.TRANSCRIBE, run.recordingId(), "{}"));
        manual.jobs.register(Job.Kind.TRANSCRIBE, run -> {});
        assertTrue(manual.jobs.newestOf(recordingId).isEmpty());
        manual.jobs.submit(Job.Kind.PREPARE, recordingId, "{}");
        manual.runAll();
        assertEquals(Job.Kind.TRANSCRIBE, manual.jobs.newestOf(recordingId).orElseThrow().kind());
    }

    @Test
    void whatIsNotOverComesBeforeWhatIs() {
        String waits = rows.job(recordingId, "transcribe", "queued");
        clock.advance(Duration.ofMinutes(1));
        ManualJobs manual = new ManualJobs(database, clock);
        manual.jobs.register(Job.Kind.SECOND_OPINION, run -> {});
        Job later = manual.jobs.submit(Job.Kind.SECOND_OPINION, recordingId, "{}");
        rows.jobIs(later.id(), "cancelled");
        assertEquals(waits, manual.jobs.newestOf(recordingId).orElseThrow().id());
        rows.jobIs(waits, "failed");
        assertEquals(later.id(), manual.jobs.newestOf(recordingId).orElseThrow().id());
    }

    /** The real scheduler with real threads: orderly end. */
    @Test
    void closingPutsBackWhatRunsForTheNextServer() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Job job;
        try (Jobs jobs = new Jobs(database, Clock.systemUTC())) {
            jobs.register(
                    Job.Kind.TRANSCRIBE,
                    run -> {
                        started.countDown();
                        while (!run.isCancelled()) {
                            Thread.onSpinWait();
                        }
                        run.checkCancelled();
                    });
            jobs.start();
            job = jobs.submit(Job.Kind.TRANSCRIBE, recordingId, "{}");
            started.await();
        }
        assertEquals(
                Job.State.QUEUED,
                new JobStore(database, clock).find(job.id()).orElseThrow().state());

        CountDownLatch finished = new CountDownLatch(1);
        try (Jobs next = new Jobs(database, Clock.systemUTC())) {
            next.register(Job.Kind.TRANSCRIBE, run -> finished.countDown());
            next.start();
            finished.await();
        }
        assertEquals(
                Job.State.DONE, new JobStore(database, clock).find(job.id()).orElseThrow().state());
    }

    /** Four wait to be heard and one to be read: two are heard at once, the reading beside them. */
    @Test
    void twoAreHeardAtOnceAndReadingDoesNotWaitForThem() throws Exception {
        CountDownLatch twoHear = new CountDownLatch(2);
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch allHeard = new CountDownLatch(4);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (Jobs jobs = new Jobs(database, Clock.systemUTC())) {
            jobs.register(
                    Job.Kind.TRANSCRIBE,
                    run -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        twoHear.countDown();
                        await(read);
                        now.decrementAndGet();
                        allHeard.countDown();
                    });
            jobs.register(Job.Kind.PREPARE, run -> read.countDown());
            jobs.start();
            for (int i = 0; i < 4; i++) {
                String id = rows.recording(sessionId, assessorId, "ready", 60_000L);
                jobs.submit(Job.Kind.TRANSCRIBE, id, "{}");
            }
            await(twoHear);
            jobs.submit(Job.Kind.PREPARE, recordingId, "{}");
            await(allHeard);
        }
        assertEquals(2, most.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
