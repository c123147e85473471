package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.colloquy.history.ChangeKind;
import org.colloquy.history.History;
import org.colloquy.history.NewChange;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Where turns begin and end, as people say: split, joined, the border between two moved. Words,
 * their order, ids, texts and times stay, so tags stay where they are.
 */
public final class TurnCuts {
    private final Jdbi jdbi;
    private final History history;
    private final Deltas deltas;
    private final Consumer<String> onChange;
    private final ChangeGuard guard = new ChangeGuard();
    private final TranscriptStore transcripts = new TranscriptStore();
    private final TurnStore turns = new TurnStore();
    private final SpeakerStore speakers = new SpeakerStore();
    private final HearingStore hearings = new HearingStore();
    private final Scenes scenes = new Scenes();

    /**
     * @param onChange gets the id of a recording whose transcript changed, after it is stored
     */
    public TurnCuts(Database database, History history, Deltas deltas, Consumer<String> onChange) {
        this.jdbi = database.jdbi();
        this.history = history;
        this.deltas = deltas;
        this.onChange = onChange;
    }

    /** A change on its way, and the turn that it is about. */
    private record Cut(
            Handle handle,
            TranscriptStore.Header header,
            TurnStore.Row row,
            Revoicing.Part part,
            int version) {
        Turn turn() {
            return part.turn();
        }
    }

    /**
     * What becomes of which turns.
     *
     * @param start in milliseconds
     */
    private record Done(
            List<Revoicing.Part> before,
            List<Revoicing.Part> after,
            ChangeKind kind,
            Text text,
            long start) {}

    private interface Work {
        /** Null: it is as asked for already. */
        @Nullable Done done(Cut cut);
    }

    /**
     * A turn ends before that word, which begins one of the same speaker.
     *
     * @throws Problem.BadInput where the word is not in the turn, or its first
     * @throws Problem.Conflict where the turn was changed after that version
     */
    public TranscriptDelta split(
            String personId, String transcriptId, int turnId, int beforeWord, int version) {
        return change(
                personId,
                transcriptId,
                turnId,
                version,
                cut -> {
                    int at = indexOf(cut.turn().words(), beforeWord);
                    if (at < 0) {
                        throw new Problem.BadInput(
                                "That word is not in this turn, or not any more: nothing is "
                                        + "split.");
                    }
                    if (at == 0) {
                        throw new Problem.BadInput(
                                "The turn begins with that word already: choose a later one to"
                                        + " split it there.");
                    }
                    return new Done(
                            List.of(cut.part()),
                            Revoicing.cut(
                                    cut.part(),
                                    at,
                                    transcripts.heard(cut.handle(), transcriptId),
                                    hearings.nextTurn(cut.handle(), transcriptId)),
                            ChangeKind.SPLIT,
                            Text.of("Split a turn"),
                            cut.turn().words().get(at).startMillis());
                });
    }

    /**
     * A turn goes on with the words of the next one, which are its speaker's then.
     *
     * @throws Problem.BadInput where it is the last
     * @throws Problem.TooLarge where a turn cannot hold both
     * @throws Problem.Conflict where one of the two was changed after that version
     */
    public TranscriptDelta join(String personId, String transcriptId, int turnId, int version) {
        return change(
                personId,
                transcriptId,
                turnId,
                version,
                cut -> {
                    Revoicing.Part next = neighbour(cut, 1);
                    if (next == null) {
                        throw new Problem.BadInput(
                                "This is the last turn: there is none after it to join.");
                    }
                    List<Word> words = new ArrayList<>(cut.turn().words());
                    words.addAll(given(next.turn().words(), next.turn(), cut.turn()));
                    requireRoom(words);
                    boolean corrected = cut.turn().corrected() || next.turn().corrected();
                    return new Done(
                            List.of(cut.part(), next),
                            List.of(part(cut.part(), words, corrected)),
                            ChangeKind.JOIN,
                            Text.of("Joined two turns"),
                            cut.turn().startMillis());
                });
    }

