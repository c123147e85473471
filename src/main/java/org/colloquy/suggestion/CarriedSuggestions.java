package org.colloquy.suggestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.database.Database;
import org.colloquy.transcript.Anchors;
import org.colloquy.transcript.Carried;
import org.colloquy.transcript.TranscriptJoin;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.TurnChange;
import org.colloquy.transcript.Word;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Carries what hangs on passages over corrections: a suggestion and a refusal go to the words that
 * their passage went to, and back again when the step is undone. Refusals go over to a later
 * hearing as well. Where nothing of a passage is left, what hung on it stays on the words that are
 * gone, so that nothing is suggested or refused of what stands beside them; it holds again where
 * they come back.
 */
public final class CarriedSuggestions implements TurnChange.Listener, Carried.Listener {
    private final Jdbi jdbi;
    private final Transcripts transcripts;
    private final SuggestionStore store = new SuggestionStore();

    public CarriedSuggestions(Database database, Transcripts transcripts) {
        this.jdbi = database.jdbi();
        this.transcripts = transcripts;
    }

    /** None to review: nothing of it is a tag. */
    @Override
    public TurnChange.Outcome turnsChanged(List<TurnChange> changes, List<TurnChange.Hold> holds) {
        return new TurnChange.Outcome(
                List.of(),
                changes.isEmpty()
                        ? List.of()
                        : jdbi.inTransaction(handle -> carry(handle, changes, holds)));
    }

    private List<TurnChange.Hold> carry(
            Handle handle, List<TurnChange> changes, List<TurnChange.Hold> holds) {
        String transcript = changes.getFirst().transcriptId();
        Map<String, TurnChange.Hold> held = TurnChange.Hold.byId(holds);
        Map<SuggestionStore.Hanging, Anchors> moved = new LinkedHashMap<>();
        for (SuggestionStore.Hanging one : store.hanging(handle, transcript)) {
            asItWas(one.words(), held.get(one.id()))
                    .or(() -> left(one.words(), changes))
                    .filter(words -> !words.equals(one.words()))
                    .ifPresent(words -> moved.put(one, words));
        }
        if (moved.isEmpty()) {
            return List.of();
        }
        List<Integer> order =
                transcripts.getById(transcript).words().stream().map(Word::id).toList();
        List<TurnChange.Hold> made = new ArrayList<>();
        moved.forEach(
                (one, words) -> {
                    if (isIn(order, words)) {
                        store.hang(handle, one, words);
                        made.add(new TurnChange.Hold(one.id(), place(one.words()), place(words)));
                    }
                });
        return made;
    }

    /** Where a change is taken back that moved it, and it was not moved since. */
    private static Optional<Anchors> asItWas(Anchors now, TurnChange.@Nullable Hold hold) {
        return hold == null
                ? Optional.empty()
                : hold.from(place(now))
                        .map(place -> place.split(" "))
                        .map(
                                place ->
                                        new Anchors(
                                                Integer.parseInt(place[0]),
                                                Integer.parseInt(place[1])));
    }

    private static String place(Anchors anchors) {
        return anchors.firstWord() + " " + anchors.lastWord();
    }

    private static Optional<Anchors> left(Anchors before, List<TurnChange> changes) {
        Optional<Anchors> left = Optional.of(before);
        for (TurnChange change : changes) {
            left = left.flatMap(anchors -> anchors.left(change));
        }
        return left;
    }

    /** False too where all turns of a passage were emptied at once: its edges have passed by. */
    private static boolean isIn(List<Integer> order, Anchors anchors) {
        int first = order.indexOf(anchors.firstWord());
        return first >= 0 && order.lastIndexOf(anchors.lastWord()) >= first;
    }

    /** Refusals alone: of the new transcript, suggestions are made anew. */
    @Override
    public void accepted(String oldTranscriptId, String newTranscriptId, Carried carried) {
        jdbi.useTransaction(
                handle -> {
                    for (SuggestionStore.Refusal refusal :
                            store.refusals(handle, oldTranscriptId)) {
                        carried.left(refusal.anchors())
                                .ifPresent(
                                        words ->
                                                store.move(
                                                        handle,
                                                        refusal.id(),
                                                        newTranscriptId,
                                                        words));
                    }
                });
    }

    /** What was refused in the parts is refused in the whole; inside the caller's transaction. */
    public void copy(List<TranscriptJoin.Copied> transcripts) {
        jdbi.useTransaction(handle -> transcripts.forEach(one -> store.copyRefusals(handle, one)));
    }
}
