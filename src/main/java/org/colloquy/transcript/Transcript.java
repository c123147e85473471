package org.colloquy.transcript;

import java.time.Instant;
import java.util.List;
import org.colloquy.speech.Model;

/**
 * A recording's words as they are now.
 *
 * @param version 1 when made, one more with every change
 * @param engine "vosk" or "whisper"
 * @param language ISO 639-1
 * @param turns in reading order, none of them empty
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
        List<Turn> turns) {

    public Transcript {
        speakers = List.copyOf(speakers);
        turns = List.copyOf(turns);
    }

    /** All words in reading order. */
    public List<Word> words() {
        return turns.stream().flatMap(turn -> turn.words().stream()).toList();
    }
}
