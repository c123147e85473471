package org.colloquy.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.colloquy.durability.Api.NoAnswer;
import org.colloquy.durability.LivePage.Step;
import org.jspecify.annotations.Nullable;

/**
 * Kills a server again and again while pages record, and after each start holds everything that was
 * promised against what is there.
 */
final class KillRun implements AutoCloseable {
    /** One recording is always on, so that every window of a server's life has work in it. */
    private static final int PAGES = 3;

    private static final int MOST_PARTS = 3;
    private static final int MOST_PIECE_BYTES = 3_000;
    private static final int MOST_PAUSE_MILLIS = 60;
    private static final long MOST_SECONDS_TO_START = 60;
    private static final long MOST_SECONDS_FOR_A_STEP = 4;

    /**
     * What came of it.
     *
     * @param hits kills by what they were meant to hit and hit
     * @param wrong one sentence for each promise that was broken
     */
    record Result(
            int kills,
            Map<Aim, Integer> hits,
            int recordings,
            long piecesPromised,
            long bytesPromised,
            long piecesChecked,
            double audioSeconds,
            List<String> wrong) {}

    private final Path data;
    private final LiveServer.Launch launch;
    private final Centre centre;
    private final List<LiveSound> sounds;
    private final Random random;
    private final Ledger ledger = new Ledger();
    private final Gate gate = new Gate();
    private final List<LivePage> pages = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> finished = new HashSet<>();
    private final Map<Aim, Integer> hits = new EnumMap<>(Aim.class);
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch pagesAtWork = new CountDownLatch(PAGES);
    private @Nullable Trap trap;
    private volatile boolean ending;
    private volatile boolean hurry;
    private long piecesChecked;

    /** Waits for a page to come to a step. */
    private record Trap(Step step, CountDownLatch sprung) {}

    KillRun(Path data, LiveServer.Launch launch, List<LiveSound> sounds, long seed) {
        this.data = data;
        this.launch = launch;
        this.sounds = List.copyOf(sounds);
        this.random = new Random(seed);
        this.centre = Centre.prepare(data);
    }

