package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.colloquy.common.Text;
import org.colloquy.worker.Frame;
import org.junit.jupiter.api.Test;

/** What a worker tells people comes through its pipe as a text that can be translated. */
class SpeechMessageTest {
    private static SpeechMessage sent(SpeechMessage message) {
        return SpeechMessage.read(new Frame(message.type(), message.payload()));
    }

    @Test
    void aStepIsReadWithItsValues() {
        Text step = Text.of("Listening with {model}", Map.of("model", "vosk-{en}"));
        SpeechMessage.Step read = (SpeechMessage.Step) sent(new SpeechMessage.Step(step, 0.5));
        assertEquals(step, read.step());
        assertEquals("Listening with vosk-{en}", read.step().message());
        assertEquals(0.5, read.fraction());
    }

    @Test
    void aFailureIsAProblemWithTheSameText() {
        Text sentence =
                Text.of("The model file {file} cannot be read.", Map.of("file", "a/final.mdl"));
        SpeechMessage.Failed read =
                (SpeechMessage.Failed) sent(new SpeechMessage.Failed(true, sentence));
        assertEquals(sentence, read.problem().text());
        assertEquals("The model file a/final.mdl cannot be read.", read.problem().getMessage());
        assertEquals(
                "{\"missingModel\":true,\"sentence\":{\"message\":\"The model file a/final.mdl"
                        + " cannot be read.\",\"text\":\"The model file {file} cannot be read.\","
                        + "\"file\":\"a/final.mdl\"}}",
                new String(read.payload(), StandardCharsets.UTF_8));
    }
}
