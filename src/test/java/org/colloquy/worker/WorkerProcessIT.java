package org.colloquy.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.colloquy.common.Problem;
import org.junit.jupiter.api.Test;

class WorkerProcessIT {
    private static WorkerProcess tiny() {
        return WorkerProcess.start("tiny", List.of("-Xmx48m"), TinyWorker.class.getName());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void framesComeBackAsTheyWereSentAlsoTheLargestAndStrayPrintsDoNotMix() throws Exception {
        try (WorkerProcess worker = tiny()) {
            worker.send(7, utf8("hello"));
            worker.send(0, utf8("print"));
            byte[] large = new byte[Frame.MAX_PAYLOAD];
            large[large.length - 1] = 42;
            worker.send(255, large);
            Frame hello = worker.receive();
            assertEquals(7, hello.type());
            assertEquals("hello", hello.text());
            Frame back = worker.receive();
            assertEquals(255, back.type());
            assertArrayEquals(large, back.payload());
            assertNull(worker.receive(Duration.ofMillis(1)));
        }
    }

    @Test
    void theChildGetsTheGivenHeap() throws Exception {
        try (WorkerProcess worker = tiny()) {
            worker.send(0, utf8("memory"));
            assertTrue(Integer.parseInt(worker.receive().text()) <= 48);
        }
    }

    @Test
    void anExceptionInTheChildIsASentenceWithoutStackTrace() throws Exception {
        try (WorkerProcess worker = tiny()) {
            worker.send(0, utf8("throw"));
            WorkerFailure failure = assertThrows(WorkerFailure.class, worker::receive);
            assertEquals(
                    "The worker process failed (exit code 1). It said: The tiny worker has had enough",
                    failure.getMessage());
            assertFalse(failure.crashed());
            assertThrows(WorkerFailure.class, worker::receive);
        }
    }

    @Test
    void anExitCodeIsNamedWithTheLastWords() throws Exception {
        try (WorkerProcess worker = tiny()) {
            worker.send(0, utf8("exit 3"));
            WorkerFailure failure = assertThrows(WorkerFailure.class, worker::receive);
            assertEquals(
                    "The worker process failed (exit code 3). It said: nothing left to do",
                    failure.getMessage());
        }
    }

    @Test
    void aKilledChildIsNamedAsKilled() throws Exception {
        try (WorkerProcess worker = tiny()) {
            ProcessHandle.of(worker.pid()).orElseThrow().destroyForcibly();
            WorkerFailure failure = assertThrows(WorkerFailure.class, worker::receive);
            assertFalse(failure.crashed());
            assertTrue(failure.getMessage().contains("killed by the operating system"));
        }
    }

    @Test
    void closeEndsAChildThatHangsOrFloods() throws Exception {
        for (String habit : List.of("hang", "flood")) {
            WorkerProcess worker = tiny();
            worker.send(0, utf8(habit));
            worker.receive();
            worker.close();
            assertFalse(worker.isAlive());
            worker.close();
            while (true) {
                try {
                    worker.receive();
                } catch (Problem.Cancelled closed) {
                    break;
                }
            }
        }
    }

    @Test
    void theChildDiesWithItsParentHoweverThatEnds() throws Exception {
        for (boolean kill : List.of(true, false)) {
            Process parent =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    ParentForTest.class.getName())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            BufferedReader said =
                    new BufferedReader(
                            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
            String line = said.readLine();
            while (line != null && !line.matches("\\d+")) {
                line = said.readLine();
            }
            Optional<ProcessHandle> handle = ProcessHandle.of(Long.parseLong(line));
            if (kill) {
                parent.destroyForcibly();
            } else {
                try (OutputStream in = parent.getOutputStream()) {
                    in.write('q');
                }
            }
            assertTrue(parent.waitFor(20, TimeUnit.SECONDS));
            if (handle.isPresent()) {
                handle.get().onExit().get(20, TimeUnit.SECONDS);
            }
        }
    }
}
