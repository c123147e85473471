package org.colloquy.recording;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What people noted at moments of a recording, for who hides what is said there. */
public final class MarkNotes {
    private MarkNotes() {}

    /** The marks that have a note, those taken back too, in a transaction of the caller. */
    public static List<Mark> of(Handle handle, String recordingId) {
        return new MarkStore()
                .ofRecording(handle, recordingId).stream()
                        .filter(mark -> !mark.note().isEmpty())
                        .toList();
    }
}
