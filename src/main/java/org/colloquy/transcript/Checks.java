package org.colloquy.transcript;

import java.time.Clock;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.colloquy.common.Position;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.colloquy.history.Change;
import org.colloquy.history.ChangeKind;
import org.colloquy.history.History;
import org.colloquy.history.NewChange;
import org.colloquy.history.Reverser;
import org.colloquy.history.Touched;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Which words of a transcript somebody said are right: the assessor checks them, the learner
 * confirms them. What is as asked for already stays as it is.
 */
public final class Checks implements Reverser {
    private final Jdbi jdbi;
    private final Clock clock;
    private final History history;
    private final Deltas deltas;
    private final ChangeGuard guard = new ChangeGuard();
    private final TurnStore turns = new TurnStore();
    private final CheckStore store = new CheckStore();
    private final WordSteps steps;

    public Checks(Database database, Clock clock, History history, Deltas deltas, WordSteps steps) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.history = history;
        this.deltas = deltas;
        this.steps = steps;
    }

    /**
     * Ids of the words of a transcript that nobody checked and nobody confirmed: one query for all
     * passages of it.
     */
    public static BitSet unchecked(Handle handle, String transcriptId) {
        return new CheckStore().unchecked(handle, transcriptId);
    }

    /** What is to be said of a word, given what was. */
    private interface Answer {
        /** Null: nothing. */
        @Nullable Mark of(@Nullable Mark before);
    }

    /** What was done to so many words. */
    private interface Sentence {
        Text of(int count, Map<String, String> at);
    }

    /** The assessor has listened: those words, both ends included, are right. */
    public TranscriptDelta check(
            String personId, String transcriptId, int firstWord, int lastWord, int version) {
        Instant now = Database.now(clock);
        return set(
                personId,
                transcriptId,
                firstWord,
                lastWord,
                version,
                (count, at) ->
                        Text.plural(
                                count,
                                "Checked one word at {position}.",
                                "Checked {count} words at {position}.",
                                at),
                before ->
                        before == null
                                ? Mark.checked(personId, now)
                                : before.checkedBy() == null
                                        ? before.withCheck(personId, now)
                                        : before);
    }

    /** The learner says that those words are right, by their own account or to the assessor. */
    public TranscriptDelta confirm(
            String personId,
            String transcriptId,
            int firstWord,
            int lastWord,
            Check.How how,
            int version) {
        Instant now = Database.now(clock);
        return set(
                personId,
                transcriptId,
                firstWord,
                lastWord,
                version,
                how == Check.How.SELF
                        ? (count, at) ->
                                Text.plural(
                                        count,
                                        "Confirmed one word at {position}.",
                                        "Confirmed {count} words at {position}.",
                                        at)
                        : (count, at) ->
                                Text.plural(
                                        count,
                                        "Noted that the learner confirmed one word at {position}.",
                                        "Noted that the learner confirmed {count} "
                                                + "words at {position}.",
                                        at),
                before ->
                        before != null
                                        && before.isConfirmed()
                                        && (how == Check.How.PRESENCE
                                                || how.toString().equals(before.how()))
                                ? before
                                : Mark.confirmed(before, personId, now, how));
    }

    /** Those words are as the machine heard them, whatever was said of them. */
    public TranscriptDelta clear(
            String personId, String transcriptId, int firstWord, int lastWord, int version) {
        return set(
                personId,
                transcriptId,
                firstWord,
                lastWord,
                version,
                (count, at) ->
                        Text.plural(
                                count,
                                "Took back that one word at {position} is right.",
                                "Took back that {count} words at {position} are right.",
                                at),
                before -> null);
    }

    /** A learner takes back what that learner confirmed; nothing else changes. */
    public TranscriptDelta withdraw(
            String personId, String transcriptId, int firstWord, int lastWord, int version) {
        return set(
                personId,
                transcriptId,
                firstWord,
                lastWord,
                version,
                (count, at) ->
                        Text.plural(
                                count,
                                "Took back the confirmation of one word at {position}.",
                                "Took back the confirmation of {count} words at {position}.",
                                at),
                before ->
                        before == null || !personId.equals(before.confirmedBy())
                                ? before
                                : before.withoutConfirmation());
    }

    private TranscriptDelta set(
            String personId,
            String transcriptId,
            int firstWord,
            int lastWord,
            int version,
            Sentence sentence,
            Answer answer) {
        return jdbi.inTransaction(
                handle -> {
                    TranscriptStore.Header header = guard.present(handle, transcriptId);
                    List<TurnStore.Place> places =
                            passage(turns.places(handle, transcriptId), firstWord, lastWord);
                    Set<Integer> turnIds = new LinkedHashSet<>();
                    places.forEach(place -> turnIds.add(place.turnId()));
                    guard.requireUnchanged(handle, header, turnIds, version);
                    Map<Integer, Mark> marks = store.marks(handle, transcriptId);
                    Map<Integer, Mark> now = new HashMap<>(marks);
                    TreeSet<Integer> changed = new TreeSet<>();
                    for (TurnStore.Place place : places) {
                        Mark before = marks.get(place.wordId());
                        Mark after = answer.of(before);
                        if (!Objects.equals(before, after)) {
                            changed.add(place.wordId());
                            if (after == null) {
                                now.remove(place.wordId());
                            } else {
                                now.put(place.wordId(), after);
                            }
                        }
                    }
                    if (changed.isEmpty()) {
                        return deltas.since(handle, transcriptId, version);
                    }
                    CheckScene before = CheckScene.of(transcriptId, changed, marks);
                    CheckScene after = CheckScene.of(transcriptId, changed, now);
                    put(handle, header, after);
                    long start = places.getFirst().startMillis();
                    Text text =
                            sentence.of(changed.size(), Map.of("position", Position.of(start)));
                    history.note(
                            handle,
                            new NewChange(
                                    header.recordingId(),
                                    personId,
                                    ChangeKind.CHECK,
                                    text,
                                    List.copyOf(turnIds),
                                    List.of(),
                                    start,
                                    "",
                                    "",
                                    before.json(),
                                    after.json()));
                    return deltas.since(handle, transcriptId, version).afterStep(List.of());
                });
    }

    private void put(Handle handle, TranscriptStore.Header header, CheckScene scene) {
        Map<Integer, Mark> marks = scene.byWord();
        store.clear(
                handle,
                header.id(),
                scene.words().stream().filter(word -> !marks.containsKey(word)).toList());
        store.set(handle, header.id(), marks);
        turns.setVersion(handle, header.id(), header.version() + 1);
    }

    private static List<TurnStore.Place> passage(
            List<TurnStore.Place> all, int firstWord, int lastWord) {
        int first = indexOf(all, firstWord);
        int last = indexOf(all, lastWord);
        if (last < first) {
            throw new Problem.BadInput("The last of these words is before the first.");
        }
        return all.subList(first, last + 1);
    }

    private static int indexOf(List<TurnStore.Place> places, int word) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).wordId() == word) {
                return i;
            }
        }
        throw new Problem.BadInput(
                "Word {word} is not in this transcript, or not any more: load the " + "page again.",
                Map.of("word", word));
    }

    @Override
    public Set<ChangeKind> kinds() {
        return EnumSet.of(ChangeKind.CHECK);
    }

    @Override
    public Touched restore(Handle handle, Change change, String fromState, String toState) {
        CheckScene from = CheckScene.read(fromState);
        CheckScene to = CheckScene.read(toState);
        TranscriptStore.Header header = steps.present(handle, from.transcript());
        Set<Integer> words = Set.copyOf(from.words());
        if (!store.marks(handle, header.id(), words).equals(from.byWord())
                || !turns.holds(handle, header.id(), words)) {
            throw new Problem.Conflict(
                    "Some of these words were changed, checked or confirmed since, so this step is"
                            + " left as it is and nothing is lost.");
        }
        put(handle, header, to);
        return new Touched(header.id(), header.version(), false, List.of());
    }
}
