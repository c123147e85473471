package org.colloquy.evidence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.colloquy.audit.Audit;
import org.colloquy.common.Id;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.history.ChangeKind;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Transcripts;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tags: made, changed, withdrawn and restored. Who may do so is asked at the door. */
public final class Tags {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Transcripts transcripts;
    private final TagSteps steps;
    private final Audit audit;
    private final Consumer<String> onChange;
    private final TagRules rules;
    private final TagStore store = new TagStore();

    /**
     * @param onChange gets the id of a recording whose tags changed, after they are stored
     */
    public Tags(
            Database database,
            Clock clock,
            Transcripts transcripts,
            TagSteps steps,
            Audit audit,
            Consumer<String> onChange) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.transcripts = transcripts;
        this.steps = steps;
        this.rules = new TagRules(transcripts);
        this.audit = audit;
        this.onChange = onChange;
    }

    /** Those of the recording's present transcript, withdrawn ones too, by place. */
    public List<Tag> list(String recordingId) {
        return jdbi.withHandle(
                handle ->
                        transcripts
                                .findPresentId(recordingId)
                                .map(transcript -> store.ofTranscript(handle, transcript))
                                .orElse(List.of()));
    }

    /** What was tagged to a criterion somewhere in the centre, and where in the recording it is. */
    public record Quoted(
            String criterionId,
            String quote,
            String recordingId,
            long startMillis,
            long endMillis) {}

    /**
     * The words tagged to each of the criteria, the newest first, for comparing and not for
     * showing: whoever asks need not be allowed to see them. What is redacted in them is not hidden
     * here.
     *
     * @param exceptTranscript whose own tags are left out
     * @param most of each criterion
     */
    public List<Quoted> quotes(Set<String> criterionIds, String exceptTranscript, int most) {
        return jdbi.withHandle(
                handle -> store.quotes(handle, criterionIds, exceptTranscript, most));
    }

    /**
     * One tag.
     *
     * @throws Problem.NotFound where there is none
     */
    public Tag get(String tagId) {
        return jdbi.withHandle(handle -> get(handle, tagId));
    }

    /**
     * Tags a passage to each of the criteria: all of them or none.
     *
     * @param reason why it is evidence; may be empty, for the awarding bodies ask for a reason with
     *     the decision on a criterion and not with each passage
     * @throws Problem.BadInput where words or criteria are not this session's
     * @throws Problem.Conflict where one of the criteria has this passage already
     */
    public List<Tag> create(
            String personId,
            String transcriptId,
            int firstWord,
            int lastWord,
            List<String> criterionIds,
            String reason) {
        return create(
                personId,
                transcriptId,
                firstWord,
                lastWord,
                criterionIds,
                reason,
                Strength.FULLY,
                null);
    }

    /**
     * As {@link #create(String, String, int, int, List, String)}, with how far the passage meets
     * the criteria.
     *
     * @param source the suggestion that the person accepted; null where it is the person's own idea
     */
    public List<Tag> create(
            String personId,
            String transcriptId,
            int firstWord,
            int lastWord,
            List<String> criterionIds,
            String reason,
            Strength strength,
            @Nullable TagSource source) {
        String cleanReason = TagRules.reason(reason);
        Set<String> criteria = new LinkedHashSet<>(criterionIds);
        if (criteria.isEmpty()) {
            throw new Problem.BadInput("Choose at least one criterion for this passage.");
        }
        List<Tag> made =
                jdbi.inTransaction(
                        handle -> {
                            Transcript transcript = rules.present(transcriptId);
                            Map<String, String> known =
                                    store.criteria(handle, transcript.recordingId());
                            Passage passage =
                                    new Passages(transcript.words()).chosen(firstWord, lastWord);
                            List<Tag> tags = new ArrayList<>();
                            for (String criterion : criteria) {
                                String number = known.get(criterion);
                                if (number == null) {
                                    throw TagRules.notOfTheUnit();
                                }
                                rules.refuseTwin(
                                        handle, transcriptId, criterion, number, passage, null);
                                String id = Id.create();
                                store.insert(
                                        handle,
                                        id,
                                        transcriptId,
                                        criterion,
                                        passage,
                                        cleanReason,
                                        strength,
                                        source != null,
                                        personId,
                                        Database.now(clock));
                                tags.add(get(handle, id));
                            }
                            steps.note(handle, personId, ChangeKind.TAG, List.of(), tags);
                            if (source != null) {
                                accepted(handle, personId, tags, source);
                            }
                            return tags;
                        });
        onChange.accept(made.getFirst().recordingId());
        return made;
    }

    /**
     * Gives a tag another passage, reason, strength or criterion, or says that its corrected words
     * are still evidence.
     *
     * @throws Problem.Conflict where it is withdrawn, the criterion has that passage already, or
     *     somebody else changed the same thing since the person saw the tag
     */
    public Tag change(String personId, String tagId, TagEdit change) {
        return changed(
                personId,
                tagId,
                ChangeKind.RETAG,
                (handle, tag) -> {
                    if (tag.state() == Tag.State.WITHDRAWN) {
                        throw new Problem.Conflict(
                                "This tag is withdrawn. Restore it before you change it.");
                    }
                    TagEdit edit = change.onto(tag);
                    Passages passages = new Passages(rules.present(tag.transcriptId()).words());
                    Tag meant =
                            tag.because(TagRules.reason(edit.reason()))
                                    .meeting(
                                            rules.criterion(handle, tag, edit.criterionId()),
                                            Objects.requireNonNullElse(
                                                    edit.strength(), tag.strength()));
                    boolean same =
                            tag.firstWord() == edit.firstWord()
                                    && tag.lastWord() == edit.lastWord();
                    if (!same || edit.reviewed()) {
                        meant = meant.quoting(passages.chosen(edit.firstWord(), edit.lastWord()));
                    }
                    if (!same || edit.reviewed() || !meant.criterion().equals(tag.criterion())) {
                        rules.refuseTwin(handle, meant);
                    }
                    store.update(handle, meant);
                });
    }

    /** Takes a tag back. It is kept, with who did so and when; a second time changes nothing. */
    public Tag withdraw(String personId, String tagId) {
        return changed(
                personId,
                tagId,
                ChangeKind.UNTAG,
                (handle, tag) -> {
                    if (tag.state() != Tag.State.WITHDRAWN) {
                        store.setState(
                                handle, tagId, Tag.State.WITHDRAWN, personId, Database.now(clock));
                    }
                });
    }

    /**
     * Makes a withdrawn tag count again: for review where its words were corrected meanwhile.
     *
     * @throws Problem.Conflict where the same passage was tagged again meanwhile
     */
    public Tag restore(String personId, String tagId) {
        return changed(
                personId,
                tagId,
                ChangeKind.TAG,
                (handle, tag) -> {
                    if (tag.state() == Tag.State.WITHDRAWN) {
                        Passages passages = new Passages(rules.present(tag.transcriptId()).words());
                        rules.refuseTwin(handle, tag);
                        store.setState(handle, tagId, passages.stateOf(tag), null, null);
                    }
                });
    }

    private interface Change {
        void make(Handle handle, Tag tag);
    }

    /** Makes the change and keeps it as a step, where it changes anything. */
    private Tag changed(String personId, String tagId, ChangeKind kind, Change change) {
        Tag tag =
                jdbi.inTransaction(
                        handle -> {
                            Tag before = get(handle, tagId);
                            change.make(handle, before);
                            Tag after = get(handle, tagId);
                            if (!after.equals(before)) {
                                steps.note(handle, personId, kind, List.of(before), List.of(after));
                            }
                            return after;
                        });
        onChange.accept(tag.recordingId());
        return tag;
    }

    /** Where a tag came from is in the audit trail for ever, with how sure the machine was. */
    private void accepted(Handle handle, String personId, List<Tag> tags, TagSource source) {
        audit.append(
                handle,
                personId,
                "accept-suggestion",
                "recording",
                tags.getFirst().recordingId(),
                Json.write(
                        Map.of(
                                "text",
                                "Accepted a suggestion for " + tags.getFirst().criterion().number(),
                                "tagIds",
                                tags.stream().map(Tag::id).toList(),
                                "passageId",
                                source.passageId(),
                                "score",
                                source.score(),
                                "model",
                                source.model())));
    }

    private Tag get(Handle handle, String tagId) {
        return store.find(handle, tagId)
                .orElseThrow(() -> new Problem.NotFound("There is no such tag."));
    }
}
