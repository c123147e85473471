package org.colloquy.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.colloquy.database.Database;
import org.colloquy.transcript.Anchors;
import org.colloquy.transcript.Carried;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.TurnChange;
import org.colloquy.transcript.WordText;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Carries the tags of a transcript over a correction or to a later hearing, inside the change's own
 * transaction: where their words are now, and whether they still read as they did.
 */
public final class Reanchoring implements TurnChange.Listener, Carried.Listener {
    private final Jdbi jdbi;
    private final Transcripts transcripts;
    private final TagStore store = new TagStore();

    public Reanchoring(Database database, Transcripts transcripts) {
        this.jdbi = database.jdbi();
        this.transcripts = transcripts;
    }

    /**
     * With the ids of the tags that the turns hold words of and that are for review now. The
     * transcript is read once.
     */
    @Override
    public TurnChange.Outcome turnsChanged(List<TurnChange> changes, List<TurnChange.Hold> holds) {
        return changes.isEmpty()
                ? TurnChange.Outcome.NOTHING
                : jdbi.inTransaction(handle -> carry(handle, changes, holds));
    }

    private TurnChange.Outcome carry(
            Handle handle, List<TurnChange> changes, List<TurnChange.Hold> holds) {
        String transcript = changes.getFirst().transcriptId();
        List<Tag> tags = store.ofTranscript(handle, transcript);
        if (tags.isEmpty()) {
            return TurnChange.Outcome.NOTHING;
        }
        Passages passages = new Passages(transcripts.getById(transcript).words());
        Set<Integer> words = new HashSet<>();
        changes.forEach(change -> change.after().forEach(word -> words.add(word.word().id())));
        Map<String, TurnChange.Hold> held = TurnChange.Hold.byId(holds);
        List<String> toReview = new ArrayList<>();
        List<TurnChange.Hold> made = new ArrayList<>();
        for (Tag tag : tags) {
            Tag moved =
                    asItWas(tag, held.get(tag.id()), passages)
                            .orElseGet(() -> carried(tag, changes, passages));
            if (!moved.equals(tag)) {
                store.update(handle, moved);
                made.add(new TurnChange.Hold(tag.id(), place(tag), place(moved)));
            }
            Anchors anchors = new Anchors(moved.firstWord(), moved.lastWord());
            boolean touched = !moved.equals(tag) || passages.holdsAny(anchors, words);
            if (touched && moved.state() == Tag.State.REVIEW) {
                toReview.add(tag.id());
            }
        }
        return new TurnChange.Outcome(toReview, made);
    }

    private static Tag carried(Tag tag, List<TurnChange> changes, Passages passages) {
        Anchors anchors = new Anchors(tag.firstWord(), tag.lastWord());
        for (TurnChange change : changes) {
            anchors = anchors.after(change);
        }
        Tag moved = carried(tag, passages, anchors);
        for (TurnChange change : changes) {
            if (tag.state() == Tag.State.REVIEW && moved.state() == Tag.State.REVIEW) {
                moved = back(moved, anchors, change, passages).orElse(moved);
            }
        }
        return moved;
    }

    /** Where a change is taken back that moved the tag, and nobody touched the tag since. */
    private static Optional<Tag> asItWas(
            Tag tag, TurnChange.@Nullable Hold hold, Passages passages) {
        if (hold == null) {
            return Optional.empty();
        }
        return hold.from(place(tag))
                .map(place -> place.split(" "))
                .flatMap(
                        place ->
                                passages.find(
                                                Integer.parseInt(place[0]),
                                                Integer.parseInt(place[1]))
                                        .map(
                                                passage ->
                                                        tag.on(passage)
                                                                .in(Tag.State.valueOf(place[2]))));
    }

    private static String place(Tag tag) {
        return tag.firstWord() + " " + tag.lastWord() + " " + tag.state().name();
    }

    /**
     * A tag whose words stand again in the turn that it is in or right beside, as where a change is
     * taken back: it is on them again. Where they stand twice nobody knows which are meant.
     */
    private static Optional<Tag> back(
            Tag tag, Anchors anchors, TurnChange change, Passages passages) {
        List<Integer> ids = change.after().stream().map(word -> word.word().id()).toList();
        boolean near =
                ids.contains(anchors.firstWord())
                        || ids.contains(anchors.lastWord())
                        || Objects.equals(change.wordBefore(), anchors.lastWord())
                        || Objects.equals(change.wordAfter(), anchors.firstWord());
        int length = tag.quote().split(" ").length;
        List<Passage> found = new ArrayList<>();
        for (int i = 0; near && i + length <= ids.size(); i++) {
            passages.find(ids.get(i), ids.get(i + length - 1))
                    .filter(passage -> passage.text().equals(tag.quote()))
                    .ifPresent(found::add);
        }
        return found.size() == 1
                ? Optional.of(tag.on(found.getFirst()).in(Tag.State.ACTIVE))
                : Optional.empty();
    }

    /** All tags go over to the new transcript, withdrawn ones too. */
    @Override
    public void accepted(String oldTranscriptId, String newTranscriptId, Carried carried) {
        jdbi.useTransaction(
                handle -> {
                    for (CarriedTag tag : look(handle, oldTranscriptId, carried)) {
                        store.update(handle, tag.after());
                        store.move(handle, tag.after().id(), newTranscriptId);
                    }
                });
    }

    /** What an accepted proposal would do to the tags of the present transcript. */
    public List<CarriedTag> look(String transcriptId, Carried carried) {
        return jdbi.withHandle(handle -> look(handle, transcriptId, carried));
    }

    private List<CarriedTag> look(Handle handle, String transcriptId, Carried carried) {
        List<Tag> tags = store.ofTranscript(handle, transcriptId);
        if (tags.isEmpty()) {
            return List.of();
        }
        Passages before = new Passages(carried.before());
        Passages after = new Passages(carried.words());
        return tags.stream()
                .map(
                        tag -> {
                            Anchors anchors =
                                    carried.anchors(tag.firstWord(), tag.lastWord())
                                            .orElse(new Anchors(tag.firstWord(), tag.lastWord()));
                            return new CarriedTag(
                                    tag,
                                    heardAgain(tag, carried(tag, after, anchors), after),
                                    before.place(tag.firstWord()),
                                    before.place(tag.lastWord()));
                        })
                .toList();
    }

    /** Other capitals and punctuation are no other words: the quote is written anew. */
    private static Tag heardAgain(Tag before, Tag after, Passages passages) {
        return before.state() == Tag.State.ACTIVE && after.state() == Tag.State.REVIEW
                ? passages.find(after.firstWord(), after.lastWord())
                        .filter(passage -> WordText.sameWords(passage.text(), after.quote()))
                        .map(after::quoting)
                        .orElse(after)
                : after;
    }

    private static Tag carried(Tag tag, Passages passages, Anchors anchors) {
        Tag moved = passages.find(anchors.firstWord(), anchors.lastWord()).map(tag::on).orElse(tag);
        return tag.state() == Tag.State.WITHDRAWN ? moved : moved.in(passages.stateOf(moved));
    }
}
