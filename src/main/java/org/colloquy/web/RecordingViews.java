package org.colloquy.web;

import java.util.List;
import org.colloquy.jobs.Jobs;
import org.colloquy.recording.Recording;
import org.colloquy.recording.Recordings;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.Transcripts;

/** Puts beside a recording what other rooms have of it, for JSON. */
public final class RecordingViews {
    private final Recordings recordings;
    private final Jobs jobs;
    private final Transcripts transcripts;
    private final Hearings hearings;

    public RecordingViews(
            Recordings recordings, Jobs jobs, Transcripts transcripts, Hearings hearings) {
        this.recordings = recordings;
        this.jobs = jobs;
        this.transcripts = transcripts;
        this.hearings = hearings;
    }

    /** The recordings of a session as JSON has them, for whoever may see the session. */
    public List<?> ofSession(String sessionId) {
        return recordings.ofSession(sessionId).stream().map(this::of).toList();
    }

    RecordingView of(String recordingId) {
        return of(recordings.get(recordingId));
    }

    RecordingView of(Recording recording) {
        return RecordingView.of(
                recording,
                jobs.newestOf(recording.id()).orElse(null),
                transcripts.findPresentId(recording.id()).orElse(null),
                hearings.findProposalId(recording.id()).orElse(null));
    }
}
