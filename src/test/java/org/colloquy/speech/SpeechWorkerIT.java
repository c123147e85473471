package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.speech.sound.Sound;
import org.colloquy.speech.sound.WavFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worker is killed, stopped, or given what it cannot do: a plain sentence, nothing left over.
 */
class SpeechWorkerIT {
    @TempDir Path folder;
    private Path wav;

    @BeforeEach
    void writeSilence() throws IOException {
        wav = folder.resolve("silence.wav");
        WavFile.write(wav, 1, new short[600 * Sound.RATE]);
    }

    private static List<ProcessHandle> workers() {
        try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
            return children.filter(child -> child.info().command().orElse("").endsWith("java"))
                    .toList();
        }
    }

    private SpeechResult transcribe(Progress progress, Cancellation cancellation) {
        return new Transcriber(Decoded.CARRIED)
                .transcribe(wav, SpeechRequest.automatic("en"), progress, cancellation);
    }

    @Test
    void aKilledWorkerIsReplacedOnce() {
        AtomicBoolean killed = new AtomicBoolean();
        Progress killer =
                (step, fraction) -> {
                    if (step.message().startsWith("Finding") && killed.compareAndSet(false, true)) {
                        workers().forEach(ProcessHandle::destroyForcibly);
                    }
                };
        assertEquals(600, transcribe(killer, Cancellation.NEVER).durationSeconds());
        assertTrue(killed.get());
        assertEquals(List.of(), workers());
    }

    @Test
    void oneThatIsKilledAgainAndAgainIsAClearSentence() {
        Progress killer =
                (step, fraction) -> {
                    if (step.message().startsWith("Finding")) {
                        workers().forEach(ProcessHandle::destroyForcibly);
                    }
                };
        Problem died =
                assertThrows(
                        Problem.Unavailable.class, () -> transcribe(killer, Cancellation.NEVER));
        assertTrue(died.getMessage().contains("killed"), died.getMessage());
        assertEquals(List.of(), workers());
    }

    @Test
    void aStoppedOneLeavesNoProcess() {
        AtomicBoolean stop = new AtomicBoolean();
        assertThrows(
                Problem.Cancelled.class,
                () -> transcribe((step, fraction) -> stop.set(true), stop::get));
        assertEquals(List.of(), workers());
    }

    @Test
    void aLanguageThatWhisperDoesNotKnowIsRefused() throws IOException {
        Path speech = Decoded.sample(folder);
        Problem refused =
                assertThrows(
                        Problem.class,
                        () ->
                                new Transcriber(Decoded.CARRIED)
                                        .transcribe(
                                                speech,
                                                new SpeechRequest(
                                                        Engine.WHISPER,
                                                        null,
                                                        "qq",
                                                        new Speakers.None()),
                                                Progress.NONE,
                                                Cancellation.NEVER));
        assertTrue(refused.getMessage().contains("\"qq\""), refused.getMessage());
    }

    @Test
    void aBrokenVoskModelIsRefused() throws IOException {
        Path model = folder.resolve("vosk-model-small-en-us-0.15");
        Files.createDirectories(model.resolve("am"));
        Files.createDirectories(model.resolve("conf"));
        Files.writeString(model.resolve("am/final.mdl"), "no model");
        ModelFolders models = new ModelFolders(List.of(folder, Path.of("models")));
        Path speech = Decoded.sample(folder);
        Problem refused =
                assertThrows(
                        Problem.class,
                        () -> Decoded.heard(speech, models, SpeechRequest.automatic("en")));
        assertFalse(String.valueOf(refused.getMessage()).isBlank());
        assertEquals(List.of(), workers());
    }
}
