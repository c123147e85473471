package org.colloquy.web;

import org.colloquy.common.Json;
import org.colloquy.speech.Engine;
import org.colloquy.speech.Speakers;
import org.colloquy.speech.SpeechRequest;
import org.jspecify.annotations.Nullable;

/**
 * How a recording is to be transcribed, as JSON: in requests, and as what the job finds.
 *
 * @param language null: that of the session
 * @param speakers "auto", "none", "channels" or a number; null: auto
 */
public record TranscribeRequest(
        String engine,
        @Nullable String model,
        @Nullable String language,
        @Nullable Object speakers) {

    /** The best engine there is, speakers by voice. */
    static TranscribeRequest automatic(@Nullable String language) {
        return new TranscribeRequest("auto", null, language, "auto");
    }

    TranscribeRequest inLanguage(String otherwise) {
        return new TranscribeRequest(
                engine, model, language == null ? otherwise : language, speakers);
    }

    /**
     * What {@link #text()} gave.
     *
     * @throws org.colloquy.common.Problem.BadInput where engine, language or speakers are unknown
     */
    public static SpeechRequest parse(String json) {
        return Json.read(json, TranscribeRequest.class).toSpeechRequest();
    }

    /** For the parameters of a job; checked first. */
    String text() {
        toSpeechRequest();
        return Json.write(this);
    }

    private SpeechRequest toSpeechRequest() {
        return new SpeechRequest(
                Engine.parse(engine),
                model,
                language,
                Speakers.parse(speakers == null ? "auto" : speakers.toString()));
    }
}
