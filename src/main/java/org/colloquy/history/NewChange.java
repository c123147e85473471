package org.colloquy.history;

import java.util.List;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * A step on its way into the history.
 *
 * @param text a sentence for people without any word that was said, so that it can be shown where
 *     words are hidden
 * @param startMillis where in the recording, null: nowhere in particular
 * @param readBefore the words before, for reading; "" where it has none
 * @param before the state before, as JSON of the room whose {@link Reverser} puts it back
 */
public record NewChange(
        String recordingId,
        String personId,
        ChangeKind kind,
        Text text,
        List<Integer> turnIds,
        List<String> tagIds,
        @Nullable Long startMillis,
        String readBefore,
        String readAfter,
        String before,
        String after) {
    public NewChange {
        turnIds = List.copyOf(turnIds);
        tagIds = List.copyOf(tagIds);
    }
}