    /** Parts to draw talks from. */
    static List<LiveSound> sounds(
            long seed, int count, double leastSeconds, double mostSeconds, Path folder)
            throws IOException {
        Random random = new Random(seed);
        List<LiveSound> sounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Whole hundredths of a second: an Opus packet lasts two of them.
            double seconds = leastSeconds + random.nextDouble() * (mostSeconds - leastSeconds);
            sounds.add(LiveSound.make(seed + i, Math.round(seconds * 50) / 50.0, folder));
        }
        return sounds;
    }

    /**
     * @param told gets the number of kills so far, now and then
     */
    Result run(int kills, java.util.function.IntConsumer told) throws Exception {
        for (int page = 0; page < PAGES; page++) {
            Random own = new Random(random.nextLong());
            threads.add(Thread.ofPlatform().name("page-" + page).start(() -> record(own)));
        }
        int done = 0;
        while (done < kills && nothingWrong()) {
            killOnce(Aim.draw(random));
            done++;
            if (done % 25 == 0) {
                told.accept(done);
            }
        }
        ending = true;
        finishAll();
        return new Result(
                done,
                Map.copyOf(hits),
                ledger.recordings().size(),
                ledger.count(Promise.Kind.PIECE),
                ledger.bytes(),
                piecesChecked,
                talkSeconds(),
                List.copyOf(wrong));
    }

    private synchronized boolean nothingWrong() {
        return wrong.isEmpty();
    }

    private synchronized double talkSeconds() {
        return pages.stream().mapToDouble(page -> page.talk().seconds()).sum();
    }

    private void killOnce(Aim aim) throws Exception {
        LiveServer server = LiveServer.launch(data, launch);
        try {
            if (aim == Aim.START) {
                hits.merge(readyWithin(server, aim.drawNanos(random)), 1, Integer::sum);
                return;
            }
            Api api = new Api(address(server), centre.token());
            check(false);
            Step step = aim.step();
            Trap set = step == null ? null : new Trap(step, new CountDownLatch(1));
            synchronized (this) {
                trap = set;
            }
            hurry = set != null;
            gate.open(api);
            boolean hit =
                    set == null || set.sprung().await(MOST_SECONDS_FOR_A_STEP, TimeUnit.SECONDS);
            LockSupport.parkNanos(aim.drawNanos(random));
            hits.merge(hit ? aim : Aim.ANY_MOMENT, 1, Integer::sum);
        } finally {
            server.kill();
            gate.shut();
            hurry = false;
        }
    }

    /** A server that was quick is hit just after its start. */
    private static Aim readyWithin(LiveServer server, long nanos) throws Exception {
        try {
            server.address().get(nanos, TimeUnit.NANOSECONDS);
            return Aim.ANY_MOMENT;
        } catch (TimeoutException startsStill) {
            return Aim.START;
        }
    }

    private String address(LiveServer server) throws Exception {
        try {
            return server.address().get(MOST_SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException failed) {
            throw new AssertionError(
                    "The server did not start again; it said:\n" + Files.readString(launch.log()),
                    failed);
        }
    }

    /** What a page does all day: one talk after the other. */
    private void record(Random own) {
        Api last = null;
        try {
            while (!ending) {
                LivePage page = newPage(own);
                while (!page.isDone()) {
                    Api api = gate.next(last);
                    if (api == null) {
                        return;
                    }
                    try {
                        page.goOn(api);
                    } catch (NoAnswer gone) {
                        last = api;
                    }
                }
            }
        } catch (AssertionError | RuntimeException broken) {
            synchronized (this) {
                wrong.add(broken.toString());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            pagesAtWork.countDown();
        }
    }

    private synchronized LivePage newPage(Random own) {
        Talk talk = Talk.draw("Talk " + pages.size(), sounds, MOST_PARTS, MOST_PIECE_BYTES, own);
        LivePage page =
                new LivePage(
                        talk,
                        centre.sessionId(),
                        ledger,
                        own,
                        () -> {
                            if (!hurry && !ending) {
                                long nanos = (long) (own.nextDouble() * MOST_PAUSE_MILLIS * 1e6);
                                LockSupport.parkNanos(nanos);
                            }
                        },
                        this::stepped);
        pages.add(page);
        return page;
    }

    private synchronized void stepped(Step step) {
        if (trap != null && trap.step() == step) {
            trap.sprung().countDown();
        }
    }

    /**
     * Looks at the recordings that may have changed since the last time.
     *
     * @param all at every recording and the whole database
     */
    private void check(boolean all) throws IOException {
        FolderCheck check = new FolderCheck(data, ledger);
        List<String> found = all ? check.ofAll() : check.of(unsettled());
        piecesChecked += check.pieces();
        synchronized (this) {
            wrong.addAll(found);
        }
    }

    /** Those that are not closed, and once more those that were closed in the last round. */
    private Collection<String> unsettled() {
        List<String> ids = new ArrayList<>();
        for (String id : ledger.recordings()) {
            boolean closed =
                    ledger.of(id).stream()
                            .anyMatch(promise -> promise.kind() == Promise.Kind.CLOSED);
            if (!closed || finished.add(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The last start: every talk goes on to its end, and is decoded to its end. */
    private void finishAll() throws Exception {
        LiveServer server = LiveServer.launch(data, launch);
        try {
            Api api = new Api(address(server), centre.token());
            check(true);
            gate.open(api);
            pagesAtWork.await();
            for (LivePage page : snapshot()) {
                if (page.isDone()) {
                    synchronized (this) {
                        wrong.addAll(new Decoded(api, page.talk(), page.id()).wrong());
                    }
                }
            }
            check(true);
        } finally {
            gate.end();
            server.stop();
        }
    }

    private synchronized List<LivePage> snapshot() {
        return List.copyOf(pages);
    }

    @Override
    public void close() {
        gate.end();
        threads.forEach(Thread::interrupt);
    }
}
