package org.colloquy.history;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.colloquy.audit.Audit;
import org.colloquy.common.Hashes;
import org.colloquy.common.Id;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The steps of people in recordings. Every person has a row of steps of their own in each: undo
 * takes back the newest that stands, redo does again what was undone last, and a new step leaves
 * what was undone undone. A step that cannot be taken back any more, because somebody changed the
 * same place since, is passed over by the next undo, and can still be tried by its id.
 */
public final class History {
    /** So many are read where nobody says how many. */
    public static final int NEWEST = 200;

    public static final int MOST_CHANGES = 1_000;

    private static final Set<ChangeKind> EVERY_KIND = EnumSet.allOf(ChangeKind.class);

    private static final String STATE_BEFORE = "stateBefore";
    private static final String STATE_AFTER = "stateAfter";

    /** The details of an entry in the audit trail that are hashes of a state with its words. */
    public static final Set<String> STATE_HASHES = Set.of(STATE_BEFORE, STATE_AFTER);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Audit audit;
    private final Consumer<String> onChange;
    private final Map<ChangeKind, Reverser> reversers = new EnumMap<>(ChangeKind.class);
    private final HistoryStore store = new HistoryStore();

    /**
     * @param onChange gets the id of a recording in which something was undone or redone, after it
     *     is stored
     */
    public History(Database database, Clock clock, Audit audit, Consumer<String> onChange) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.audit = audit;
        this.onChange = onChange;
    }

    /** From now on that room puts back the kinds of change that it names. */
    public void register(Reverser reverser) {
        for (ChangeKind kind : reverser.kinds()) {
            if (reversers.putIfAbsent(kind, reverser) != null) {
                throw new IllegalStateException("Two rooms put back " + kind);
            }
        }
    }

    /** Keeps a step, inside the transaction that does it; the audit trail has it too. */
    public Change note(Handle handle, NewChange change) {
        store.closeUndone(handle, change.recordingId(), change.personId());
        String id = Id.create();
        int number = store.latest(handle, change.recordingId()) + 1;
        store.insert(handle, id, number, Database.now(clock), change);
        append(
                handle,
                change.personId(),
                change.kind().toString(),
                get(handle, change.recordingId(), id),
                change.before(),
                change.after());
        return get(handle, change.recordingId(), id);
    }

    /** Says whether a step goes on from an earlier one. */
    @FunctionalInterface
    public interface Continuation {
        /**
         * @param before the state before the earlier step, as it was noted
         * @param after the state after it
         * @return the state after both, to be noted; null where the new one does not go on from it
         */
        @Nullable String join(String before, String after);
    }

    /**
     * Keeps a step that goes on with the person's newest, as long as that stands, is of the same
     * kind and turns, and the room says that it goes on; else it is a step of its own.
     */
    public Change goOn(Handle handle, NewChange change, Continuation continuation) {
        Change newest =
                store.newest(handle, change.recordingId(), change.personId())
                        .filter(one -> !one.undone() && one.kind() == change.kind())
                        .filter(one -> one.turnIds().equals(change.turnIds()))
                        .orElse(null);
        if (newest == null) {
            return note(handle, change);
        }
        HistoryStore.States states = store.states(handle, newest.id());
        String joined = continuation.join(states.before(), states.after());
        if (joined == null) {
            return note(handle, change);
        }
        store.closeUndone(handle, change.recordingId(), change.personId());
        store.goOn(
                handle,
                newest.id(),
                store.latest(handle, change.recordingId()) + 1,
                Database.now(clock),
                joined,
                change.readAfter());
        Change now = get(handle, change.recordingId(), newest.id());
        append(handle, change.personId(), change.kind().toString(), now, change.before(), joined);
        return now;
    }

    /** Steps of those kinds are over in this recording: read, and not undone or redone. */
    public void close(Handle handle, String recordingId, Set<ChangeKind> kinds) {
        store.close(handle, recordingId, kinds);
    }

    /**
     * A recording's history as that person sees it.
     *
     * @param after the count that is known already, null: the newest
     * @param most at most so many
     */
    public Steps list(String recordingId, String personId, @Nullable Integer after, int most) {
        int limit = Math.clamp(most, 1, MOST_CHANGES);
        return jdbi.withHandle(
                handle -> {
                    int latest = store.latest(handle, recordingId);
                    if (after == null) {
                        return steps(
                                handle,
                                recordingId,
                                personId,
                                latest,
                                store.newest(handle, recordingId, limit));
                    }
                    List<Change> changes =
                            new ArrayList<>(store.after(handle, recordingId, after, limit));
                    int known =
                            changes.size() < limit
                                    ? latest
                                    : store.touched(handle, changes.getLast().id());
                    changes.sort(Comparator.comparingInt(Change::number));
                    return steps(handle, recordingId, personId, known, changes);
                });
    }

    private Steps steps(
            Handle handle, String recordingId, String personId, int latest, List<Change> changes) {
        return new Steps(
                latest,
                changes,
                store.nextUndo(handle, recordingId, personId).orElse(null),
                store.nextRedo(handle, recordingId, personId).orElse(null));
    }

    /**
     * Takes a step back. One that is taken back already stays so.
     *
     * @param changeId null: the newest of that person that stands
     * @throws Problem.Conflict where the same place was changed since: nothing is undone
     */
    public Undone undo(String personId, String recordingId, @Nullable String changeId) {
        return undo(personId, recordingId, changeId, EVERY_KIND);
    }

    /**
     * As the other one, of somebody who may not take back all that they once did.
     *
     * @param may the kinds of step that they may
     * @throws Problem.Forbidden where the step is of another kind
     */
    public Undone undo(
            String personId, String recordingId, @Nullable String changeId, Set<ChangeKind> may) {
        return move(personId, recordingId, changeId, may, false);
    }

    /**
     * Does a step again that was taken back.
     *
     * @param changeId null: what that person took back last
     * @throws Problem.Conflict where the same place was changed since: nothing is redone
     */
    public Undone redo(String personId, String recordingId, @Nullable String changeId) {
        return redo(personId, recordingId, changeId, EVERY_KIND);
    }

    /**
     * As the other one, of somebody who may not do again all that they once did.
     *
     * @param may the kinds of step that they may
     * @throws Problem.Forbidden where the step is of another kind
     */
    public Undone redo(
            String personId, String recordingId, @Nullable String changeId, Set<ChangeKind> may) {
        return move(personId, recordingId, changeId, may, true);
    }

    private Undone move(
            String personId,
            String recordingId,
            @Nullable String changeId,
            Set<ChangeKind> may,
            boolean redo) {
        Change chosen =
                jdbi.withHandle(handle -> chosen(handle, personId, recordingId, changeId, redo));
        if (!may.contains(chosen.kind())) {
            throw new Problem.Forbidden(
                    "Only the assessor of this learner on this unit can change that.");
        }
        if (chosen.undone() != redo) {
            return new Undone(chosen, Touched.nothing());
        }
        Undone done;
        try {
            done = jdbi.inTransaction(handle -> move(handle, chosen, redo));
        } catch (Problem.Conflict refused) {
            jdbi.useTransaction(handle -> store.close(handle, chosen.id()));
            throw refused;
        }
        onChange.accept(recordingId);
        return done;
    }

    private Change chosen(
            Handle handle,
            String personId,
            String recordingId,
            @Nullable String changeId,
            boolean redo) {
        if (changeId == null) {
            return (redo
                            ? store.nextRedo(handle, recordingId, personId)
                            : store.nextUndo(handle, recordingId, personId))
                    .orElseThrow(
                            () ->
                                    new Problem.Conflict(
                                            redo
                                                    ? "There is nothing to do again."
                                                    : "There is nothing of yours to take back."));
        }
        Change change = get(handle, recordingId, changeId);
        if (!change.by().id().equals(personId)) {
            throw new Problem.Forbidden(
                    "That was done by {by}, who alone can take it back. You can change "
                            + "it anew.",
                    Map.of("by", change.by().name()));
        }
        return change;
    }

    private Undone move(Handle handle, Change chosen, boolean redo) {
        Change change = get(handle, chosen.recordingId(), chosen.id());
        if (change.undone() != redo) {
            return new Undone(change, Touched.nothing());
        }
        Reverser reverser = reversers.get(change.kind());
        if (reverser == null) {
            throw new IllegalStateException("No room puts back " + change.kind());
        }
        HistoryStore.States states = store.states(handle, change.id());
        String from = redo ? states.before() : states.after();
        String to = redo ? states.after() : states.before();
        Touched touched = reverser.restore(handle, change, from, to);
        store.setUndone(handle, change.id(), !redo, store.latest(handle, change.recordingId()) + 1);
        Change now = get(handle, change.recordingId(), change.id());
        append(handle, change.by().id(), redo ? "redo" : "undo", now, from, to);
        return new Undone(now, touched);
    }

    private Change get(Handle handle, String recordingId, String changeId) {
        return store.find(handle, recordingId, changeId)
                .orElseThrow(
                        () -> new Problem.NotFound("There is no such step in this recording."));
    }

    /** Without any word that was said: who hides words need not look here. */
    private void append(
            Handle handle, String personId, String action, Change change, String from, String to) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("text", sentence(action, change.text().message()));
        details.put("change", change.id());
        details.put("kind", change.kind());
        details.put("turnIds", change.turnIds());
        details.put("tagIds", change.tagIds());
        details.put(STATE_BEFORE, Hashes.sha256(from.getBytes(StandardCharsets.UTF_8)));
        details.put(STATE_AFTER, Hashes.sha256(to.getBytes(StandardCharsets.UTF_8)));
        audit.append(
                handle, personId, action, "recording", change.recordingId(), Json.write(details));
    }

    private static String sentence(String action, String text) {
        return switch (action) {
            case "undo" -> "Took back: " + text;
            case "redo" -> "Did again: " + text;
            default -> text;
        };
    }
}
