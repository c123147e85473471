package org.colloquy.history;

import java.util.Set;
import org.jdbi.v3.core.Handle;

/** A room that can put back what it noted. */
public interface Reverser {
    Set<ChangeKind> kinds();

    /**
     * Puts a state back, inside the caller's transaction.
     *
     * @param change as it is before: {@link Change#undone} says whether it is being redone
     * @param from the state that must be there now, as it was noted
     * @param to the state to put there, as it was noted
     * @throws org.colloquy.common.Problem.Conflict where something else is there; nothing changes
     */
    Touched restore(Handle handle, Change change, String from, String to);
}
