package org.colloquy.web;

import java.time.Instant;
import java.util.List;
import org.colloquy.common.Text;
import org.colloquy.jobs.Job;
import org.colloquy.people.PersonName;
import org.colloquy.recording.JoinedPart;
import org.colloquy.recording.Microphone;
import org.colloquy.recording.Recording;
import org.colloquy.recording.RecordingPart;
import org.jspecify.annotations.Nullable;

/** A recording with its newest job, its transcript, and the later hearing that waits. */
record RecordingView(
        String id,
        String sessionId,
        String fileName,
        String mediaType,
        Recording.Source source,
        Recording.State state,
        int receivedChunks,
        long lengthBytes,
        @Nullable String sha256,
        @Nullable Double durationSeconds,
        @Nullable Integer channels,
        @Nullable String format,
        @Nullable Text problem,
        boolean setAside,
        Instant createdAt,
        PersonName createdBy,
        List<RecordingPart> parts,
        List<Microphone> microphones,
        @Nullable Instant lastReceivedAt,
        List<JoinedPart> joinedFrom,
        @Nullable String joinedInto,
        List<SameBytes.Place> sameBytes,
        @Nullable Job job,
        @Nullable String transcriptId,
        @Nullable String proposalId) {

    static RecordingView of(
            Recording recording,
            SameBytes sameBytes,
            @Nullable Job job,
            @Nullable String transcriptId,
            @Nullable String proposalId) {
        return new RecordingView(
                recording.id(),
                recording.sessionId(),
                recording.fileName(),
                recording.mediaType(),
                recording.source(),
                recording.state(),
                recording.receivedChunks(),
                recording.lengthBytes(),
                recording.sha256(),
                recording.durationSeconds(),
                recording.channels(),
                recording.format(),
                sameBytes.beside(recording.problem()),
                recording.setAside(),
                recording.createdAt(),
                recording.createdBy(),
                recording.parts(),
                recording.microphones(),
                recording.lastReceivedAt(),
                recording.joinedFrom(),
                recording.joinedInto(),
                sameBytes.places(),
                job,
                transcriptId,
                proposalId);
    }
}
