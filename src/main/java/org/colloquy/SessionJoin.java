package org.colloquy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.common.Problem;
import org.colloquy.evidence.TagCopies;
import org.colloquy.jobs.Jobs;
import org.colloquy.people.Viewer;
import org.colloquy.recording.JoinedPart;
import org.colloquy.recording.Joins;
import org.colloquy.recording.Recording;
import org.colloquy.suggestion.CarriedSuggestions;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.TranscriptJoin;
import org.colloquy.transcript.Transcripts;

/**
 * Joins recordings of a session with all that the rooms have of them, without hearing them again.
 */
final class SessionJoin {
    private final Joins joins;
    private final Jobs jobs;
    private final Transcripts transcripts;
    private final TranscriptJoin transcriptJoin;
    private final TagCopies tagCopies;
    private final CarriedSuggestions refusals;

    SessionJoin(
            Joins joins,
            Jobs jobs,
            Transcripts transcripts,
            TranscriptJoin transcriptJoin,
            TagCopies tagCopies,
            CarriedSuggestions refusals) {
        this.joins = joins;
        this.jobs = jobs;
        this.transcripts = transcripts;
        this.transcriptJoin = transcriptJoin;
        this.tagCopies = tagCopies;
        this.refusals = refusals;
    }

    /**
     * @throws Problem.Conflict where they cannot be joined as they are
     */
    Recording join(Viewer viewer, String sessionId, List<String> recordingIds) {
        return joins.join(viewer, sessionId, recordingIds, this::check, this::carry);
    }

    private void check(List<Recording> parts) {
        for (Recording part : parts) {
            jobs.newestOf(part.id())
                    .filter(job -> !job.state().isOver())
                    .ifPresent(
                            job -> {
                                throw new Problem.Conflict(
                                        "“{fileName}” is still being worked on. Wait "
                                                + "until that is done, then join.",
                                        Map.of("fileName", part.fileName()));
                            });
        }
        List<Optional<Transcript>> all =
                parts.stream().map(part -> transcripts.find(part.id())).toList();
        List<String> languages =
                all.stream()
                        .flatMap(Optional::stream)
                        .map(Transcript::language)
                        .distinct()
                        .toList();
        if (languages.size() > 1) {
            throw new Problem.Conflict(
                    "These recordings were transcribed in different languages "
                            + "({languages}), so they cannot be one transcript. Transcribe them "
                            + "in one language first.",
                    Map.of("languages", String.join(", ", languages)));
        }
        for (int i = 0; i < parts.size() && !languages.isEmpty(); i++) {
            if (all.get(i).isEmpty()) {
                throw new Problem.Conflict(
                        "“{fileName}” has no transcript yet, and others have. Transcribe "
                                + "it first, then join.",
                        Map.of("fileName", parts.get(i).fileName()));
            }
        }
    }

    private Map<String, String> carry(
            String recordingId, List<JoinedPart> parts, double durationSeconds) {
        List<TranscriptJoin.Copied> copied =
                transcriptJoin.join(
                        recordingId,
                        parts.stream()
                                .map(
                                        part ->
                                                new TranscriptJoin.Placed(
                                                        part.recordingId(),
                                                        Math.round(part.offsetSeconds() * 1000)))
                                .toList(),
                        Math.round(durationSeconds * 1000));
        refusals.copy(copied);
        return tagCopies.copy(copied);
    }
}
