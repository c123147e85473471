package org.colloquy.speech.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.speech.Engine;
import org.colloquy.speech.InstalledModel;
import org.colloquy.speech.Models;
import org.colloquy.speech.Speakers;
import org.colloquy.speech.SpeechRequest;
import org.colloquy.speech.live.LiveMessage.Order;
import org.colloquy.worker.WorkerProcess;

/** Live sessions with captions, of which there are few at once. */
public final class LiveCaptions implements AutoCloseable {
    /** Each takes half a core at most and some 500 MB. */
    public static final int AT_ONCE = 2;

    /** With less left on the machine, captions would take it from what matters. */
    private static final long LEAST_FREE_BYTES = 900L << 20;

    private static final List<String> WORKER_OPTIONS =
            List.of(
                    "-Xmx128m",
                    "-Xmn16m",
                    "-XX:MaxDirectMemorySize=256m",
                    "-XX:TieredStopAtLevel=1",
                    "-Dfile.encoding=UTF-8");

    private final Models models;
    private final Supplier<WorkerProcess> workers;
    private final Supplier<OptionalLong> freeBytes;
    private final LongSupplier nanoTime;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Set<LiveHearing> open = ConcurrentHashMap.newKeySet();

    public LiveCaptions(Models models) {
        this(
                models,
                () -> WorkerProcess.startGently("captions", WORKER_OPTIONS, "org.colloquy.Main"),
                LiveCaptions::freeBytes,
                System::nanoTime);
    }

    /**
     * @param workers starts a process that runs {@link LiveWorker}
     * @param freeBytes of the machine's memory, where it can be known
     * @param nanoTime as {@link System#nanoTime}; only differences count
     */
    LiveCaptions(
            Models models,
            Supplier<WorkerProcess> workers,
            Supplier<OptionalLong> freeBytes,
            LongSupplier nanoTime) {
        this.models = models;
        this.workers = workers;
        this.freeBytes = freeBytes;
        this.nanoTime = nanoTime;
    }

    /**
     * Begins to hear a session. Answers at once: what goes wrong later the listener is told.
     *
     * @param channels 1 or 2
     * @throws Problem.TooMany where as many as there may be have captions already
     * @throws Problem.Unavailable where the machine has no memory left for it
     */
    public LiveHearing open(String language, int channels, LiveListener listener) {
        OptionalLong free = freeBytes.get();
        if (free.isPresent() && free.getAsLong() < LEAST_FREE_BYTES) {
            throw new Problem.Unavailable(
                    "This machine has too little memory left for captions. The recording goes on"
                            + " without them.");
        }
        if (!places.tryAcquire()) {
            throw new Problem.TooMany(
                    Text.of(
                            "Captions are shown in {atOnce} other sessions at this "
                                    + "moment, and this machine can do no more. The recording "
                                    + "goes on without them.",
                            Map.of("atOnce", AT_ONCE)),
                    30);
        }
        LiveHearing hearing =
                new LiveHearing(
                        () -> order(language, channels),
                        channels,
                        workers,
                        listener,
                        nanoTime,
                        this::closed);
        open.add(hearing);
        hearing.start();
        return hearing;
    }

    private void closed(LiveHearing hearing) {
        if (open.remove(hearing)) {
            places.release();
        }
    }

    private Order order(String language, int channels) {
        InstalledModel model =
                models.choose(new SpeechRequest(Engine.AUTO, null, language, new Speakers.None()));
        String code = SpeechRequest.automatic(language).language();
        return new Order(
                model.engine().text(),
                model.name(),
                model.folder().toString(),
                models.voiceActivity().toString(),
                code == null ? "en" : code,
                channels);
    }

    /** What Linux says could be had without swapping; nothing elsewhere. */
    private static OptionalLong freeBytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
                if (line.startsWith("MemAvailable:")) {
                    String kilobytes = line.replaceAll("\\D", "");
                    return OptionalLong.of(Long.parseLong(kilobytes) << 10);
                }
            }
        } catch (IOException | NumberFormatException unknown) {
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        open.forEach(LiveHearing::close);
    }
}
