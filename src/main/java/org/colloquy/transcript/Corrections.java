package org.colloquy.transcript;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What people change in a transcript: the text of a turn, who speaks in it, what a speaker is
 * called. Two people may work on different turns at once; of two changes to one turn the second is
 * refused, and nothing of it is kept.
 */
public final class Corrections {
    /** More voices than this are not told apart in one recording. */
    static final int MOST_SPEAKERS = 50;

    private static final int LONGEST_NAME = 100;

    private final Jdbi jdbi;
    private final Clock clock;
    private final TurnChange.Listener listener;
    private final Consumer<String> onChange;
    private final TranscriptStore transcripts = new TranscriptStore();
    private final TurnStore turns = new TurnStore();

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

    /**
     * Says who speaks in a turn: a known speaker, a new one (at most {@value #MOST_SPEAKERS}), or
     * nobody known.
     *
     * @throws Problem.Conflict as for {@link #correct}
     */
    public TurnSaved setSpeaker(
            String transcriptId, int turnId, @Nullable Integer speaker, int version) {
        if (speaker != null) {
            requireSpeaker(speaker);
        }
        return change(
                transcriptId,
                turnId,
                version,
                change -> {
                    List<Speaker> known = transcripts.speakers(change.handle, transcriptId);
                    if (speaker != null && known.stream().noneMatch(s -> s.number() == speaker)) {
                        turns.name(change.handle, transcriptId, unnamed(speaker));
                    }
                    int next = change.header.version() + 1;
                    turns.spoken(change.handle, transcriptId, turnId, speaker, next);
                    return saved(change, next, List.of());
                });
    }

    /**
     * Gives a speaker a name for the whole transcript; an empty one gives back "Speaker 1". The
     * last name given holds.
     */
    public List<Speaker> nameSpeaker(String transcriptId, int speaker, String name) {
        requireSpeaker(speaker);
        if (name.length() > LONGEST_NAME) {
            throw new Problem.TooLarge(
                    "A speaker's name can have at most " + LONGEST_NAME + " characters.");
        }
        String clean = String.join(" ", WordText.words(name));
        String recordingId =
                jdbi.inTransaction(
                        handle -> {
                            TranscriptStore.Header header = present(handle, transcriptId);
                            turns.name(
                                    handle,
                                    transcriptId,
                                    clean.isEmpty()
                                            ? unnamed(speaker)
                                            : new Speaker(speaker, clean));
                            turns.setVersion(handle, transcriptId, header.version() + 1);
                            return header.recordingId();
                        });
        onChange.accept(recordingId);
        return jdbi.withHandle(handle -> transcripts.speakers(handle, transcriptId));
    }

    /** One change of one turn on its way. */
    private record Change(Handle handle, TranscriptStore.Header header, TurnStore.Row turn) {}

    private TurnSaved change(
            String transcriptId, int turnId, int version, Function<Change, TurnSaved> work) {
        List<String> recording = new ArrayList<>();
        TurnSaved saved =
                jdbi.inTransaction(
                        handle -> {
                            TranscriptStore.Header header = present(handle, transcriptId);
                            TurnStore.Row turn = unchangedTurn(handle, header, turnId, version);
                            recording.add(header.recordingId());
                            return work.apply(new Change(handle, header, turn));
                        });
        recording.forEach(onChange);
        return saved;
    }

    private TurnStore.Row unchangedTurn(
            Handle handle, TranscriptStore.Header header, int turnId, int version) {
        TurnStore.Row turn =
                turns.find(handle, header.id(), turnId)
                        .orElseThrow(
                                () ->
                                        new Problem.NotFound(
                                                "This transcript has no turn " + turnId + "."));
        if (version < 1 || version > header.version()) {
            throw new Problem.BadInput(
                    "This transcript has no version " + version + ": load the page again.");
        }
        if (turn.changedVersion() > version) {
            throw new Problem.Conflict(
                    "This turn was changed meanwhile, and what you did is not saved. Look at it as"
                            + " it is now and change it again.");
        }
        return turn;
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
                        turns.removed(change.handle, transcriptId, turnId, around),
                        new Alignment.Span(
                                previous == null ? 0 : previous.endMillis(),
                                next == null
                                        ? Math.max(end, change.header.durationMillis())
                                        : next.startMillis()),
                        typed,
                        turns.nextWord(change.handle, transcriptId));
        turns.removeWords(change.handle, transcriptId, turnId, result.nextId());
        transcripts.insertWords(
                change.handle,
                transcriptId,
                List.of(Turn.of(turnId, change.turn.speaker(), result.words(), true, false)));
        List<TurnChange.NewWord> after = new ArrayList<>();
        for (int i = 0; i < result.words().size(); i++) {
            Alignment.Source source = result.sources().get(i);
            after.add(new TurnChange.NewWord(result.words().get(i), source.from(), source.to()));
        }
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
                version,
                Turn.of(turnId, row.speaker(), words, row.corrected(), row.speakerSet()),
                tagsToReview);
    }

    private TranscriptStore.Header present(Handle handle, String transcriptId) {
        TranscriptStore.Header header =
                transcripts
                        .find(handle, transcriptId)
                        .orElseThrow(() -> new Problem.NotFound("There is no such transcript."));
        if (header.state() != TranscriptVersion.State.PRESENT) {
            throw new Problem.Conflict(
                    "This is not the recording's transcript any more, or not yet. Load the page to"
                            + " see the one that is; this one is kept as it is.");
        }
        return header;
    }

    private static void requireSpeaker(int number) {
        if (number < 1 || number > MOST_SPEAKERS) {
            throw new Problem.BadInput(
                    "There is no speaker "
                            + number
                            + ": give one from 1 to "
                            + MOST_SPEAKERS
                            + ".");
        }
    }

    private static Speaker unnamed(int number) {
        return new Speaker(number, "Speaker " + number);
    }
}
