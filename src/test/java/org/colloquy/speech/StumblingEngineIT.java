package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.worker.WorkerProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that crashes or hangs over a piece: only that piece is lost. Real processes. */
class StumblingEngineIT {
    @TempDir Path folder;
    private Path wav;
    private final AtomicLong nanos = new AtomicLong();
    private int started;
    private final List<Double> fractions = new ArrayList<>();

    @BeforeEach
    void speech() throws IOException {
        wav = Decoded.sample(folder);
    }

    private SpeechResult transcribe(Speakers speakers) {
        return transcribe(new SpeechRequest(Engine.WHISPER, null, null, speakers));
    }

    private SpeechResult transcribe(SpeechRequest request) {
        Transcriber transcriber =
                new Transcriber(new Models(Decoded.CARRIED), this::start, this::now);
        Progress progress = (step, fraction) -> fractions.add(fraction);
        return transcriber.transcribe(wav, request, progress, Cancellation.NEVER);
    }

    private WorkerProcess start() {
        started++;
        try {
            Files.deleteIfExists(folder.resolve("hangs"));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
        return WorkerProcess.start(
                "speech",
                List.of("-Xmx320m", "-XX:TieredStopAtLevel=1"),
                StumblingWorker.class.getName());
    }

    /** Time stands still until the engine hangs; then a minute goes by at every look. */
    private long now() {
        return Files.exists(folder.resolve("hangs")) ? nanos.addAndGet(60_000_000_000L) : 0;
    }

    private void mark(String name) throws IOException {
        Files.writeString(folder.resolve(name), "");
    }

    private static List<String> texts(SpeechResult result) {
        return result.words().stream().map(Word::text).toList();
    }

    private static Word word(String text, SpeechResult result) {
        return result.words().stream()
                .filter(word -> word.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> allBut(List<String> words, String... without) {
        List<String> left = new ArrayList<>(words);
        left.removeAll(List.of(without));
        return left;
    }

    @Test
    void everyWorkerGetsTheVocabulary() throws IOException {
        mark("crash-once-3");
        List<String> terms = List.of("Małgorzata", "duty of care");
        transcribe(
                new SpeechRequest(Engine.WHISPER, null, null, new Speakers.None())
                        .withVocabulary(terms));
        assertEquals(2, started);
        assertEquals(terms, Files.readAllLines(folder.resolve("vocabulary")));
    }

    @Test
    void aCrashIsTriedAgainAndNothingIsLost() throws IOException {
        List<String> whole = texts(transcribe(new Speakers.None()));
        assertTrue(whole.size() >= 6, whole.toString());
        mark("crash-once-3");
        SpeechResult result = transcribe(new Speakers.None());
        assertEquals(whole, texts(result));
        assertEquals(List.of(), result.gaps());
        assertEquals(3, started);
    }

    @Test
    void whatCrashesTwiceIsAGapWithItsTime() throws IOException {
        SpeechResult whole = transcribe(new Speakers.None());
        mark("crash-2");
        SpeechResult result = transcribe(new Speakers.None());
        assertEquals(allBut(texts(whole), "w2", "more2"), texts(result));
        Gap gap = result.gaps().getFirst();
        assertEquals(1, result.gaps().size());
        double inGap = word("w2", whole).middleSeconds();
        assertTrue(gap.startSeconds() < inGap && inGap < gap.endSeconds(), gap.toString());
        assertTrue(gap.endSeconds() < word("w3", whole).endSeconds(), gap.toString());
        assertEquals(1.0, fractions.getLast(), 0.1);
    }

    @Test
    void whatHangsIsKilledAndBecomesAGap() throws IOException {
        mark("hang-4");
        SpeechResult result = transcribe(new Speakers.None());
        assertEquals(1, result.gaps().size());
        assertTrue(texts(result).contains("w5"), texts(result).toString());
        assertTrue(!texts(result).contains("w4"), texts(result).toString());
    }

    @Test
    void anEngineThatCrashesOnEverythingIsASentence() throws IOException {
        for (int number = 0; number < 100; number++) {
            mark("crash-" + number);
        }
        Problem.Unavailable failed =
                assertThrows(Problem.Unavailable.class, () -> transcribe(new Speakers.None()));
        assertTrue(failed.getMessage().contains("is safe"), failed.getMessage());
    }

    @Test
    void speakersAreStillToldApartAfterACrash() throws IOException {
        mark("crash-1");
        SpeechResult result = transcribe(new Speakers.Exactly(2));
        assertTrue(result.words().stream().allMatch(word -> word.speaker() != null));
    }
}
