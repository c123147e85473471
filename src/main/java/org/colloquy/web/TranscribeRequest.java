package org.colloquy.web;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.speech.Engine;
import org.colloquy.speech.Part;
import org.colloquy.speech.Speakers;
import org.colloquy.speech.SpeechRequest;
import org.jspecify.annotations.Nullable;

/**
 * How a recording is to be transcribed, as JSON: in requests, and as what the job finds.
 *
 * @param language null: that of the session
 * @param speakers "auto", "none", "channels" or a number; null: auto, or by channel where each
 *     person has a microphone
 * @param vocabulary whether the session's words guide the engine; null: yes
 * @param from seconds, where the part to hear begins; null: at the beginning
 * @param to seconds, where it ends; null: at the end
 */
public record TranscribeRequest(
        String engine,
        @Nullable String model,
        @Nullable String language,
        @Nullable Object speakers,
        @Nullable Boolean vocabulary,
        @Nullable Double from,
        @Nullable Double to) {
    /** Less cannot be heard as speech. */
    private static final double SHORTEST_SECONDS = 0.1;

    /** The whole recording, guided by the session's words. */
    public TranscribeRequest(
            String engine,
            @Nullable String model,
            @Nullable String language,
            @Nullable Object speakers) {
        this(engine, model, language, speakers, null, null, null);
    }

    /** The best engine there is, speakers by voice. */
    static TranscribeRequest automatic(@Nullable String language) {
        return new TranscribeRequest("auto", null, language, "auto");
    }

    TranscribeRequest inLanguage(String otherwise) {
        return new TranscribeRequest(
                engine,
                model,
                language == null ? otherwise : language,
                speakers,
                vocabulary,
                from,
                to);
    }

    /** The same by channel, where it was not said how speakers are told apart. */
    TranscribeRequest byChannel() {
        return speakers == null || "auto".equals(speakers)
                ? new TranscribeRequest(
                        engine,
                        model,
                        language,
                        new Speakers.Channels().text(),
                        vocabulary,
                        from,
                        to)
                : this;
    }

    /** What {@link #text()} gave, by channel where that was not said otherwise. */
    public static String byChannel(String json) {
        return Json.read(json, TranscribeRequest.class).byChannel().text();
    }

    /** Whether it asks for less than the whole recording. */
    boolean isPart() {
        return from != null || to != null;
    }

    /**
     * The same with both ends of its part, or with none where it is the whole.
     *
     * @throws Problem.BadInput where the part is not within a recording of that length
     */
    TranscribeRequest within(double durationSeconds) {
        double start = from == null ? 0 : from;
        double end = to == null ? durationSeconds : to;
        boolean whole = start == 0 && end == durationSeconds;
        if (!whole && !(start >= 0 && end >= start + SHORTEST_SECONDS && end <= durationSeconds)) {
            throw new Problem.BadInput(
                    "There is no part from {start} to {end} seconds: a part begins "
                            + "at 0 or later, lasts at least {shortest} seconds and ends "
                            + "within the recording, which lasts {duration}.",
                    Map.of(
                            "start",
                            start,
                            "end",
                            end,
                            "shortest",
                            SHORTEST_SECONDS,
                            "duration",
                            durationSeconds));
        }
        return new TranscribeRequest(
                engine,
                model,
                language,
                speakers,
                vocabulary,
                whole ? null : Double.valueOf(start),
                whole ? null : Double.valueOf(end));
    }

    /**
     * What {@link #text()} gave.
     *
     * @param vocabulary of the session; asked for only where it is wanted
     * @throws org.colloquy.common.Problem.BadInput where engine, language or speakers are unknown
     */
    public static SpeechRequest parse(String json, Supplier<List<String>> vocabulary) {
        TranscribeRequest request = Json.read(json, TranscribeRequest.class);
        boolean guided = request.vocabulary == null || request.vocabulary;
        return request.toSpeechRequest().withVocabulary(guided ? vocabulary.get() : List.of());
    }

    /** For the parameters of a job; checked first. */
    String text() {
        toSpeechRequest();
        return Json.write(this);
    }

    /** What the engine is asked, without the session's words. */
    SpeechRequest toSpeechRequest() {
        return new SpeechRequest(
                Engine.parse(engine),
                model,
                language,
                Speakers.parse(speakers == null ? "auto" : speakers.toString()),
                List.of(),
                from == null || to == null ? null : new Part(from, to));
    }
}
