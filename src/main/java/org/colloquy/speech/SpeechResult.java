package org.colloquy.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * What was heard in one recording.
 *
 * @param engine "whisper" or "vosk"
 * @param language ISO 639-1 where there is one: "en", "ko"
 * @param durationSeconds length of the recording
 * @param words in order of their starts and within the recording; empty where nobody speaks. An
 *     engine that listens in steps may put the last words past the end: they are drawn back
 * @param gaps what could not be transcribed, in order
 */
public record SpeechResult(
        String engine,
        Model model,
        String language,
        double durationSeconds,
        List<Word> words,
        List<Gap> gaps) {

    public SpeechResult {
        if (!(durationSeconds >= 0)) {
            throw new IllegalArgumentException("A recording of " + durationSeconds + " seconds");
        }
        words = within(durationSeconds, words);
        gaps = List.copyOf(gaps);
    }

    /** Everything was transcribed. */
    public SpeechResult(
            String engine, Model model, String language, double durationSeconds, List<Word> words) {
        this(engine, model, language, durationSeconds, words, List.of());
    }

    private static List<Word> within(double duration, List<Word> words) {
        List<Word> kept = new ArrayList<>(words.size());
        double before = 0;
        for (Word word : words) {
            Word inside = word;
            if (word.endSeconds() > duration) {
                double length = word.endSeconds() - word.startSeconds();
                double latest = Math.clamp(duration - length, Math.min(before, duration), duration);
                inside = word.withTimes(Math.min(word.startSeconds(), latest), duration);
            }
            before = inside.startSeconds();
            kept.add(inside);
        }
        return List.copyOf(kept);
    }
}
