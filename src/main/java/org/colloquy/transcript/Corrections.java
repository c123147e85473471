package org.colloquy.transcript;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What people change in a transcript's text ({@link SpeakerChanges} is about who speaks). Two
 * people may work on different turns at once; of two changes to one turn the second is refused, and
 * nothing of it is kept.
 */
public final class Corrections {
    private final Jdbi jdbi;
    private final Clock clock;
    private final TurnChange.Listener listener;
    private final Consumer<String> onChange;
    private final TranscriptStore transcripts = new TranscriptStore();
    private final TurnStore turns = new TurnStore();
    private final ChangeGuard guard = new ChangeGuard();

    /**
     * @param listener told of changed words inside the transaction
     * @param onChange gets the id of a recording whose transcript changed, after it is stored
     */
    public Corrections(
            Database database,
            Clock clock,
            TurnChange.Listener listener,
            Consumer<String> onChange) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.listener = listener;
        this.onChange = onChange;
    }

    /**
     * Gives a turn another text. Without any visible word in it the turn is emptied: it is no
     * longer listed, and typing into it again brings it back.
     *
     * @param version of the transcript that the person saw
     * @throws Problem.TooLarge where the text is longer than a turn may be
     * @throws Problem.Conflict where the turn was changed after that version, or the recording has
     *     a newer transcript
     */
    public TurnSaved correct(
            String personId, String transcriptId, int turnId, String text, int version) {
        List<String> typed = WordText.typed(text);
        return change(
                transcriptId,
                turnId,
                version,
                change -> {
                    List<Word> before = turns.words(change.handle, transcriptId, turnId);
                    if (before.stream().map(Word::text).toList().equals(typed)) {
                        return saved(change, change.header.version(), List.of());
                    }
                    TurnChange words = replaceWords(change, before, typed);
                    int next = change.header.version() + 1;
                    turns.corrected(change.handle, transcriptId, turnId, next);
                    turns.log(
                            change.handle,
                            transcriptId,
                            next,
                            turnId,
                            personId,
                            Database.now(clock),
                            String.join(" ", before.stream().map(Word::text).toList()),
                            String.join(" ", typed));
                    return saved(change, next, listener.turnChanged(words));
                });
    }

    /** One change of one turn on its way. */
    private record Change(Handle handle, TranscriptStore.Header header, TurnStore.Row turn) {}

    private TurnSaved change(
            String transcriptId, int turnId, int version, Function<Change, TurnSaved> work) {
        List<String> recording = new ArrayList<>();
        TurnSaved saved =
                jdbi.inTransaction(
                        handle -> {
                            TranscriptStore.Header header = guard.present(handle, transcriptId);
                            TurnStore.Row turn = guard.unchanged(handle, header, turnId, version);
                            recording.add(header.recordingId());
                            return work.apply(new Change(handle, header, turn));
                        });
        recording.forEach(onChange);
        return saved;
    }

    private TurnChange replaceWords(Change change, List<Word> before, List<String> typed) {
        String transcriptId = change.header.id();
        int turnId = change.turn.id();
        TurnStore.Around around = turns.around(change.handle, transcriptId, change.turn.position());
        Word previous = around.before();
        Word next = around.after();
        long end = before.isEmpty() ? 0 : before.getLast().endMillis();
        Alignment.Result result =
                Alignment.align(
                        before,
                        transcripts.heard(change.handle, transcriptId).stream()
                                .collect(Collectors.toMap(MachineWord::id, word -> word)),
                        turns.removed(change.handle, transcriptId, turnId, around),
                        new Alignment.Span(
                                previous == null ? 0 : previous.endMillis(),
                                next == null
                                        ? Math.max(end, change.header.durationMillis())
                                        : next.startMillis()),
                        typed,
                        turns.nextWord(change.handle, transcriptId));
        turns.removeWords(change.handle, transcriptId, turnId, result.nextId());
        Word.Given otherwise =
                change.turn.speakerSet() ? new Word.Given(change.turn.speaker()) : null;
        List<TurnChange.NewWord> after = new ArrayList<>();
        for (int i = 0; i < result.words().size(); i++) {
            Alignment.Source source = result.sources().get(i);
            Word word = result.words().get(i).with(given(before, source, otherwise));
            after.add(new TurnChange.NewWord(word, source.from(), source.to()));
        }
        List<Word> words = after.stream().map(TurnChange.NewWord::word).toList();
        transcripts.insertWords(
                change.handle,
                transcriptId,
                List.of(Turn.of(turnId, change.turn.speaker(), words, true)));
        return new TurnChange(
                transcriptId,
                change.header.recordingId(),
                before,
                after,
                previous == null ? null : previous.id(),
                next == null ? null : next.id());
    }

    /**
     * What people said about who speaks a new word: what they said of the word it came from, or is
     * next to.
     *
     * @param otherwise of a turn that was empty
     */
    static Word.@Nullable Given given(
            List<Word> before, Alignment.Source source, Word.@Nullable Given otherwise) {
        if (before.isEmpty()) {
            return otherwise;
        }
        return before.get(Math.min(source.from(), before.size() - 1)).given();
    }

    private TurnSaved saved(Change change, int version, List<String> tagsToReview) {
        String transcriptId = change.header.id();
        int turnId = change.turn.id();
        TurnStore.Row row = turns.find(change.handle, transcriptId, turnId).orElse(change.turn);
        List<Word> words = turns.words(change.handle, transcriptId, turnId);
        return new TurnSaved(
                version, Turn.of(turnId, row.speaker(), words, row.corrected()), tagsToReview);
    }
}
