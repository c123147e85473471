package org.colloquy.transcript;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.colloquy.history.ChangeKind;
import org.colloquy.history.History;
import org.colloquy.history.NewChange;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What people change in a transcript's text ({@link SpeakerChanges} is about who speaks). Two
 * people may work on different turns at once; of two changes to one turn the second is refused, and
 * nothing of it is kept.
 */
public final class Corrections {
    private final Jdbi jdbi;
    private final Clock clock;
    private final History history;
    private final TurnChange.Listener listener;
    private final Consumer<String> onChange;
    private final TranscriptStore transcripts = new TranscriptStore();
    private final TurnStore turns = new TurnStore();
    private final CheckStore checks = new CheckStore();
    private final Scenes scenes = new Scenes();
    private final ChangeGuard guard = new ChangeGuard();

    /**
     * @param listener told of changed words inside the transaction
     * @param onChange gets the id of a recording whose transcript changed, after it is stored
     */
    public Corrections(
            Database database,
            Clock clock,
            History history,
            TurnChange.Listener listener,
            Consumer<String> onChange) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.history = history;
        this.listener = listener;
        this.onChange = onChange;
    }

    /** As the other one, as a step of its own. */
    public TurnSaved correct(
            String personId, String transcriptId, int turnId, String text, int version) {
        return correct(personId, transcriptId, turnId, text, version, false);
    }

    /**
     * Gives a turn another text. Without any visible word in it the turn is emptied: it is no
     * longer listed, and typing into it again brings it back. What it changed counts as checked by
     * who changed it.
     *
     * @param version of the transcript that the person saw
     * @param continues typing that goes on: one step of the history with what that person did last,
     *     where that was in the same turn and nobody changed it since
     * @throws Problem.TooLarge where the text is longer than a turn may be
     * @throws Problem.Conflict where the turn was changed after that version, or the recording has
     *     a newer transcript
     */
    public TurnSaved correct(
            String personId,
            String transcriptId,
            int turnId,
            String text,
            int version,
            boolean continues) {
        List<String> typed = WordText.typed(text);
        return change(
                transcriptId,
                turnId,
                version,
                change -> {
                    Handle handle = change.handle;
                    Scene before = scenes.read(handle, transcriptId, List.of(turnId));
                    List<Word> words = before.turns().getFirst().plain();
                    if (words.stream().map(Word::text).toList().equals(typed)) {
                        return saved(change, change.header.version(), List.of());
                    }
                    TurnChange replaced = replaceWords(change, words, typed);
                    int next = change.header.version() + 1;
                    turns.corrected(handle, transcriptId, turnId, next);
                    turns.log(
                            handle,
                            transcriptId,
                            next,
                            turnId,
                            personId,
                            Database.now(clock),
                            before.text(),
                            String.join(" ", typed));
                    checks.written(handle, replaced, personId, Database.now(clock));
                    TurnChange.Outcome outcome =
                            listener.turnsChanged(List.of(replaced), List.of());
                    note(change, personId, before, replaced, outcome.holds(), continues);
                    return saved(change, next, outcome.toReview());
                });
    }

    private void note(
            Change change,
            String personId,
            Scene before,
            TurnChange replaced,
            List<TurnChange.Hold> holds,
            boolean continues) {
        Scene now = scenes.read(change.handle, change.header.id(), before.turnIds());
        Scene after =
                now.withTurns(
                                List.of(
                                        Rewriting.withSources(
                                                now.turns().getFirst(), replaced.after())))
                        .holding(holds);
        Long start = before.startMillis() == null ? after.startMillis() : before.startMillis();
        NewChange step =
                new NewChange(
                        change.header.recordingId(),
                        personId,
                        ChangeKind.CORRECT,
                        TimeText.at(
                                start,
                                replaced.after().isEmpty()
                                        ? Text.of("Emptied a turn")
                                        : Text.of("Corrected a turn")),
                        before.turnIds(),
                        List.of(),
                        start,
                        before.text(),
                        after.text(),
                        before.json(),
                        after.json());
        if (continues) {
            history.goOn(
                    change.handle,
                    step,
                    (ignored, earlier) -> Rewriting.goingOn(Scene.read(earlier), before, after));
        } else {
            history.note(change.handle, step);
        }
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
                        turns.heard(change.handle, transcriptId, turnId),
                        turns.removed(change.handle, transcriptId, turnId, around),
                        new Alignment.Span(
                                previous == null ? 0 : previous.endMillis(),
                                next == null
                                        ? Math.max(end, change.header.durationMillis())
                                        : next.startMillis()),
                        typed,
                        turns.nextWord(change.handle, transcriptId));
        turns.removeWords(change.handle, transcriptId, List.of(turnId));
        turns.setNextWord(change.handle, transcriptId, result.nextId());
        Word.Given otherwise =
                change.turn.speakerSet() ? new Word.Given(change.turn.speaker()) : null;
        List<TurnChange.NewWord> after = Rewriting.spoken(before, result, otherwise);
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

    private TurnSaved saved(Change change, int version, List<String> tagsToReview) {
        String transcriptId = change.header.id();
        int turnId = change.turn.id();
        TurnStore.Row row = turns.find(change.handle, transcriptId, turnId).orElse(change.turn);
        List<Word> words = turns.words(change.handle, transcriptId, turnId);
        return new TurnSaved(
                version, Turn.of(turnId, row.speaker(), words, row.corrected()), tagsToReview);
    }
}
