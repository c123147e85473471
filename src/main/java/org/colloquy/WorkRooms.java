package org.colloquy;

import java.time.Clock;
import java.util.List;
import org.colloquy.assessment.Scope;
import org.colloquy.database.Database;
import org.colloquy.glossary.Vocabularies;
import org.colloquy.jobs.Job;
import org.colloquy.jobs.Jobs;
import org.colloquy.media.Media;
import org.colloquy.models.Catalogue;
import org.colloquy.models.ModelStock;
import org.colloquy.recording.Arrivals;
import org.colloquy.recording.Joins;
import org.colloquy.recording.Recording;
import org.colloquy.recording.RecordingRequest;
import org.colloquy.recording.Recordings;
import org.colloquy.sample.SampleCentre;
import org.colloquy.search.Indexer;
import org.colloquy.settings.Settings;
import org.colloquy.speech.ModelFolders;
import org.colloquy.speech.Models;
import org.colloquy.speech.SpeechRequest;
import org.colloquy.speech.Transcriber;
import org.colloquy.speech.live.LiveCaptions;

/** The rooms that receive recordings and work on them, one job after the other. */
final class WorkRooms {
    final Jobs jobs;
    final Models models;
    final ModelStock modelStock;
    final LiveCaptions captions;
    final RecordingWork recordingWork;
    final SessionJoin sessionJoin;
    final Arrivals arrivals;
    final SampleCentre sampleCentre;

    private final Vocabularies vocabularies;

    WorkRooms(
            Settings settings,
            Database database,
            Clock clock,
            Indexer indexer,
            Media media,
            Recordings recordings,
            CentreRooms centre,
            TranscriptRooms spoken,
            EvidenceRooms evidence) {
        vocabularies = centre.vocabularies;
        jobs = new Jobs(database, clock);
        models = new Models(new ModelFolders(settings.modelFolders()));
        modelStock =
                new ModelStock(
                        Catalogue.standard(settings.modelSource()),
                        models,
                        settings.installFolder(),
                        clock);
        captions = new LiveCaptions(models);
        sessionJoin =
                new SessionJoin(
                        new Joins(
                                database, settings.data(), media, clock, indexer::recordingChanged),
                        jobs,
                        spoken.transcripts,
                        spoken.join,
                        evidence.tagCopies,
                        spoken.carriedSuggestions);
        jobs.register(
                Job.Kind.SUGGEST,
                run ->
                        evidence.suggestions.make(
                                run.recordingId(),
                                (step, fraction) -> run.report(fraction, null, step),
                                run::isCancelled));
        recordingWork =
                new RecordingWork(
                        jobs,
                        recordings,
                        centre.sessions,
                        spoken.transcripts,
                        spoken.hearings,
                        spoken.opinions,
                        this::vocabularyOf,
                        session -> centre.consents.refusal(session, Scope.TRANSCRIBE),
                        evidence.snapping::snap,
                        new Transcriber(models)::transcribe);
        arrivals =
                new Arrivals(
                        database,
                        centre.people,
                        recordings,
                        settings.watch(),
                        clock,
                        this::arrived);
        sampleCentre =
                new SampleCentre(
                        centre.people,
                        centre.units,
                        centre.enrolments,
                        centre.sessions,
                        (assessor, session, fileName, mediaType, bytes) -> {
                            RecordingRequest request =
                                    RecordingRequest.of(fileName, mediaType, Recording.Source.FILE);
                            String id = recordings.create(assessor, session, request).id();
                            recordings.append(id, 0, bytes, null);
                            recordingWork.begin(recordings.complete(id, null, null));
                            return id;
                        },
                        clock);
    }

    private List<String> vocabularyOf(String sessionId) {
        return vocabularies
                .ofSession(sessionId)
                .terms(SpeechRequest.MOST_TERMS, SpeechRequest.LONGEST_TERM);
    }

    private void arrived(Recording recording) {
        if (recording.state() == Recording.State.PREPARING
                && jobs.newestOf(recording.id()).isEmpty()) {
            recordingWork.begin(recording);
        }
    }
}
