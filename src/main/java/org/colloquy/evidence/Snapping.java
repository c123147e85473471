package org.colloquy.evidence;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.colloquy.common.Id;
import org.colloquy.database.Database;
import org.colloquy.recording.Mark;
import org.colloquy.recording.MarkRequest;
import org.colloquy.recording.Marks;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.Turn;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Makes tags of criteria that were marked while people talked, as soon as there is a transcript:
 * which turn is meant says {@link SaidThen}. Each mark becomes a tag once; a later hearing carries
 * the tag over like any other. A mark that comes after the transcript becomes a tag at once.
 */
public final class Snapping {
    private static final String MARKED = "Marked while recording at ";

    private final Jdbi jdbi;
    private final Clock clock;
    private final Transcripts transcripts;
    private final Marks marks;
    private final Consumer<String> onChange;
    private final TagStore store = new TagStore();

    /**
     * @param onChange gets the id of a recording whose tags changed, after they are stored
     */
    public Snapping(
            Database database,
            Clock clock,
            Transcripts transcripts,
            Marks marks,
            Consumer<String> onChange) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.transcripts = transcripts;
        this.marks = marks;
        this.onChange = onChange;
    }

    /** Tags what was marked in the recording and is not tagged yet; as often as you like. */
    public void snap(String recordingId) {
        if (jdbi.inTransaction(handle -> snap(handle, recordingId))) {
            onChange.accept(recordingId);
        }
    }

    private boolean snap(Handle handle, String recordingId) {
        Optional<Transcript> present =
                marks.untagged(recordingId).isEmpty()
                        ? Optional.empty()
                        : transcripts.find(recordingId);
        if (present.isEmpty()) {
            return false;
        }
        Transcript transcript = present.get();
        Passages passages = new Passages(transcript.words());
        SaidThen said =
                new SaidThen(
                        transcript.turns(),
                        LearnersVoice.of(handle, recordingId).among(transcript.speakers()));
        Map<String, String> criteria = store.criteria(handle, recordingId);
        boolean made = false;
        for (Mark mark : marks.untagged(recordingId)) {
            String criterion = mark.criterionId();
            Turn turn = said.at(Math.round(mark.seconds() * 1000)).orElse(null);
            if (turn != null && criterion != null && criteria.containsKey(criterion)) {
                Passage passage =
                        passages.find(turn.words().getFirst().id(), turn.words().getLast().id())
                                .orElseThrow();
                marks.tagged(mark, tag(handle, transcript.id(), criterion, passage, mark));
                made = true;
            }
        }
        return made;
    }

    /** The tag of that passage and criterion: the one that is there, else a new one. */
    private String tag(
            Handle handle, String transcriptId, String criterionId, Passage passage, Mark mark) {
        return store.twin(handle, transcriptId, criterionId, passage, null)
                .orElseGet(
                        () -> {
                            String id = Id.create();
                            store.insert(
                                    handle,
                                    id,
                                    transcriptId,
                                    criterionId,
                                    passage,
                                    reason(mark),
                                    Strength.FULLY,
                                    false,
                                    mark.by().id(),
                                    Database.now(clock));
                            return id;
                        });
    }

    /** Keeps a mark, and makes a tag of it where there is a transcript already. */
    public Mark put(
            String personId,
            String recordingId,
            String markId,
            MarkRequest request,
            @Nullable String questionText) {
        jdbi.useTransaction(
                handle -> {
                    Mark before = marks.find(recordingId, markId).orElse(null);
                    Mark after = marks.put(personId, recordingId, markId, request, questionText);
                    String tagId = after.tagId();
                    if (before != null && tagId != null) {
                        // The reason follows the note, unless a person wrote another.
                        store.find(handle, tagId)
                                .filter(tag -> tag.reason().equals(reason(before)))
                                .ifPresent(tag -> store.update(handle, tag.because(reason(after))));
                    }
                    snap(handle, recordingId);
                });
        onChange.accept(recordingId);
        return marks.find(recordingId, markId).orElseThrow();
    }

    /**
     * Takes a mark back, and with it the tag that it became, unless another mark became that too.
     */
    public void withdraw(String personId, String recordingId, String markId) {
        jdbi.useTransaction(
                handle -> {
                    boolean first =
                            marks.find(recordingId, markId)
                                    .filter(mark -> !mark.withdrawn())
                                    .isPresent();
                    Mark mark = marks.withdraw(personId, recordingId, markId);
                    String tagId = mark.tagId();
                    boolean shared =
                            marks.list(recordingId).stream()
                                    .anyMatch(
                                            other -> tagId != null && tagId.equals(other.tagId()));
                    if (first && tagId != null && !shared) {
                        store.find(handle, tagId)
                                .filter(tag -> tag.state() != Tag.State.WITHDRAWN)
                                .filter(tag -> tag.reason().startsWith(MARKED))
                                .ifPresent(
                                        tag ->
                                                store.setState(
                                                        handle,
                                                        tagId,
                                                        Tag.State.WITHDRAWN,
                                                        personId,
                                                        Database.now(clock)));
                    }
                });
        onChange.accept(recordingId);
    }

    private static String reason(Mark mark) {
        String reason = MARKED + time((long) mark.seconds());
        return mark.note().isEmpty() ? reason : reason + ": " + mark.note();
    }

    /** "12:04" or "1:02:03". */
    private static String time(long seconds) {
        return seconds >= 3600
                ? String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
