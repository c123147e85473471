package org.colloquy.speech.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.speech.ModelFolders;
import org.colloquy.speech.Models;
import org.colloquy.speech.sound.Sound;
import org.colloquy.worker.WorkerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live session whose engine crashes, refuses, or is there too often: bounded, and a sentence. */
class LiveCaptionsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;
    private Path model;
    private LiveCaptions captions;

    /** What a listener was told, in a row. */
    private static final class Told implements LiveListener {
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        @Override
        public void said(int channel, Caption caption) {
            caption.fixed().forEach(word -> told.add(channel + " " + word.text()));
        }

        @Override
        public void state(State state, Text message) {
            told.add(state + (state == State.UNAVAILABLE ? ": " + message : ""));
        }

        @Override
        public void over(boolean gaveUp) {
            told.add(gaveUp ? "gave up" : "over");
        }

        String next() throws InterruptedException {
            String next = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertTrue(next != null, "nothing came");
            return String.valueOf(next);
        }
    }

    @BeforeEach
    void makeModel() throws IOException {
        model = folder.resolve("vosk-model-small-en-us-0.15");
        Files.createDirectories(model.resolve("am"));
        Files.writeString(model.resolve("am/final.mdl"), "enough to be chosen");
        captions = captions(OptionalLong.of(8L << 30));
    }

    private LiveCaptions captions(OptionalLong freeBytes) {
        return new LiveCaptions(
                new Models(new ModelFolders(List.of(folder, Path.of("models")))),
                () ->
                        WorkerProcess.startGently(
                                "captions", List.of("-Xmx64m"), StumblingEars.class.getName()),
                () -> freeBytes,
                System::nanoTime);
    }

    @AfterEach
    void nothingIsLeft() {
        captions.close();
        try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
            assertEquals(
                    List.of(),
                    children.filter(ProcessHandle::isAlive)
                            .filter(one -> one.info().command().orElse("").endsWith("java"))
                            .toList());
        }
    }

    private static short[] seconds(int count) {
        return new short[count * Sound.RATE];
    }

    @Test
    void wordsOfBothMicrophonesComeAndTheLastAfterTheEnd() throws Exception {
        Told told = new Told();
        LiveHearing hearing = captions.open("en", 2, told);
        assertEquals("loading", told.next());
        assertEquals("listening", told.next());
        hearing.hear(0, seconds(1));
        assertEquals("0 at 0", told.next());
        hearing.hear(1, seconds(1));
        assertEquals("1 at 0", told.next());
        hearing.end();
        assertEquals("0 end", told.next());
        assertEquals("1 end", told.next());
        assertEquals("over", told.next());
    }

    @Test
    void aWorkerThatCrashedIsStartedAgainAndTimesGoOn() throws Exception {
        Files.writeString(model.resolve("crash-once"), "");
        Told told = new Told();
        LiveHearing hearing = captions.open("en", 1, told);
        assertEquals("loading", told.next());
        assertEquals("listening", told.next());
        hearing.hear(0, seconds(3));
        assertEquals("loading", told.next());
        assertEquals("listening", told.next());
        hearing.hear(0, seconds(1));
        assertEquals("0 at 3", told.next());
    }

    @Test
    void oneThatCrashesAgainAndAgainIsGivenUpWithASentence() throws Exception {
        Files.writeString(model.resolve("crash"), "");
        Told told = new Told();
        LiveHearing hearing = captions.open("en", 1, told);
        int started = 0;
        String next = told.next();
        while (!next.startsWith("unavailable")) {
            if (next.equals("listening")) {
                started++;
                hearing.hear(0, seconds(1));
            }
            next = told.next();
        }
        assertEquals(LiveHearing.MOST_DEATHS, started);
        assertTrue(next.contains("The recording goes on"), next);
        assertEquals("gave up", told.next());
        captions.open("en", 1, new Told()).close();
    }

    @Test
    void whatTheEngineRefusesIsSaidAndNotTriedAgain() throws Exception {
        Files.writeString(model.resolve("refuse"), "");
        Told told = new Told();
        captions.open("en", 1, told);
        assertEquals("loading", told.next());
        assertEquals("unavailable: This model is for nobody.", told.next());
        assertEquals("gave up", told.next());
    }

    @Test
    void moreSessionsThanTheMachineCanHearAreRefusedUntilOneEnds() {
        LiveHearing first = captions.open("en", 1, new Told());
        captions.open("en", 2, new Told());
        Problem full =
                assertThrows(Problem.TooMany.class, () -> captions.open("en", 1, new Told()));
        assertTrue(String.valueOf(full.getMessage()).contains("2 other sessions"));
        first.close();
        first.close();
        captions.open("en", 1, new Told());
        assertThrows(Problem.TooMany.class, () -> captions.open("en", 1, new Told()));
    }

    @Test
    void captionsAreTheFirstToGoWhereMemoryIsShort() {
        Problem little =
                assertThrows(
                        Problem.Unavailable.class,
                        () -> captions(OptionalLong.of(300L << 20)).open("en", 1, new Told()));
        assertTrue(String.valueOf(little.getMessage()).contains("too little memory"));
    }

    @Test
    void whoClosesIsToldNothingMore() throws Exception {
        Told told = new Told();
        LiveHearing hearing = captions.open("en", 1, told);
        assertEquals("loading", told.next());
        assertEquals("listening", told.next());
        hearing.close();
        hearing.hear(0, seconds(60));
        hearing.end();
        assertEquals(List.of(), List.copyOf(told.told));
    }
}
