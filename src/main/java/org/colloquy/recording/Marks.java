package org.colloquy.recording;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Marks: noted while a recording is received and afterwards, each under an id that the page made,
 * so that what is sent twice is there once. Who may note them is asked at the door.
 */
public final class Marks {
    /** Of one recording, those taken back too: a person does not press a key so often. */
    private static final int MOST = 5_000;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{16,40}");

    private final Jdbi jdbi;
    private final Clock clock;
    private final MarkStore store = new MarkStore();

    public Marks(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    /** In order of time, without those taken back. */
    public List<Mark> list(String recordingId) {
        return jdbi.withHandle(handle -> store.ofRecording(handle, recordingId)).stream()
                .filter(mark -> !mark.withdrawn())
                .toList();
    }

    /** One, taken back or not. */
    public Optional<Mark> find(String recordingId, String markId) {
        return jdbi.withHandle(handle -> store.find(handle, recordingId, markId));
    }

    /** Criteria that were marked and are not tagged yet, in order of time. */
    public List<Mark> untagged(String recordingId) {
        return list(recordingId).stream()
                .filter(mark -> mark.kind() == Mark.Kind.CRITERION && mark.tagId() == null)
                .toList();
    }

    /**
     * Keeps a mark. Sent again it may have another note or a length; one that was taken back stays
     * so, for a repeat may be late.
     *
     * @param questionText the words of the question that it names
     * @throws Problem.Conflict where there is another mark with that id
     */
    public Mark put(
            String personId,
            String recordingId,
            String markId,
            MarkRequest request,
            @Nullable String questionText) {
        if (!ID.matcher(markId).matches()) {
            throw new Problem.BadInput(
                    "The id of a mark has 16 to 40 letters, digits, dashes and underscores.");
        }
        return jdbi.inTransaction(
                handle -> {
                    List<Mark> marks = store.ofRecording(handle, recordingId);
                    Optional<Mark> there =
                            marks.stream().filter(mark -> mark.id().equals(markId)).findFirst();
                    if (there.isEmpty()) {
                        if (marks.size() >= MOST) {
                            throw new Problem.TooLarge(
                                    "This recording has 5,000 marks already; it takes no more.");
                        }
                        store.insert(
                                handle,
                                recordingId,
                                markId,
                                request,
                                questionText,
                                personId,
                                Database.now(clock));
                    } else if (!isThat(there.get(), request)) {
                        throw new Problem.Conflict(
                                "There is another mark with that id. Only its note and its length"
                                        + " can change; take it back and make a new one.");
                    } else if (!there.get().withdrawn()) {
                        store.update(handle, recordingId, markId, request);
                    }
                    return store.find(handle, recordingId, markId).orElseThrow();
                });
    }

    private static boolean isThat(Mark mark, MarkRequest request) {
        return mark.kind() == request.kind()
                && mark.part() == request.part()
                && Math.round(mark.partSeconds() * 1000) == request.partMillis()
                && Objects.equals(mark.questionId(), request.questionId())
                && Objects.equals(mark.criterionId(), request.criterionId());
    }

    /**
     * Takes a mark back; it is kept. Harmless to repeat.
     *
     * @return the mark as it is now
     * @throws Problem.NotFound where there is none
     */
    public Mark withdraw(String personId, String recordingId, String markId) {
        return jdbi.inTransaction(
                handle -> {
                    store.withdraw(handle, recordingId, markId, personId, Database.now(clock));
                    return store.find(handle, recordingId, markId)
                            .orElseThrow(() -> new Problem.NotFound("There is no such mark."));
                });
    }

    /** Says what a mark became; inside the transaction that makes the tag. */
    public void tagged(Mark mark, String tagId) {
        jdbi.useHandle(handle -> store.tagged(handle, mark.recordingId(), mark.id(), tagId));
    }
}
