package org.colloquy.media;

import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a file while it was decoded.
 *
 * @param durationSeconds of the decoded sound
 * @param channels 1 or 2 in the decoded sound
 * @param format of the file, as FFmpeg calls it: "wav", "matroska,webm"
 * @param codec of its first sound track: "pcm_s16le", "opus"
 * @param warning a sentence for the person where the file was damaged or ends early
 */
public record MediaFacts(
        double durationSeconds,
        int channels,
        String format,
        String codec,
        @Nullable Text warning) {}
