package org.colloquy.history;

import java.time.Instant;
import java.util.List;
import org.colloquy.common.Text;
import org.colloquy.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * One step that a person did.
 *
 * @param number the recording's count of steps when it was done; rises
 * @param text a sentence for people
 * @param undone whether it is taken back now
 * @param before words for reading; "" where it has none
 */
public record Change(
        String id,
        String recordingId,
        int number,
        ChangeKind kind,
        Text text,
        PersonName by,
        Instant at,
        boolean undone,
        List<Integer> turnIds,
        List<String> tagIds,
        String before,
        String after,
        @Nullable Long startMillis) {
    public Change {
        turnIds = List.copyOf(turnIds);
        tagIds = List.copyOf(tagIds);
    }
}
