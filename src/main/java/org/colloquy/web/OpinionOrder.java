package org.colloquy.web;

import org.colloquy.common.Json;
import org.colloquy.speech.Engine;
import org.colloquy.speech.Speakers;
import org.colloquy.speech.SpeechRequest;
import org.jspecify.annotations.Nullable;

/** What the job of a second opinion finds: the transcript it is about, and who is to listen. */
public record OpinionOrder(
        String transcriptId, String engine, @Nullable String model, String language) {

    static OpinionOrder of(String transcriptId, SpeechRequest request, String language) {
        return new OpinionOrder(transcriptId, request.engine().text(), request.model(), language);
    }

    /** What {@link #text()} gave. */
    public static OpinionOrder parse(String json) {
        return Json.read(json, OpinionOrder.class);
    }

    String text() {
        return Json.write(this);
    }

    public SpeechRequest request() {
        return new SpeechRequest(Engine.parse(engine), model, language, new Speakers.None());
    }
}
