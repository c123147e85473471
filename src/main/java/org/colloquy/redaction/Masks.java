package org.colloquy.redaction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.database.Database;
import org.colloquy.people.Right;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.colloquy.recording.Mark;
import org.colloquy.recording.MarkNotes;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What is hidden of a recording, and from whom. Everything that lets text or sound out asks here.
 *
 * <p>The original is seen by the enrolment's assessor, and by persons with the right; for all
 * others, and for what everybody shares (the search index, suggestions), it is hidden.
 */
public final class Masks {
    private final Jdbi jdbi;
    private final RedactionStore store = new RedactionStore();

    public Masks(Database database) {
        this.jdbi = database.jdbi();
    }

    /** All that is redacted in the recording, whoever asks. */
    public Hidden hidden(String recordingId) {
        return jdbi.withHandle(handle -> hidden(handle, recordingId));
    }

    /** As {@link #hidden(String)}, in a transaction of the caller. */
    public Hidden hidden(Handle handle, String recordingId) {
        return store.hidden(handle, recordingId);
    }

    /** What the viewer does not see of the recording. */
    public Hidden hiddenFrom(Viewer viewer, String recordingId) {
        return jdbi.withHandle(
                handle -> {
                    Hidden hidden = store.hidden(handle, recordingId);
                    return hidden.isEmpty() || maySee(handle, viewer, recordingId)
                            ? Hidden.NONE
                            : hidden;
                });
    }

    /** As {@link #hiddenFrom(Viewer, String)}, with what to look for in texts that people wrote. */
    public Veil veil(Viewer viewer, String recordingId) {
        return jdbi.withHandle(
                handle ->
                        maySee(handle, viewer, recordingId)
                                ? Veil.NONE
                                : veil(handle, recordingId));
    }

    /** What hides in all that leaves, whoever takes it out. */
    public Veil veil(String recordingId) {
        return jdbi.withHandle(handle -> veil(handle, recordingId));
    }

    /** What hides from everybody, as in the search index. */
    public Veil veil(Handle handle, String recordingId) {
        Hidden hidden = store.hidden(handle, recordingId);
        return hidden.isEmpty()
                ? Veil.NONE
                : new Veil(
                        hidden,
                        store.names(handle, recordingId, hidden),
                        notedTags(handle, recordingId, hidden));
    }

    private static Set<String> notedTags(Handle handle, String recordingId, Hidden hidden) {
        Set<String> tags = new HashSet<>();
        for (Mark mark : MarkNotes.of(handle, recordingId)) {
            String tag = mark.tagId();
            if (tag != null && Veil.hidesNote(hidden, mark)) {
                tags.add(tag);
            }
        }
        return tags;
    }

    /** What the viewer does not see of each of these recordings; only those are in the answer. */
    public Map<String, Hidden> hiddenFrom(Viewer viewer, Set<String> recordingIds) {
        return jdbi.withHandle(
                handle -> {
                    Map<String, Hidden> hidden = new HashMap<>();
                    Set<String> asked = new HashSet<>(recordingIds);
                    asked.retainAll(store.redacted(handle));
                    for (String recording : asked) {
                        Hidden there = store.hidden(handle, recording);
                        if (!there.isEmpty() && !maySee(handle, viewer, recording)) {
                            hidden.put(recording, there);
                        }
                    }
                    return hidden;
                });
    }

    /** The ids of those recordings among these in which anything is redacted, whoever asks. */
    public Set<String> redacted(Set<String> recordingIds) {
        return jdbi.withHandle(store::redacted).stream()
                .filter(recordingIds::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the viewer sees and hears what is redacted in the recording. */
    public boolean maySee(Viewer viewer, String recordingId) {
        return jdbi.withHandle(handle -> maySee(handle, viewer, recordingId));
    }

    private static boolean maySee(Handle handle, Viewer viewer, String recordingId) {
        return RedactionStore.assesses(handle, viewer.personId(), recordingId)
                        && viewer.is(Role.ASSESSOR)
                || mayLift(handle, viewer);
    }

    /** Whether the viewer has the right to see everything and to lift redactions. */
    public boolean mayLift(Viewer viewer) {
        return jdbi.withHandle(handle -> mayLift(handle, viewer));
    }

    private static boolean mayLift(Handle handle, Viewer viewer) {
        return RedactionStore.hasRight(handle, viewer.personId(), Right.REDACTIONS);
    }

    /** Whether the two show any of the same sound; a recording does with itself. */
    public boolean shares(String recordingId, String other) {
        return jdbi.withHandle(handle -> sharing(handle, recordingId)).contains(other);
    }

    /** The recordings that show the same sound: the parts it was joined from, and those with it. */
    List<String> sharing(Handle handle, String recordingId) {
        return SharedSound.of(handle, recordingId).stream()
                .map(SharedSound.Place::recordingId)
                .distinct()
                .toList();
    }
}
