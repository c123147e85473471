package org.colloquy.speech;

import java.util.List;

/**
 * What was heard in one recording.
 *
 * @param engine "whisper" or "vosk"
 * @param language ISO 639-1 where there is one: "en", "ko"
 * @param durationSeconds length of the recording
 * @param words in order of their starts; empty where nobody speaks
 */
public record SpeechResult(
        String engine, Model model, String language, double durationSeconds, List<Word> words) {

    public SpeechResult {
        if (!(durationSeconds >= 0)) {
            throw new IllegalArgumentException("A recording of " + durationSeconds + " seconds");
        }
        words = List.copyOf(words);
    }
}
