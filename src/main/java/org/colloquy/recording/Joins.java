package org.colloquy.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.colloquy.common.Cancellation;
import org.colloquy.common.FileNames;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.media.Media;
import org.colloquy.media.PartedSound;
import org.colloquy.people.Viewer;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes one timeline of several recordings of a session. Their bytes stay where they are: the
 * joined recording has a listening copy of its own and the originals are theirs. They are set
 * aside, which can be taken back, as the joined one can be set aside.
 */
public final class Joins {
    private static final int MOST = 50;

    private final Jdbi jdbi;
    private final RecordingStore store;
    private final JoinStore joins;
    private final RecordingFiles files;
    private final JoinedSound sound;
    private final Consumer<String> onChange;

    /** One at a time, so that the same request twice makes one. */
    private final ReentrantLock lock = new ReentrantLock();

    /** What other rooms have of the recordings goes over to the joined one. */
    @FunctionalInterface
    public interface Carrier {
        /**
         * Called inside the transaction.
         *
         * @return the id of each copy of a tag by that of the tag it was made from
         */
        Map<String, String> carry(String recordingId, List<JoinedPart> parts, double seconds);
    }

    /**
     * @param onChange gets the id of each recording that was made or set aside, after that is
     *     stored
     */
    public Joins(
            Database database,
            Path dataFolder,
            Media media,
            Clock clock,
            Consumer<String> onChange) {
        this.jdbi = database.jdbi();
        this.store = new RecordingStore(database, clock);
        this.joins = new JoinStore(clock);
        this.files = new RecordingFiles(dataFolder);
        this.sound = new JoinedSound(files, media);
        this.onChange = onChange;
    }

    /**
     * Joins recordings of the session in that order. Harmless to repeat.
     *
     * @param check refuses, in a sentence, what other rooms cannot join
     * @throws Problem.BadInput where there are fewer than two, or one twice
     * @throws Problem.NotFound where one is not of the session
     * @throws Problem.Conflict where one is not ready
     * @throws Problem.TooLarge where the whole would last too long
     */
    public Recording join(
            Viewer viewer,
            String sessionId,
            List<String> ids,
            Consumer<List<Recording>> check,
            Carrier carrier) {
        if (ids.size() < 2 || ids.size() > MOST || new HashSet<>(ids).size() < ids.size()) {
            throw new Problem.BadInput(
                    "To join recordings, choose two or more (at most {most}), each of "
                            + "them once.",
                    Map.of("most", MOST));
        }
        lock.lock();
        try {
            List<Recording> parts = ids.stream().map(id -> part(sessionId, id)).toList();
            Optional<Recording> before = joinedBefore(parts);
            if (before.isPresent()) {
                return before.get();
            }
            parts.forEach(Joins::requireReady);
            check.accept(parts);
            Recording joined = make(viewer, parts, carrier);
            onChange.accept(joined.id());
            ids.forEach(onChange);
            return joined;
        } finally {
            lock.unlock();
        }
    }

    private Recording part(String sessionId, String id) {
        return store.find(id)
                .filter(recording -> recording.sessionId().equals(sessionId))
                .orElseThrow(
                        () ->
                                new Problem.NotFound(
                                        "One of these recordings is not in this session."));
    }

    /** The recording that these and no others were joined to, in this order. */
    private Optional<Recording> joinedBefore(List<Recording> parts) {
        String into = parts.getFirst().joinedInto();
        List<String> ids = parts.stream().map(Recording::id).toList();
        return parts.stream().allMatch(Recording::setAside) && into != null
                ? store.find(into)
                        .filter(
                                whole ->
                                        whole.joinedFrom().stream()
                                                .map(JoinedPart::recordingId)
                                                .toList()
                                                .equals(ids))
                : Optional.empty();
    }

    private static void requireReady(Recording part) {
        if (part.setAside()) {
            throw new Problem.Conflict(
                    part.joinedInto() == null
                            ? "“{fileName}” is set aside. Take it back first."
                            : "“{fileName}” is set aside because it is joined already. Take it "
                                    + "back first.",
                    Map.of("fileName", part.fileName()));
        }
        if (part.state() != Recording.State.READY) {
            throw new Problem.Conflict(
                    part.state() == Recording.State.UNREADABLE
                            ? "“{fileName}” cannot be heard, so it cannot be joined."
                            : "“{fileName}” is not ready to be joined yet: finish it, and wait "
                                    + "until it can be heard.",
                    Map.of("fileName", part.fileName()));
        }
    }

    private Recording make(Viewer viewer, List<Recording> parts, Carrier carrier) {
        String id = Id.create();
        String name = name(parts);
        try {
            files.createFolder(id);
        } catch (IOException failed) {
            throw new Problem.Unavailable(
                    "The recordings cannot be joined: the data folder cannot be "
                            + "written to ({why}).",
                    Map.of("why", String.valueOf(failed.getMessage())),
                    failed);
        }
        boolean stored = false;
        try {
            PartedSound whole =
                    sound.make(
                            id,
                            parts.stream().map(Recording::id).toList(),
                            name,
                            Cancellation.NEVER);
            jdbi.useTransaction(
                    handle -> {
                        List<JoinedPart> placed =
                                joins.insert(handle, id, name, parts, whole, viewer.personId());
                        Map<String, String> tags =
                                carrier.carry(id, placed, whole.facts().durationSeconds());
                        joins.copyMarks(handle, id, placed, tags);
                    });
            stored = true;
        } finally {
            if (!stored) {
                files.deleteDerived(id);
            }
        }
        return store.get(id);
    }

    private static String name(List<Recording> parts) {
        return FileNames.oneLine(
                parts.getFirst().fileName()
                        + " to "
                        + parts.getLast().fileName()
                        + " ("
                        + parts.size()
                        + " joined)");
    }
}
