package org.colloquy.suggestion;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.audit.Audit;
import org.colloquy.common.Id;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.colloquy.evidence.Strength;
import org.colloquy.evidence.Tag;
import org.colloquy.evidence.TagSource;
import org.colloquy.evidence.Tags;
import org.colloquy.history.Change;
import org.colloquy.history.ChangeKind;
import org.colloquy.history.History;
import org.colloquy.history.NewChange;
import org.colloquy.history.Reverser;
import org.colloquy.history.Touched;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.Turn;
import org.colloquy.transcript.Word;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What people answer to suggestions: an accepted one is a tag, a refused one is kept. */
final class Answers implements Reverser {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Transcripts transcripts;
    private final Tags tags;
    private final History history;
    private final Audit audit;
    private final SuggestionStore store = new SuggestionStore();

    Answers(
            Jdbi jdbi,
            Clock clock,
            Transcripts transcripts,
            Tags tags,
            History history,
            Audit audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.transcripts = transcripts;
        this.tags = tags;
        this.history = history;
        this.audit = audit;
    }

    /**
     * Makes a tag of a suggestion. Accepted again it is the tag that is there.
     *
     * @throws Problem.NotFound where there is no such passage any more
     */
    Tag accept(
            String personId,
            String transcriptId,
            String passageId,
            String criterionId,
            Strength strength,
            String reason) {
        SuggestionStore.Found passage = passage(transcriptId, passageId);
        SuggestionStore.Kept kept = kept(passage, criterionId);
        String recordingId = transcripts.getById(transcriptId).recordingId();
        return tags.list(recordingId).stream()
                .filter(tag -> tag.state() != Tag.State.WITHDRAWN)
                .filter(tag -> tag.criterion().id().equals(criterionId))
                .filter(
                        tag ->
                                tag.firstWord() == passage.firstWord()
                                        && tag.lastWord() == passage.lastWord())
                .findFirst()
                .orElseGet(
                        () ->
                                tags.create(
                                                personId,
                                                transcriptId,
                                                passage.firstWord(),
                                                passage.lastWord(),
                                                List.of(criterionId),
                                                reason,
                                                strength,
                                                new TagSource(
                                                        passageId,
                                                        kept.score(),
                                                        model(transcriptId)))
                                        .getFirst());
    }

    /** Keeps that a passage is no evidence for a criterion. Refused again it stays refused. */
    void refuse(
            String personId,
            String transcriptId,
            String passageId,
            String criterionId,
            String number) {
        SuggestionStore.Found passage = passage(transcriptId, passageId);
        SuggestionStore.Kept kept = kept(passage, criterionId);
        Transcript transcript = transcripts.getById(transcriptId);
        Set<Integer> ids = new HashSet<>(List.of(passage.firstWord(), passage.lastWord()));
        List<Word> edges =
                transcript.words().stream().filter(word -> ids.contains(word.id())).toList();
        if (edges.size() < ids.size()) {
            throw gone();
        }
        long start = edges.getFirst().startMillis();
        List<Integer> turns =
                transcript.turns().stream()
                        .filter(
                                turn ->
                                        turn.startMillis() <= edges.getLast().endMillis()
                                                && turn.endMillis() >= start)
                        .map(Turn::id)
                        .toList();
        String model = model(transcriptId);
        jdbi.useTransaction(
                handle -> {
                    boolean refusedBefore =
                            store.refusals(handle, transcriptId).stream()
                                    .anyMatch(
                                            one ->
                                                    !one.takenBack()
                                                            && one.criterionId().equals(criterionId)
                                                            && one.firstWord()
                                                                    == passage.firstWord()
                                                            && one.lastWord()
                                                                    == passage.lastWord());
                    if (refusedBefore) {
                        return;
                    }
                    SuggestionStore.Refusal refusal =
                            new SuggestionStore.Refusal(
                                    Id.create(),
                                    criterionId,
                                    passage.firstWord(),
                                    passage.lastWord(),
                                    false);
                    store.refuse(handle, transcriptId, refusal, personId, Database.now(clock));
                    history.note(
                            handle,
                            new NewChange(
                                    transcript.recordingId(),
                                    personId,
                                    ChangeKind.SUGGESTION,
                                    Text.of(
                                            "Refused a suggestion for {criterion}",
                                            Map.of("criterion", number)),
                                    turns,
                                    List.of(),
                                    start,
                                    "",
                                    "",
                                    state(refusal.id(), false, kept.score(), model),
                                    state(refusal.id(), true, kept.score(), model)));
                    auditRefusal(handle, personId, transcript.recordingId(), number, kept, model);
                });
    }

    private void auditRefusal(
            Handle handle,
            String personId,
            String recordingId,
            String number,
            SuggestionStore.Kept kept,
            String model) {
        audit.append(
                handle,
                personId,
                "refuse-suggestion",
                "recording",
                recordingId,
                Json.write(
                        Map.of(
                                "text",
                                "Refused a suggestion for " + number,
                                "score",
                                kept.score(),
                                "model",
                                model)));
    }

    record State(String refusal, boolean refused, double score, String model) {}

    private static String state(String refusal, boolean refused, double score, String model) {
        return Json.write(new State(refusal, refused, score, model));
    }

    @Override
    public Set<ChangeKind> kinds() {
        return Set.of(ChangeKind.SUGGESTION);
    }

    @Override
    public Touched restore(Handle handle, Change change, String from, String to) {
        State expected = Json.read(from, State.class);
        State wanted = Json.read(to, State.class);
        SuggestionStore.Refusal now =
                store.refusal(handle, expected.refusal()).orElseThrow(Answers::gone);
        if (now.takenBack() == expected.refused()) {
            throw new Problem.Conflict(
                    "That suggestion was answered anew since. Nothing was taken back.");
        }
        store.setTakenBack(handle, expected.refusal(), !wanted.refused());
        return Touched.ofTags();
    }

    private String model(String transcriptId) {
        return jdbi.withHandle(handle -> store.run(handle, transcriptId))
                .map(SuggestionStore.Run::model)
                .orElse("");
    }

    private SuggestionStore.Found passage(String transcriptId, String passageId) {
        return jdbi.withHandle(handle -> store.passages(handle, transcriptId)).stream()
                .filter(one -> one.id().equals(passageId))
                .findFirst()
                .orElseThrow(Answers::gone);
    }

    private static SuggestionStore.Kept kept(SuggestionStore.Found passage, String criterionId) {
        return passage.criteria().stream()
                .filter(one -> one.criterionId().equals(criterionId))
                .findFirst()
                .orElseThrow(Answers::notSuggested);
    }

    static Problem.BadInput notSuggested() {
        return new Problem.BadInput(
                "That criterion was not suggested for this passage. You can tag the passage"
                        + " yourself.");
    }

    private static Problem.NotFound gone() {
        return new Problem.NotFound(
                "That suggestion is not there any more: suggestions were made anew. Nothing was"
                        + " changed; load them again.");
    }
}
