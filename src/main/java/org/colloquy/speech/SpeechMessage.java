package org.colloquy.speech;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.worker.Frame;
import org.jspecify.annotations.Nullable;

/** What goes between the parent and the speech worker: each a frame of its own type, as JSON. */
sealed interface SpeechMessage {

    /**
     * Parent to worker, first and once.
     *
     * @param engine "vosk" or "whisper"
     * @param modelFolder where the model lies
     * @param voices the model that tells voices apart; null: not needed
     * @param speakers as {@link Speakers#text}
     */
    record Order(
            String wav,
            String engine,
            Model model,
            String modelFolder,
            String voiceActivity,
            @Nullable String voices,
            @Nullable String language,
            String speakers)
            implements SpeechMessage {}

    /**
     * Worker to parent, now and then.
     *
     * @param fraction 0 to 1
     */
    record Step(String step, double fraction) implements SpeechMessage {}

    /** Worker to parent: some words of the result, in order. */
    record Words(List<Word> words) implements SpeechMessage {}

    /** Worker to parent, last: everything is heard. */
    record Done(String language, double durationSeconds) implements SpeechMessage {}

    /** Worker to parent, last: an expected failure. */
    record Failed(boolean missingModel, String sentence) implements SpeechMessage {
        Problem problem() {
            return missingModel
                    ? new Problem.MissingModel(sentence)
                    : new Problem.BadInput(sentence);
        }
    }

    private static int type(Class<? extends SpeechMessage> form) {
        return FORMS.indexOf(form) + 1;
    }

    List<Class<? extends SpeechMessage>> FORMS =
            List.of(Order.class, Step.class, Words.class, Done.class, Failed.class);

    default int type() {
        return type(getClass());
    }

    default byte[] payload() {
        return Json.write(this).getBytes(StandardCharsets.UTF_8);
    }

    static SpeechMessage read(Frame frame) {
        return Json.read(frame.text(), FORMS.get(frame.type() - 1));
    }
}
