package org.colloquy.bench.captions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.colloquy.bench.captions.CaptionStream.Said;
import org.colloquy.common.Json;
import org.colloquy.speech.ErrorRate;
import org.colloquy.speech.sound.Sound;

/**
 * How late captions are, over the WebSocket of a running server, at the pace of speech, while the
 * pieces of a recording arrive too: {@code CaptionDelay JAVA JAR DATA CASE ...}. A case is one or
 * more live sessions at once, with "+" between them; a session is {@code
 * LANGUAGE,SOUND.wav,TRUTH.json[,SOUND.wav,TRUTH.json]}: one microphone or two, the truth as {@code
 * transcribe --format json} writes it. Prints a line for each case, its fields with tabs between
 * them: words, delay at 50 %, at 95 %, share of all words right within 1.0 s and 2.5 s, share ever
 * right, word error rate of what was fixed (against the truth), processor seconds for a second of
 * captions, its memory in MB, acknowledgements at p50 and p99 and the slowest in ms, states told.
 */
public final class CaptionDelay {
    private static final int PIECE_BYTES = 12_000;

    private CaptionDelay() {}

    private record Live(String language, List<short[]> sounds, List<List<Said>> truths) {}

    private record Heard(CaptionScore score, String said, String fixed, List<String> states) {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[2]);
        try (LiveServer server =
                LiveServer.start(Path.of(arguments[0]), Path.of(arguments[1]), data)) {
            for (int i = 3; i < arguments.length; i++) {
                List<Live> all = new ArrayList<>();
                for (String one : arguments[i].split("\\+")) {
                    all.add(live(one));
                }
                System.out.println(measure(server, all));
            }
        }
    }

    private static Live live(String text) throws IOException {
        String[] parts = text.split(",");
        Live live = new Live(parts[0], new ArrayList<>(), new ArrayList<>());
        for (int i = 1; i < parts.length; i += 2) {
            try (Sound sound = Sound.open(Path.of(parts[i]))) {
                // Two seconds of silence: people do not stop the recording at their last word.
                live.sounds.add(sound.raw(0, (int) sound.length() + 2 * Sound.RATE));
            }
            live.truths.add(truth(Files.readString(Path.of(parts[i + 1]))));
        }
        return live;
    }

    private static List<Said> truth(String json) {
        return CaptionStream.words(Json.read(json, Map.class).get("words"));
    }

    private static String measure(LiveServer server, List<Live> all) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong bytes = new AtomicLong();
        double processor = 0;
        List<Heard> heard = new ArrayList<>();
        double[] delays;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Double>>> recordings = new ArrayList<>();
            List<Future<Heard>> captions = new ArrayList<>();
            long begun = System.nanoTime();
            double before = total(server);
            for (Live one : all) {
                String session = server.session(one.language);
                recordings.add(threads.submit(() -> record(server, session, over)));
                captions.add(threads.submit(hear(server, session, one)));
            }
            Future<Double> used = threads.submit(() -> watch(server, over, bytes, begun, before));
            for (Future<Heard> one : captions) {
                heard.add(one.get());
            }
            over.set(true);
            processor = used.get();
            List<Double> acknowledged = new ArrayList<>();
            for (Future<List<Double>> one : recordings) {
                acknowledged.addAll(one.get());
            }
            delays = acknowledged.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        }
        CaptionScore score =
                heard.stream().map(Heard::score).reduce(CaptionScore::and).orElseThrow();
        String said = heard.stream().map(Heard::said).collect(Collectors.joining(" "));
        String fixed = heard.stream().map(Heard::fixed).collect(Collectors.joining(" "));
        System.err.println(fixed);
        return String.format(
                Locale.ROOT,
                "%d\t%.2f\t%.2f\t%.3f\t%.3f\t%.3f\t%.3f\t%.2f\t%.0f\t%.0f\t%.0f\t%.0f\t%s",
                score.words(),
                score.within(0.5),
                score.within(0.95),
                score.shareWithin(1.0),
                score.shareWithin(2.5),
                score.everRight(),
                ErrorRate.ofWords(said, fixed),
                processor,
                bytes.get() / 1e6,
                1000 * at(delays, 0.5),
                1000 * at(delays, 0.99),
                1000 * delays[delays.length - 1],
                heard.stream()
                        .map(one -> String.join(" ", one.states))
                        .collect(Collectors.joining(" / ")));
    }

    private static Callable<Heard> hear(LiveServer server, String session, Live live) {
        return () -> {
            CaptionStream stream =
                    CaptionStream.run(server.address(), server.cookie(), session, live.sounds);
            CaptionScore score = new CaptionScore(new double[0], 0);
            StringBuilder said = new StringBuilder();
            StringBuilder fixed = new StringBuilder();
            for (int i = 0; i < live.sounds.size(); i++) {
                score = score.and(CaptionScore.of(live.truths.get(i), stream.shown(i)));
                said.append(text(live.truths.get(i))).append(' ');
                fixed.append(text(stream.fixed(i))).append(' ');
            }
            return new Heard(score, said.toString(), fixed.toString(), stream.states());
        };
    }

    private static String text(List<Said> words) {
        return words.stream().map(Said::text).collect(Collectors.joining(" "));
    }

    /** A piece every second, as the recorder sends them. */
    private static List<Double> record(LiveServer server, String session, AtomicBoolean over)
            throws Exception {
        List<Double> acknowledged = new ArrayList<>();
        String recording = server.recording(session);
        byte[] piece = new byte[PIECE_BYTES];
        new Random(5).nextBytes(piece);
        for (int number = 0; !over.get(); number++) {
            acknowledged.add(server.piece(recording, number, piece));
            TimeUnit.MILLISECONDS.sleep(1000);
        }
        return acknowledged;
    }

    /** Processor seconds for each second; the workers are looked at while they live. */
    private static double watch(
            LiveServer server, AtomicBoolean over, AtomicLong bytes, long begun, double before)
            throws Exception {
        double used = 0;
        while (!over.get()) {
            used = Math.max(used, total(server) - before);
            bytes.accumulateAndGet(server.workersBytes(), Math::max);
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return used / ((System.nanoTime() - begun) / 1e9);
    }

    private static double total(LiveServer server) throws IOException {
        return server.processorSeconds().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
