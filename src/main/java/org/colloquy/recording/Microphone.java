package org.colloquy.recording;

import org.colloquy.common.FileNames;
import org.jspecify.annotations.Nullable;

/**
 * One channel of a recording.
 *
 * @param label what the browser calls the device
 * @param speaker who speaks into it, by name; null: not said
 */
public record Microphone(String label, @Nullable String speaker) {
    /** The same with both on one line, and nobody for a name that is blank. */
    Microphone cleaned() {
        return new Microphone(
                label.isBlank() ? "Microphone" : FileNames.oneLine(label),
                speaker == null || speaker.isBlank() ? null : FileNames.oneLine(speaker));
    }
}
