package org.colloquy.evidence;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.Turn;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tags as steps that can be taken back: notes what a person did with them, and puts a state back.
 * What a correction did to a tag meanwhile does not stand in the way; what a person did to it does.
 */
public final class TagSteps implements Reverser {
    private final Clock clock;
    private final Transcripts transcripts;
    private final History history;
    private final TagStore store = new TagStore();

    public TagSteps(Clock clock, Transcripts transcripts, History history) {
        this.clock = clock;
        this.transcripts = transcripts;
        this.history = history;
        history.register(this);
    }

    @Override
    public Set<ChangeKind> kinds() {
        return Set.of(ChangeKind.TAG, ChangeKind.RETAG, ChangeKind.UNTAG);
    }

    /**
     * Keeps a step with the tags of one passage.
     *
     * @param before none where they are new
     */
    Change note(
            Handle handle, String personId, ChangeKind kind, List<Tag> before, List<Tag> after) {
        Tag first = after.getFirst();
        String numbers =
                after.stream()
                        .map(tag -> tag.criterion().number())
                        .distinct()
                        .collect(Collectors.joining(", "));
        return history.note(
                handle,
                new NewChange(
                        first.recordingId(),
                        personId,
                        kind,
                        sentence(
                                kind,
                                before,
                                Map.of(
                                        "criteria",
                                        numbers,
                                        "position",
                                        Position.of(first.startMillis()))),
                        turns(first),
                        after.stream().map(Tag::id).toList(),
                        first.startMillis(),
                        TagState.read(before),
                        kind == ChangeKind.UNTAG ? "" : TagState.read(after),
                        TagState.write(before),
                        TagState.write(after)));
    }

    private static Text sentence(ChangeKind kind, List<Tag> before, Map<String, String> what) {
        return switch (kind) {
            case TAG ->
                    before.isEmpty()
                            ? Text.of("Tagged {criteria} at {position}", what)
                            : Text.of("Restored the tag for {criteria} at {position}", what);
            case UNTAG -> Text.of("Withdrew the tag for {criteria} at {position}", what);
            default -> Text.of("Changed the tag for {criteria} at {position}", what);
        };
    }

    private List<Integer> turns(Tag tag) {
        return transcripts.getById(tag.transcriptId()).turns().stream()
                .filter(
                        turn ->
                                turn.startMillis() <= tag.endMillis()
                                        && turn.endMillis() >= tag.startMillis())
                .map(Turn::id)
                .toList();
    }

    @Override
    public Touched restore(Handle handle, Change change, String from, String to) {
        Map<String, TagState> wanted = new LinkedHashMap<>();
        TagState.read(to).forEach(state -> wanted.put(state.id(), state));
        Map<String, TagState> expected = new LinkedHashMap<>();
        TagState.read(from).forEach(state -> expected.put(state.id(), state));
        for (String id : change.tagIds()) {
            Tag tag = store.find(handle, id).orElseThrow(TagSteps::changedSince);
            Passages passages = new Passages(transcripts.getById(tag.transcriptId()).words());
            requireAsExpected(tag, expected.get(id), passages);
            put(handle, change.by().id(), tag, expected.get(id), wanted.get(id), passages);
        }
        return Touched.ofTags();
    }

    /**
     * @param expected null: the tag was not there, so it must be withdrawn
     */
    private static void requireAsExpected(Tag tag, @Nullable TagState expected, Passages passages) {
        TagState now = TagState.of(tag);
        if (expected == null || expected.withdrawn()) {
            if (!now.withdrawn()) {
                throw changedSince();
            }
            return;
        }
        boolean moved =
                now.transcriptId().equals(expected.transcriptId())
                        && !now.hasEdgesOf(expected)
                        && passages.find(expected.firstWord(), expected.lastWord()).isPresent();
        if (now.withdrawn()
                || moved
                || !now.criterionId().equals(expected.criterionId())
                || !now.strength().equals(expected.strength())
                || !now.reason().equals(expected.reason())) {
            throw changedSince();
        }
    }

    /**
     * @param wanted null: the tag was not there, so it is withdrawn
     */
    private void put(
            Handle handle,
            String personId,
            Tag tag,
            @Nullable TagState expected,
            @Nullable TagState wanted,
            Passages passages) {
        if (wanted == null || wanted.withdrawn()) {
            store.setState(handle, tag.id(), Tag.State.WITHDRAWN, personId, Database.now(clock));
            return;
        }
        if (moves(tag, expected, wanted)) {
            throw new Problem.Conflict(
                    "This tag was moved in an earlier transcript of the recording, which a later"
                            + " hearing replaced: move it by hand. Nothing was taken back.");
        }
        Tag meant =
                tag.because(wanted.reason())
                        .meeting(criterion(handle, tag, wanted), strength(wanted));
        boolean sameWords = tag.transcriptId().equals(wanted.transcriptId());
        if (sameWords && !TagState.of(tag).hasEdgesOf(wanted)) {
            meant =
                    meant.on(
                            passages.find(wanted.firstWord(), wanted.lastWord())
                                    .orElseThrow(TagSteps::changedSince));
        }
        if (sameWords) {
            meant = meant.reading(wanted.quote(), wanted.reason());
        }
        if (store.twin(
                        handle,
                        meant.transcriptId(),
                        meant.criterion().id(),
                        meant.passage(),
                        meant.id())
                .isPresent()) {
            throw new Problem.Conflict(
                    "These words are tagged to criterion {number} already. Nothing was "
                            + "taken back.",
                    Map.of("number", meant.criterion().number()));
        }
        Tag.State state = passages.stateOf(meant);
        store.update(handle, meant.in(state));
        store.setState(handle, tag.id(), state, null, null);
    }

    /** Words that only an earlier transcript has. */
    private static boolean moves(Tag tag, @Nullable TagState expected, TagState wanted) {
        return expected != null
                && !tag.transcriptId().equals(wanted.transcriptId())
                && !expected.hasEdgesOf(wanted);
    }

    private Tag.Criterion criterion(Handle handle, Tag tag, TagState wanted) {
        return wanted.criterionId().equals(tag.criterion().id())
                ? tag.criterion()
                : store.criterion(handle, tag.recordingId(), wanted.criterionId())
                        .orElseThrow(TagSteps::changedSince);
    }

    private static Strength strength(TagState wanted) {
        return Strength.parse(wanted.strength());
    }

    private static Problem.Conflict changedSince() {
        return new Problem.Conflict(
                "This tag, or the words that it is on, was changed since. Nothing was taken back.");
    }
}
