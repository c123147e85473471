package org.colloquy.transcript;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.history.Change;
import org.colloquy.history.ChangeKind;
import org.colloquy.history.History;
import org.colloquy.history.Reverser;
import org.colloquy.history.Touched;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Puts words, turns and speakers back as they stood before a step, or after it. Steps of a
 * transcript that a later hearing replaced are over: they are read and not taken back.
 */
public final class WordSteps implements Reverser {
    private static final Set<ChangeKind> KINDS =
            EnumSet.of(
                    ChangeKind.CORRECT,
                    ChangeKind.SPLIT,
                    ChangeKind.JOIN,
                    ChangeKind.BOUNDARY,
                    ChangeKind.SPEAKER,
                    ChangeKind.REPLACE);

    private final Jdbi jdbi;
    private final Clock clock;
    private final TurnChange.Listener listener;
    private final ChangeGuard guard = new ChangeGuard();
    private final Scenes scenes = new Scenes();
    private final TranscriptStore transcripts = new TranscriptStore();
    private final TurnStore turns = new TurnStore();
    private final SpeakerStore speakers = new SpeakerStore();

    /**
     * @param listener told of changed words inside the transaction
     */
    public WordSteps(Database database, Clock clock, TurnChange.Listener listener) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public Set<ChangeKind> kinds() {
        return KINDS;
    }

    /**
     * Tells another listener of an accepted proposal, and closes the steps of the transcript that
     * it replaced.
     */
    public Carried.Listener closing(History history, Carried.Listener next) {
        Set<ChangeKind> kinds = EnumSet.copyOf(KINDS);
        kinds.add(ChangeKind.CHECK);
        return (oldTranscriptId, newTranscriptId, carried) -> {
            next.accepted(oldTranscriptId, newTranscriptId, carried);
            jdbi.useTransaction(
                    handle ->
                            transcripts
                                    .find(handle, newTranscriptId)
                                    .ifPresent(
                                            header ->
                                                    history.close(
                                                            handle, header.recordingId(), kinds)));
        };
    }

    @Override
    public Touched restore(Handle handle, Change change, String fromState, String toState) {
        Scene from = Scene.read(fromState);
        Scene to = Scene.read(toState);
        TranscriptStore.Header header = present(handle, from.transcript());
        Map<Integer, Integer> versions =
                scenes.put(handle, header, change.by().id(), from, to, header.version() + 1);
        log(handle, header, change, from, to, versions);
        if (from.hasWordsOf(to)) {
            return new Touched(header.id(), header.version(), false, List.of());
        }
        List<TurnChange> changes = changes(handle, header, from, to, change.undone());
        List<TurnChange.Hold> holds =
                change.undone()
                        ? to.holds()
                        : from.holds().stream().map(TurnChange.Hold::back).toList();
        return new Touched(
                header.id(),
                header.version(),
                true,
                listener.turnsChanged(changes, holds).toReview());
    }

    /**
     * @throws Problem.Conflict where a later hearing took its place
     */
    TranscriptStore.Header present(Handle handle, String transcriptId) {
        try {
            return guard.present(handle, transcriptId);
        } catch (Problem.Conflict replaced) {
            throw new Problem.Conflict(
                    "This was done in an earlier transcript of the recording, which a later hearing"
                            + " replaced: it can be read, and not taken back any more.");
        }
    }

    private void log(
            Handle handle,
            TranscriptStore.Header header,
            Change change,
            Scene from,
            Scene to,
            Map<Integer, Integer> versions) {
        Map<Integer, Scene.TurnState> was = from.byId();
        if (!from.hasWordsOf(to)) {
            List<TurnStore.Rewritten> texts = new ArrayList<>();
            for (Scene.TurnState turn : to.turns()) {
                Scene.TurnState before = was.get(turn.id());
                Integer version = versions.get(turn.id());
                if (before != null && version != null && !before.text().equals(turn.text())) {
                    texts.add(
                            new TurnStore.Rewritten(
                                    version, turn.id(), before.text(), turn.text()));
                }
            }
            turns.log(handle, header.id(), texts, change.by().id(), Database.now(clock));
        }
        SpeakerChanges.Entry line = to.line();
        if (line != null) {
            speakers.log(
                    handle,
                    header.id(),
                    header.version() + 1,
                    change.by().id(),
                    Database.now(clock),
                    line);
        }
    }

    private List<TurnChange> changes(
            Handle handle, TranscriptStore.Header header, Scene from, Scene to, boolean redo) {
        Map<Integer, Scene.TurnState> was = from.byId();
        Map<Integer, TurnStore.Beside> besides = turns.besides(handle, header.id());
        List<TurnChange> changes = new ArrayList<>();
        for (Scene.TurnState turn : to.turns()) {
            Scene.TurnState before = was.get(turn.id());
            if (before == null || before.plain().equals(turn.plain())) {
                continue;
            }
            TurnStore.Beside beside =
                    Objects.requireNonNull(
                            besides.get(turn.id()), "a turn that was put back is there");
            changes.add(
                    new TurnChange(
                            header.id(),
                            header.recordingId(),
                            before.plain(),
                            redo ? forward(turn.words()) : back(before.words(), turn.words()),
                            beside.wordBefore(),
                            beside.wordAfter()));
        }
        return changes;
    }

    private static List<TurnChange.NewWord> forward(List<Scene.WordState> words) {
        return words.stream()
                .map(
                        word ->
                                new TurnChange.NewWord(
                                        word.word(), orZero(word.from()), orZero(word.to())))
                .toList();
    }

    /** Every old word came from the new ones that were made of it. */
    private static List<TurnChange.NewWord> back(
            List<Scene.WordState> now, List<Scene.WordState> old) {
        List<TurnChange.NewWord> words = new ArrayList<>();
        for (int place = 0; place < old.size(); place++) {
            int first = -1;
            int end = -1;
            int before = 0;
            for (int i = 0; i < now.size(); i++) {
                int from = orZero(now.get(i).from());
                int to = orZero(now.get(i).to());
                if (from <= place && place < to) {
                    first = first < 0 ? i : first;
                    end = i + 1;
                } else if (to <= place) {
                    before = i + 1;
                }
            }
            words.add(
                    new TurnChange.NewWord(
                            old.get(place).word(),
                            first < 0 ? before : first,
                            first < 0 ? before : end));
        }
        return words;
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
