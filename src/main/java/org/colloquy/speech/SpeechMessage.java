package org.colloquy.speech;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.worker.Frame;
import org.jspecify.annotations.Nullable;

/** What goes between the parent and the speech worker: each a frame of its own type, as JSON. */
sealed interface SpeechMessage {

    /**
     * Parent to worker, first and once; then {@link Earlier}.
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
            String speakers,
            List<String> vocabulary,
            @Nullable Part part)
            implements SpeechMessage {}

    /**
     * Parent to worker, after the order and once: what workers before this one came to. Then come
     * that many of {@link Heard}.
     *
     * @param heard how many windows are heard
     * @param suspects windows during which a worker died: each to be heard by itself, after all
     *     others
     * @param failed windows that are given up
     */
    record Earlier(
            @Nullable String language, int heard, List<Integer> suspects, List<Integer> failed)
            implements SpeechMessage {
        static final Earlier NOTHING = new Earlier(null, 0, List.of(), List.of());
    }

    /**
     * Worker to parent, now and then.
     *
     * @param fraction 0 to 1
     */
    record Step(Text step, double fraction) implements SpeechMessage {}

    /** Worker to parent, once: what language is spoken. */
    record Spoken(String language) implements SpeechMessage {}

    /** Worker to parent: these windows are being heard from now on. */
    record Begins(List<Integer> windows) implements SpeechMessage {}

    /** Both ways: what was heard in one window. */
    record Heard(int window, List<Word> words) implements SpeechMessage {}

    /** Worker to parent, once: all windows are heard, now speakers are told apart. */
    record TellsSpeakersApart() implements SpeechMessage {}

    /** Worker to parent: some words of the result, in order. */
    record Words(List<Word> words) implements SpeechMessage {}

    /** Worker to parent, last: everything is heard. */
    record Done(String language, double durationSeconds, List<Gap> gaps) implements SpeechMessage {}

    /** Worker to parent, last: an expected failure. */
    record Failed(boolean missingModel, Text sentence) implements SpeechMessage {
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
            List.of(
                    Order.class,
                    Earlier.class,
                    Step.class,
                    Spoken.class,
                    Begins.class,
                    Heard.class,
                    TellsSpeakersApart.class,
                    Words.class,
                    Done.class,
                    Failed.class);

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
