package org.colloquy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.colloquy.assessment.Consents;
import org.colloquy.assessment.Scope;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.colloquy.embedding.EmbeddingProcess;
import org.colloquy.evidence.Coverages;
import org.colloquy.evidence.Matrices;
import org.colloquy.evidence.OtherEvidences;
import org.colloquy.evidence.PassageLists;
import org.colloquy.evidence.Snapping;
import org.colloquy.evidence.TagCopies;
import org.colloquy.evidence.TagSteps;
import org.colloquy.evidence.TagViews;
import org.colloquy.evidence.Tags;
import org.colloquy.history.History;
import org.colloquy.recording.Mark;
import org.colloquy.recording.Marks;
import org.colloquy.recording.Recordings;
import org.colloquy.redaction.Masks;
import org.colloquy.redaction.Redactions;
import org.colloquy.redaction.TurnsHeld;
import org.colloquy.search.Indexer;
import org.colloquy.suggestion.Suggestions;
import org.colloquy.transcript.Transcripts;
import org.colloquy.web.Redacted;

/** The rooms of what counts as evidence, of what may be, and of what is hidden from whom. */
final class EvidenceRooms {
    final Tags tags;
    final TagCopies tagCopies;
    final Marks marks;
    final Snapping snapping;
    final Coverages coverages;
    final Masks masks;
    final Redactions redactions;
    final Redacted redacted;
    final TagViews tagViews;
    final PassageLists passageLists;
    final OtherEvidences otherEvidences;
    final Matrices matrices;
    final EmbeddingProcess embedder;
    final Suggestions suggestions;

    private final Recordings recordings;
    private final Consents consents;

    EvidenceRooms(
            Database database,
            Clock clock,
            Indexer indexer,
            CentreRooms centre,
            TranscriptRooms spoken,
            Recordings recordings) {
        this.recordings = recordings;
        consents = centre.consents;
        Transcripts transcripts = spoken.transcripts;
        History history = spoken.history;
        tags =
                new Tags(
                        database,
                        clock,
                        transcripts,
                        new TagSteps(clock, transcripts, history),
                        spoken.audit,
                        indexer::recordingChanged);
        tagCopies = new TagCopies(database);
        marks = new Marks(database, clock);
        snapping = new Snapping(database, clock, transcripts, marks, indexer::recordingChanged);
        coverages = new Coverages(database);
        masks = new Masks(database);
        redactions =
                new Redactions(
                        database,
                        clock,
                        transcripts,
                        history,
                        masks,
                        recording -> hiddenWordsChanged(indexer, recording));
        redacted = new Redacted(masks, new TurnsHeld(database), transcripts);
        tagViews = new TagViews(database, transcripts, masks);
        passageLists = new PassageLists(database, centre.access, tagViews);
        otherEvidences = new OtherEvidences(database, clock, spoken.audit);
        matrices = new Matrices(database, coverages, otherEvidences, centre.sessions);
        embedder = new EmbeddingProcess();
        suggestions =
                new Suggestions(
                        database,
                        clock,
                        transcripts,
                        centre.sessions,
                        centre.enrolments,
                        centre.units,
                        tags,
                        masks,
                        history,
                        spoken.audit,
                        embedder,
                        language ->
                                Suggestions.knows(language)
                                        ? EmbeddingProcess.model()
                                        : "common words (Lucene)",
                        circumstances());
    }

    private Suggestions.Circumstances circumstances() {
        return new Suggestions.Circumstances() {
            @Override
            public String sessionId(String recordingId) {
                return recordings.get(recordingId).sessionId();
            }

            @Override
            public List<Suggestions.Asked> asked(String recordingId) {
                return marks.list(recordingId).stream()
                        .filter(mark -> mark.kind() == Mark.Kind.QUESTION)
                        .map(
                                mark ->
                                        new Suggestions.Asked(
                                                Math.round(mark.seconds() * 1000),
                                                mark.questionId()))
                        .toList();
            }

            @Override
            public Optional<Text> refusal(String sessionId) {
                return consents.refusal(sessionId, Scope.TRANSCRIBE);
            }
        };
    }

    /** What was hidden is not to be found a moment later: the index is waited for. */
    private static void hiddenWordsChanged(Indexer indexer, String recordingId) {
        indexer.recordingChanged(recordingId);
        try {
            indexer.awaitIdle();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
