package org.colloquy.speech;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A model that lies in one of the models folders.
 *
 * @param engine {@code VOSK} or {@code WHISPER}
 * @param folder of a Vosk model its own folder; of a Whisper model the folder its files lie in
 * @param language of a Vosk model ("en"); null: every language Whisper knows
 * @param sizeBytes of all its files
 */
public record InstalledModel(
        Engine engine, String name, Path folder, @Nullable String language, long sizeBytes) {}
