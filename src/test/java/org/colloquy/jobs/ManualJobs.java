package org.colloquy.jobs;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.database.Database;

/** Jobs on the real database that run only when the test says so, on the test's own thread. */
public final class ManualJobs {
    public final Jobs jobs;
    private final ManualScheduler scheduler;
    private final Clock clock;

    public ManualJobs(Database database, Clock clock) {
        this.clock = clock;
        List<ManualScheduler> made = new ArrayList<>();
        this.jobs =
                new Jobs(
                        database,
                        clock,
                        tasks -> {
                            ManualScheduler manual =
                                    TestHelper.createManualScheduler(
                                                    database.dataSource(), List.copyOf(tasks))
                                            .clock(new SettableClock())
                                            .build();
                            made.add(manual);
                            return manual;
                        });
        this.scheduler = made.getFirst();
        jobs.start();
    }

    /** Runs what is due, and what that submits, until nothing waits. */
    public void runAll() {
        scheduler.setTime(clock.instant());
        while (!scheduler.getScheduledExecutions().isEmpty()) {
            scheduler.runAnyDueExecutions();
        }
    }
}
