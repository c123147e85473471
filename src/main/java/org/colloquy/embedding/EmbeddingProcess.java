package org.colloquy.embedding;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.colloquy.common.Hashes;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.worker.WorkerFailure;
import org.colloquy.worker.WorkerProcess;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a worker process for vectors. It is started when it is first needed, kept for the next
 * question, and ended when nobody asked for a while. Vectors of short texts (criteria, sentences)
 * are remembered. One question is answered after the other.
 */
public final class EmbeddingProcess implements Embedder, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingProcess.class);
    private static final Duration IDLE = Duration.ofMinutes(3);
    private static final int TEXTS_AT_ONCE = 32;
    private static final int MOST_REMEMBERED = 6_000;
    private static final int LONGEST_TEXT = 4_000;

    /** With the parts of its words a long text has too much to be remembered. */
    private static final int LONGEST_REMEMBERED_WITH_WORDS = 300;

    private record Key(String text, boolean words) {}

    private final Map<Key, Embedding> remembered =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Embedding> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            };
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("embedding-idle").daemon().factory());
    private @Nullable WorkerProcess worker;
    private @Nullable ScheduledFuture<?> end;
    private boolean closed;

    /** Name and hash of the model, for the audit trail. */
    public static String model() {
        return Name.MODEL;
    }

    /** Read once, where somebody asks. */
    private static final class Name {
        static final String MODEL =
                "all-MiniLM-L6-v2-q sha256:" + Hashes.sha256(MiniLm.resource(MiniLm.MODEL));
    }

    @Override
    public synchronized List<Embedding> embed(List<String> texts, boolean words) {
        Map<String, Embedding> found = new LinkedHashMap<>();
        List<String> asked = new ArrayList<>();
        for (String text : texts) {
            Embedding known = remembered.get(new Key(text, words));
            if (known == null) {
                asked.add(text);
            } else {
                found.put(text, known);
            }
        }
        List<String> once = asked.stream().distinct().toList();
        for (int from = 0; from < once.size(); from += TEXTS_AT_ONCE) {
            List<String> some = once.subList(from, Math.min(from + TEXTS_AT_ONCE, once.size()));
            List<Embedding> answers = askTwice(some, words);
            for (int i = 0; i < some.size(); i++) {
                String text = some.get(i);
                found.put(text, answers.get(i));
                if (!words || text.length() <= LONGEST_REMEMBERED_WITH_WORDS) {
                    remembered.put(new Key(text, words), answers.get(i));
                }
            }
        }
        return texts.stream().map(found::get).toList();
    }

    @Override
    public synchronized void warm(List<String> texts) {
        try {
            embed(texts, true);
            if (worker == null || !worker.isAlive()) {
                ask(List.of("ready"), false);
            }
        } catch (WorkerFailure | Problem notNow) {
            LOG.debug("The embedding worker could not be made ready", notNow);
        }
    }

    /** A worker that died since the last question (out of memory, killed) is started once more. */
    private List<Embedding> askTwice(List<String> texts, boolean words) {
        try {
            return ask(texts, words);
        } catch (WorkerFailure died) {
            stop();
        }
        try {
            return ask(texts, words);
        } catch (WorkerFailure again) {
            stop();
            throw new Problem.Unavailable(
                    "The part of Colloquy that looks for likely criteria could not be "
                            + "run: {why} Tags and transcript are safe; you can tag as "
                            + "ever.",
                    Map.of("why", String.valueOf(again.getMessage())),
                    again);
        }
    }

    private List<Embedding> ask(List<String> texts, boolean words) throws WorkerFailure {
        if (closed) {
            throw new Problem.Cancelled("Colloquy is being stopped.");
        }
        if (end != null) {
            end.cancel(false);
        }
        WorkerProcess running = worker;
        if (running == null || !running.isAlive()) {
            stop();
            running = WorkerProcess.start("embedding", List.of("-Xmx160m"));
            worker = running;
        }
        List<String> cut =
                texts.stream()
                        .map(
                                text ->
                                        text.length() > LONGEST_TEXT
                                                ? text.substring(0, LONGEST_TEXT)
                                                : text)
                        .toList();
        running.send(
                EmbeddingWorker.TEXTS,
                Json.write(new EmbeddingWorker.Request(cut, words))
                        .getBytes(StandardCharsets.UTF_8));
        List<Embedding> answers = new ArrayList<>();
        try {
            while (answers.size() < texts.size()) {
                answers.add(EmbeddingWorker.read(running.receive().payload()));
            }
        } catch (Problem.Cancelled interrupted) {
            // Answers to this question are still in the pipe: the next one needs a pipe of its own.
            stop();
            throw interrupted;
        }
        end = clock.schedule(this::stop, IDLE.toMillis(), TimeUnit.MILLISECONDS);
        return answers;
    }

    private synchronized void stop() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        clock.shutdownNow();
        stop();
    }
}
