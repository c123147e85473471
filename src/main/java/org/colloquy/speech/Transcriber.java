package org.colloquy.speech;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.colloquy.common.Problem;

/**
 * Turns a decoded recording into words. The engines run in a worker process of their own: its crash
 * fails this one call and nothing else.
 */
public final class Transcriber {
    private final ModelFolders models;

    public Transcriber(ModelFolders models) {
        this.models = models;
    }

    /**
     * Waits until the recording is transcribed.
     *
     * @param wav 16-bit PCM at 16 kHz with one or two channels, as the media room writes it
     * @param listener told about once a second, on the calling thread or another one
     * @param cancelled asked several times a second; true stops the worker within two seconds
     * @throws Problem.MissingModel no model for that engine, name or language; says how to get one
     * @throws Problem.Cancelled where {@code cancelled} said so
     * @throws Problem.Unavailable where the worker died
     */
    public SpeechResult transcribe(
            Path wav,
            SpeechRequest request,
            Consumer<Progress> listener,
            BooleanSupplier cancelled) {
        throw new Problem.Unavailable(
                "Speech cannot be recognised yet (models in " + models.text() + ").");
    }
}
