package org.colloquy.web;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Sessions;
import org.colloquy.common.Problem;
import org.colloquy.jobs.Jobs;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.colloquy.recording.Recording;
import org.colloquy.recording.Recordings;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.Transcripts;

/** Puts beside a recording what other rooms have of it, for JSON and for one viewer. */
public final class RecordingViews {
    private final Recordings recordings;
    private final Sessions sessions;
    private final Access access;
    private final Jobs jobs;
    private final Transcripts transcripts;
    private final Hearings hearings;

    public RecordingViews(
            Recordings recordings,
            Sessions sessions,
            Access access,
            Jobs jobs,
            Transcripts transcripts,
            Hearings hearings) {
        this.recordings = recordings;
        this.sessions = sessions;
        this.access = access;
        this.jobs = jobs;
        this.transcripts = transcripts;
        this.hearings = hearings;
    }

    /** The recordings of a session as JSON has them, for whoever may see the session. */
    public List<?> ofSession(Viewer viewer, String sessionId) {
        return recordings.ofSession(sessionId).stream()
                .map(recording -> of(viewer, recording))
                .toList();
    }

    RecordingView of(Viewer viewer, String recordingId) {
        return of(viewer, recordings.get(recordingId));
    }

    RecordingView of(Viewer viewer, Recording recording) {
        return RecordingView.of(
                recording,
                sameBytes(viewer, recording),
                jobs.newestOf(recording.id()).orElse(null),
                transcripts.findPresentId(recording.id()).orElse(null),
                hearings.findProposalId(recording.id()).orElse(null));
    }

    private SameBytes sameBytes(Viewer viewer, Recording recording) {
        if (recording.setAside()) {
            return SameBytes.NOWHERE;
        }
        List<SameBytes.Place> places = new ArrayList<>();
        boolean elsewhere = false;
        for (Recording twin : recordings.twins(recording)) {
            if (maySee(viewer, twin)) {
                boolean isHere = twin.sessionId().equals(recording.sessionId());
                places.add(
                        new SameBytes.Place(
                                twin.id(),
                                twin.sessionId(),
                                twin.fileName(),
                                isHere ? null : sessions.get(twin.sessionId()).said()));
            } else {
                elsewhere = true;
            }
        }
        // A learner can do nothing about it, and need not know of other learners' recordings.
        boolean mayKnow = viewer.isOneOf(Role.ASSESSOR, Role.IQA, Role.EQA, Role.ADMINISTRATOR);
        return new SameBytes(places, elsewhere && mayKnow);
    }

    private boolean maySee(Viewer viewer, Recording recording) {
        try {
            access.requireRead(viewer, Access.Thing.RECORDING, recording.id());
            return true;
        } catch (Problem.NotFound hidden) {
            return false;
        }
    }
}
