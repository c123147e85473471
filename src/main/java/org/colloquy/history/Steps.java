package org.colloquy.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a recording's history as one person sees it.
 *
 * @param latest the recording's count; rises with every step, and when one is undone or redone
 * @param changes in the order they were done
 * @param undo what that person's next undo would take back
 * @param redo what their next redo would do again
 */
public record Steps(
        int latest, List<Change> changes, @Nullable Change undo, @Nullable Change redo) {
    public Steps {
        changes = List.copyOf(changes);
    }
}
