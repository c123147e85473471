package org.colloquy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.colloquy.common.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code colloquy transcribe} as people call it: what it prints where, and its exit codes. */
class TranscribeIT {
    @TempDir Path folder;
    private Path discussion;

    private record Run(int code, String out, String err) {}

    private static Run transcribe(Object... arguments) {
        List<String> all = new ArrayList<>(List.of("transcribe"));
        Arrays.stream(arguments).map(Object::toString).forEach(all::add);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                ColloquyCommand.run(
                        all.toArray(new String[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void unpackTheSample() throws IOException {
        discussion = folder.resolve("it's a \"discussion\".opus");
        try (InputStream sound =
                Objects.requireNonNull(
                        TranscribeIT.class.getResourceAsStream(
                                "/org/colloquy/sample/discussion.opus"))) {
            Files.copy(sound, discussion);
        }
    }

    @Test
    void printsOneJsonObjectAndNothingElse() {
        Run run = transcribe(discussion, "--format", "json", "--language", "en");
        assertEquals(0, run.code(), run.err());
        Map<?, ?> result = Json.read(run.out(), Map.class);
        assertEquals(
                List.of("engine", "model", "language", "duration", "words"),
                List.copyOf(result.keySet()));
        assertEquals("whisper", result.get("engine"));
        assertEquals("en", result.get("language"));
        Map<?, ?> model = (Map<?, ?>) Objects.requireNonNull(result.get("model"));
        assertEquals("whisper-base", model.get("name"));
        List<?> words = (List<?>) Objects.requireNonNull(result.get("words"));
        Map<?, ?> first = (Map<?, ?>) words.getFirst();
        assertEquals(
                List.of("text", "start", "end", "confidence", "speaker"),
                List.copyOf(first.keySet()));
        assertEquals("Thank", first.get("text"));
        assertEquals(1, first.get("speaker"));
        assertTrue(run.err().contains("Listening"), run.err());
    }

    @Test
    void writesCaptionsToAFile() throws IOException {
        Path captions = folder.resolve("captions.srt");
        Run run =
                transcribe(discussion, "--format", "srt", "--speakers", "none", "--out", captions);
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(Files.readString(captions).startsWith("1\n00:00:0"));
        try (var all = Files.list(folder)) {
            assertEquals(2, all.count());
        }
    }

    @Test
    void writesTermsOfTheVocabularyAsTheyAreWrittenThereAndChangesNothingElse() throws IOException {
        Path vocabulary = folder.resolve("vocabulary.txt");
        Files.writeString(vocabulary, "Complaint Form\nAgnieszka Wojciechowska\nWaterlow score\n");
        Run plain = transcribe(discussion, "--language", "en", "--speakers", "none");
        Run guided =
                transcribe(
                        discussion,
                        "--language",
                        "en",
                        "--speakers",
                        "none",
                        "--vocabulary",
                        vocabulary);
        assertEquals(0, guided.code(), guided.err());
        assertTrue(plain.out().contains("the complaint form that"), plain.out());
        assertEquals(plain.out().replace("complaint form", "Complaint Form"), guided.out());
    }

    @Test
    void aVocabularyThatCannotBeReadExitsWith3() {
        Run run = transcribe(discussion, "--vocabulary", folder.resolve("absent.txt"));
        assertEquals(3, run.code(), run.err());
        assertTrue(run.err().contains("absent.txt"), run.err());
    }

    @Test
    void wrongUsageExitsWith2() {
        assertEquals(2, transcribe(discussion, "--engine", "kaldi").code());
        assertEquals(2, transcribe(discussion, "--format", "pdf").code());
        assertEquals(2, transcribe(discussion, "--speakers", "many").code());
        assertEquals(2, transcribe(discussion, "--speakers", "none", "--format", "rttm").code());
        assertEquals(2, transcribe().code());
    }

    @Test
    void whatIsNoSoundExitsWith3() throws IOException {
        Path text = folder.resolve("text.wav");
        Files.writeString(text, "This is no sound.");
        for (Path file : List.of(text, folder.resolve("absent.wav"))) {
            Run run = transcribe(file);
            assertEquals(3, run.code());
            assertEquals("", run.out());
            assertTrue(run.err().contains(file.getFileName().toString()), run.err());
        }
        Run nowhere = transcribe(discussion, "--out", folder.resolve("absent/words.txt"));
        assertEquals(3, nowhere.code());
        assertTrue(nowhere.err().contains("does not exist"), nowhere.err());
    }

    @Test
    void aMissingModelExitsWith4AndSaysHowToGetIt() {
        Run whisper = transcribe(discussion, "--models", folder);
        assertEquals(4, whisper.code(), whisper.err());
        assertTrue(whisper.err().contains("--models"), whisper.err());
        Run vosk = transcribe(discussion, "--engine", "vosk", "--language", "en");
        assertEquals(4, vosk.code(), vosk.err());
        assertTrue(vosk.err().contains("models install vosk-model-small-en-us-0.15"), vosk.err());
        assertFalse(vosk.err().contains("Exception"), vosk.err());
    }
}
