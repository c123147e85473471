package org.colloquy.transcript;

import java.time.Instant;
import java.util.List;
import org.colloquy.speech.Model;

/**
 * A recording's words as they are now.
 *
 * @param version 1 when made, one more with every change
 * @param engine "vosk" or "whisper": the one that heard the whole, where a part was heard again
 * @param language ISO 639-1
 * @param turns in reading order, none of them empty
 * @param gaps what no engine could transcribe, in order of time
 */
public record Transcript(
        String id,
        String recordingId,
        int version,
        String engine,
        Model model,
        String language,
        long durationMillis,
        Instant createdAt,
        List<Speaker> speakers,
        List<Turn> turns,
        List<Gap> gaps) {

    public Transcript {
        speakers = List.copyOf(speakers);
        turns = List.copyOf(turns);
        gaps = List.copyOf(gaps);
    }

    /** All words in reading order. */
    public List<Word> words() {
        return turns.stream().flatMap(turn -> turn.words().stream()).toList();
    }
}
