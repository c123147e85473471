package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.colloquy.Shared;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.ActivityDetector;
import org.colloquy.speech.sound.Sound;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word that is printed lies where the voice detector hears speech. */
class WordsInSpeechIT {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "discussion_two_people",
                "meeting_trn03",
                "meeting_trn04",
                "meeting_trn05",
                "read_en_1",
                "read_en_2",
                "read_en_3"
            })
    void ofWhisper(String name) throws IOException {
        check(name, Decoded.CARRIED, "en");
    }

    @ParameterizedTest
    @ValueSource(strings = "read_ko_1")
    void ofVosk(String name) throws IOException {
        check(name, new ModelFolders(List.of(KoreanModel.folder(), Path.of("models"))), "ko");
    }

    private void check(String name, ModelFolders models, String language) throws IOException {
        Path wav = Decoded.wav(Shared.file("audio/" + name + ".flac"), folder);
        SpeechResult result =
                Decoded.heard(
                        wav,
                        models,
                        new SpeechRequest(Engine.AUTO, null, language, new Speakers.None()));
        assertFalse(result.words().isEmpty());
        Activity activity = activity(wav);
        for (Word word : result.words()) {
            assertTrue(
                    activity.spans().stream()
                            .anyMatch(
                                    span ->
                                            span.overlap(word.startSeconds(), word.endSeconds())
                                                    > 0),
                    word + " lies outside detected speech");
        }
    }

    private static Activity activity(Path wav) throws IOException {
        try (Sound sound = Sound.open(wav);
                ActivityDetector detector =
                        new ActivityDetector(Path.of("models/silero_vad.onnx"))) {
            return detector.detect(sound, _ -> {});
        }
    }
}