    /**
     * A turn begins at that word: of the turn before it, or of its own. Words that go over are said
     * by who speaks there.
     *
     * @throws Problem.BadInput where the word is in neither, or would leave a turn without words
     * @throws Problem.Conflict where one of the two was changed after that version
     */
    public TranscriptDelta boundary(
            String personId, String transcriptId, int turnId, int firstWord, int version) {
        return change(
                personId,
                transcriptId,
                turnId,
                version,
                cut -> {
                    Revoicing.Part previous = neighbour(cut, -1);
                    int here = indexOf(cut.turn().words(), firstWord);
                    if (here == 0) {
                        return null;
                    }
                    if (previous == null) {
                        throw new Problem.BadInput(
                                "This is the first turn: there is none before it to share words"
                                        + " with.");
                    }
                    Turn before = previous.turn();
                    Turn turn = cut.turn();
                    List<Word> left = new ArrayList<>(before.words());
                    List<Word> right = new ArrayList<>(turn.words());
                    if (here > 0) {
                        left.addAll(given(turn.words().subList(0, here), turn, before));
                        right.subList(0, here).clear();
                    } else {
                        int there = indexOf(before.words(), firstWord);
                        if (there < 0) {
                            throw new Problem.BadInput(
                                    "That word is neither in this turn nor in the one before it,"
                                            + " or not any more: nothing is moved.");
                        }
                        if (there == 0) {
                            throw new Problem.BadInput(
                                    "That would leave nothing of the turn before: join the two"
                                            + " instead.");
                        }
                        left.subList(there, left.size()).clear();
                        right.addAll(
                                0,
                                given(
                                        before.words().subList(there, before.words().size()),
                                        before,
                                        turn));
                    }
                    requireRoom(left);
                    requireRoom(right);
                    boolean corrected = before.corrected() || turn.corrected();
                    return new Done(
                            List.of(previous, cut.part()),
                            List.of(
                                    part(
                                            previous,
                                            left,
                                            before.corrected() || corrected && here > 0),
                                    part(
                                            cut.part(),
                                            right,
                                            turn.corrected() || corrected && here < 0)),
                            ChangeKind.BOUNDARY,
                            Text.of("Moved the border between two turns"),
                            right.getFirst().startMillis());
                });
    }

    private TranscriptDelta change(
            String personId, String transcriptId, int turnId, int version, Work work) {
        String[] changed = {null};
        TranscriptDelta delta =
                jdbi.inTransaction(
                        handle -> {
                            TranscriptStore.Header header = guard.present(handle, transcriptId);
                            TurnStore.Row row = guard.turn(handle, header, turnId);
                            ChangeGuard.requireVersion(header, version);
                            Cut cut =
                                    new Cut(
                                            handle,
                                            header,
                                            row,
                                            part(handle, header, row),
                                            version);
                            guard.requireUnchanged(handle, header, List.of(turnId), version);
                            if (cut.turn().words().isEmpty()) {
                                throw new Problem.BadInput(
                                        "There is nothing in this turn any more.");
                            }
                            Done done = work.done(cut);
                            if (done == null) {
                                return deltas.since(handle, transcriptId, version);
                            }
                            keep(personId, cut, done);
                            changed[0] = header.recordingId();
                            return deltas.since(handle, transcriptId, version).afterStep(List.of());
                        });
        if (changed[0] != null) {
            onChange.accept(changed[0]);
        }
        return delta;
    }

    private void keep(String personId, Cut cut, Done done) {
        Handle handle = cut.handle();
        TranscriptStore.Header header = cut.header();
        List<Integer> ids = done.before().stream().map(part -> part.turn().id()).toList();
        guard.requireUnchanged(handle, header, ids, cut.version());
        Scene scene = scenes.read(handle, header.id(), ids);
        int next = header.version() + 1;
        speakers.change(handle, header.id(), done.before(), done.after(), next);
        turns.setVersion(handle, header.id(), next);
        Stages.Pair pair =
                Stages.pair(
                        handle,
                        header,
                        scene,
                        turns,
                        scenes,
                        transcripts.speakers(handle, header.id()),
                        transcripts);
        history.note(
                handle,
                new NewChange(
                        header.recordingId(),
                        personId,
                        done.kind(),
                        TimeText.at(done.start(), done.text()),
                        pair.after().turnIds(),
                        List.of(),
                        done.start(),
                        "",
                        "",
                        pair.before().json(),
                        pair.after().json()));
    }

    private Revoicing.Part part(Handle handle, TranscriptStore.Header header, TurnStore.Row row) {
        List<Word> words = turns.words(handle, header.id(), row.id());
        return new Revoicing.Part(
                Turn.of(row.id(), row.speaker(), words, row.corrected()), row.splitFrom());
    }

    private static Revoicing.Part part(Revoicing.Part old, List<Word> words, boolean corrected) {
        return new Revoicing.Part(
                Turn.of(old.turn().id(), old.turn().speaker(), words, corrected), old.splitFrom());
    }

    /** The nearest turn with words, before or after. */
    private Revoicing.@Nullable Part neighbour(Cut cut, int step) {
        List<Integer> order = turns.order(cut.handle(), cut.header().id());
        int at = order.indexOf(cut.row().id()) + step;
        return at < 0 || at >= order.size()
                ? null
                : part(
                        cut.handle(),
                        cut.header(),
                        guard.turn(cut.handle(), cut.header(), order.get(at)));
    }

    private static List<Word> given(List<Word> words, Turn from, Turn to) {
        return Objects.equals(from.speaker(), to.speaker())
                ? words
                : words.stream().map(word -> word.givenTo(to.speaker(), from.speaker())).toList();
    }

    private static void requireRoom(List<Word> words) {
        if (words.size() > WordText.MOST_WORDS) {
            throw new Problem.TooLarge(
                    "One turn can hold at most {mostWords} words: the turns are as " + "they were.",
                    Map.of("mostWords", WordText.MOST_WORDS));
        }
    }

    private static int indexOf(List<Word> words, int id) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }
}
