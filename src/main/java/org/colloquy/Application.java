package org.colloquy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Consents;
import org.colloquy.assessment.Enrolments;
import org.colloquy.assessment.IdentityChecks;
import org.colloquy.assessment.Notices;
import org.colloquy.assessment.Scope;
import org.colloquy.assessment.Sessions;
import org.colloquy.audit.Audit;
import org.colloquy.cli.ColloquyCommand;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.criteria.Units;
import org.colloquy.database.Database;
import org.colloquy.database.FolderLock;
import org.colloquy.embedding.EmbeddingProcess;
import org.colloquy.evidence.Coverages;
import org.colloquy.evidence.Matrices;
import org.colloquy.evidence.OtherEvidences;
import org.colloquy.evidence.PassageLists;
import org.colloquy.evidence.Reanchoring;
import org.colloquy.evidence.Snapping;
import org.colloquy.evidence.TagCopies;
import org.colloquy.evidence.TagSteps;
import org.colloquy.evidence.TagViews;
import org.colloquy.evidence.Tags;
import org.colloquy.glossary.Glossaries;
import org.colloquy.glossary.Vocabularies;
import org.colloquy.history.History;
import org.colloquy.jobs.Job;
import org.colloquy.jobs.Jobs;
import org.colloquy.media.Media;
import org.colloquy.models.Catalogue;
import org.colloquy.models.ModelStock;
import org.colloquy.people.People;
import org.colloquy.people.PersonKeys;
import org.colloquy.people.SetupKey;
import org.colloquy.people.SignIns;
import org.colloquy.recording.Arrivals;
import org.colloquy.recording.Joins;
import org.colloquy.recording.Mark;
import org.colloquy.recording.Marks;
import org.colloquy.recording.Recording;
import org.colloquy.recording.RecordingRequest;
import org.colloquy.recording.Recordings;
import org.colloquy.redaction.Masks;
import org.colloquy.redaction.Redactions;
import org.colloquy.redaction.TurnsHeld;
import org.colloquy.sample.SampleCentre;
import org.colloquy.search.Indexer;
import org.colloquy.search.Searches;
import org.colloquy.settings.Settings;
import org.colloquy.speech.ModelFolders;
import org.colloquy.speech.Models;
import org.colloquy.speech.SpeechRequest;
import org.colloquy.speech.Transcriber;
import org.colloquy.speech.live.LiveCaptions;
import org.colloquy.suggestion.Suggestions;
import org.colloquy.transcript.Checks;
import org.colloquy.transcript.Corrections;
import org.colloquy.transcript.Deltas;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.Replacements;
import org.colloquy.transcript.SecondOpinions;
import org.colloquy.transcript.SpeakerChanges;
import org.colloquy.transcript.TranscriptJoin;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.TurnCuts;
import org.colloquy.transcript.WordSteps;
import org.colloquy.web.ArrivalRoutes;
import org.colloquy.web.CaptionRoutes;
import org.colloquy.web.ConsentRoutes;
import org.colloquy.web.DescriptionRoutes;
import org.colloquy.web.EditingRoutes;
import org.colloquy.web.EnrolmentRoutes;
import org.colloquy.web.EvidenceRoutes;
import org.colloquy.web.GlossaryRoutes;
import org.colloquy.web.HearingRoutes;
import org.colloquy.web.HistoryRoutes;
import org.colloquy.web.JobRoutes;
import org.colloquy.web.JoinRoutes;
import org.colloquy.web.LiveRecordingRoutes;
import org.colloquy.web.MarkRoutes;
import org.colloquy.web.MeRoutes;
import org.colloquy.web.ModelRoutes;
import org.colloquy.web.NoticeRoutes;
import org.colloquy.web.OpinionRoutes;
import org.colloquy.web.OtherEvidenceRoutes;
import org.colloquy.web.PassageRoutes;
import org.colloquy.web.PeopleRoutes;
import org.colloquy.web.RecordingRoutes;
import org.colloquy.web.RecordingViews;
import org.colloquy.web.Redacted;
import org.colloquy.web.RedactionRoutes;
import org.colloquy.web.Routes;
import org.colloquy.web.SampleRoutes;
import org.colloquy.web.SearchRoutes;
import org.colloquy.web.SessionRoutes;
import org.colloquy.web.SetupRoutes;
import org.colloquy.web.SpeakerRoutes;
import org.colloquy.web.SuggestionRoutes;
import org.colloquy.web.TranscriptRoutes;
import org.colloquy.web.UnitRoutes;
import org.colloquy.web.WebServer;
import org.jspecify.annotations.Nullable;

/**
 * The built house: every room, made by hand and in order, for one data folder. The command line
 * opens one, and so do tests.
 */
public final class Application implements AutoCloseable {
    private final Settings settings;
    private final People people;
    private final PersonKeys personKeys;
    private final SignIns signIns;
    private final SetupKey setupKey = new SetupKey();
    private final Units units;
    private final Access access;
    private final Enrolments enrolments;
    private final Sessions sessions;
    private final Notices notices;
    private final Consents consents;
    private final IdentityChecks identityChecks;
    private final Glossaries glossaries;
    private final Vocabularies vocabularies;
    private final Audit audit;
    private final History history;
    private final Jobs jobs;
    private final Transcripts transcripts;
    private final Hearings hearings;
    private final Reanchoring reanchoring;
    private final Corrections corrections;
    private final SpeakerChanges speakerChanges;
    private final Deltas deltas;
    private final TurnCuts turnCuts;
    private final Replacements replacements;
    private final Checks checks;
    private final SecondOpinions opinions;
    private final Tags tags;
    private final Marks marks;
    private final Snapping snapping;
    private final Coverages coverages;
    private final Masks masks;
    private final Redactions redactions;
    private final Redacted redacted;
    private final TagViews tagViews;
    private final PassageLists passageLists;
    private final OtherEvidences otherEvidences;
    private final Matrices matrices;
    private final EmbeddingProcess embedder;
    private final Suggestions suggestions;
    private final Models models;
    private final ModelStock modelStock;
    private final LiveCaptions captions;
    private final Recordings recordings;
    private final RecordingWork recordingWork;
    private final SessionJoin sessionJoin;
    private final Arrivals arrivals;
    private final SampleCentre sampleCentre;
    private final Indexer indexer;
    private final Searches searches;
    private @Nullable FolderLock folderLock;

    private Application(Settings settings, Clock clock) {
        this.settings = settings;
        Database database = Database.open(settings.data());
        people = new People(database, clock);
        personKeys = new PersonKeys(database);
        signIns = new SignIns(database, clock);
        indexer = new Indexer(database, settings.data());
        units = new Units(database, clock, indexer::unitChanged);
        access = new Access(database);
        searches = new Searches(database, access, indexer, clock);
        enrolments = new Enrolments(database, people, access, clock);
        sessions = new Sessions(database, access, clock, indexer::sessionChanged);
        notices = new Notices(database, clock);
        consents = new Consents(database, clock, this::withdrawn);
        identityChecks = new IdentityChecks(database, clock);
        glossaries = new Glossaries(database, clock);
        vocabularies = new Vocabularies(sessions, enrolments, units, glossaries);
        models = new Models(new ModelFolders(settings.modelFolders()));
        modelStock =
                new ModelStock(
                        Catalogue.standard(settings.modelSource()),
                        models,
                        settings.installFolder(),
                        clock);
        captions = new LiveCaptions(models);
        audit = new Audit(database, clock);
        history = new History(database, clock, audit, indexer::recordingChanged);
        jobs = new Jobs(database, clock);
        transcripts = new Transcripts(database);
        reanchoring = new Reanchoring(database, transcripts);
        WordSteps wordSteps = new WordSteps(database, clock, reanchoring);
        history.register(wordSteps);
        hearings =
                new Hearings(
                        database,
                        clock,
                        transcripts,
                        wordSteps.closing(history, reanchoring),
                        this::transcriptChanged);
        tags =
                new Tags(
                        database,
                        clock,
                        transcripts,
                        new TagSteps(clock, transcripts, history),
                        audit,
                        indexer::recordingChanged);
        marks = new Marks(database, clock);
        snapping = new Snapping(database, clock, transcripts, marks, indexer::recordingChanged);
        corrections =
                new Corrections(database, clock, history, reanchoring, indexer::recordingChanged);
        speakerChanges =
                new SpeakerChanges(
                        database, clock, transcripts, history, indexer::recordingChanged);
        deltas = new Deltas(database);
        turnCuts = new TurnCuts(database, history, deltas, indexer::recordingChanged);
        replacements =
                new Replacements(
                        database, clock, history, deltas, reanchoring, indexer::recordingChanged);
        checks = new Checks(database, clock, history, deltas, wordSteps);
        history.register(checks);
        opinions = new SecondOpinions(database, clock, transcripts, corrections);
        coverages = new Coverages(database);
        masks = new Masks(database);
        redactions =
                new Redactions(
                        database, clock, transcripts, history, masks, this::hiddenWordsChanged);
        redacted = new Redacted(masks, new TurnsHeld(database), transcripts);
        tagViews = new TagViews(database, transcripts, masks);
        passageLists = new PassageLists(database, access, tagViews);
        otherEvidences = new OtherEvidences(database, clock, audit);
        matrices = new Matrices(database, coverages, otherEvidences, sessions);
        Media media = new Media(Media.Limits.DEFAULT);
        recordings =
                new Recordings(database, settings.data(), media, clock, indexer::recordingChanged);
        sessionJoin =
                new SessionJoin(
                        new Joins(
                                database, settings.data(), media, clock, indexer::recordingChanged),
                        jobs,
                        transcripts,
                        new TranscriptJoin(database, clock),
                        new TagCopies(database));
        embedder = new EmbeddingProcess();
        suggestions =
                new Suggestions(
                        database,
                        clock,
                        transcripts,
                        sessions,
                        enrolments,
                        units,
                        tags,
                        masks,
                        history,
                        audit,
                        embedder,
                        language ->
                                Suggestions.knows(language)
                                        ? EmbeddingProcess.model()
                                        : "common words (Lucene)",
                        circumstances());
        jobs.register(
                Job.Kind.SUGGEST,
                run ->
                        suggestions.make(
                                run.recordingId(),
                                (step, fraction) -> run.report(fraction, null, step),
                                run::isCancelled));
        recordingWork =
                new RecordingWork(
                        jobs,
                        recordings,
                        sessions,
                        transcripts,
                        hearings,
                        opinions,
                        this::vocabularyOf,
                        session -> consents.refusal(session, Scope.TRANSCRIBE),
                        snapping::snap,
                        new Transcriber(models)::transcribe);
        arrivals =
                new Arrivals(database, people, recordings, settings.watch(), clock, this::arrived);
        sampleCentre =
                new SampleCentre(
                        people,
                        units,
                        enrolments,
                        sessions,
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

    private void transcriptChanged(String recordingId) {
        snapping.snap(recordingId);
        indexer.recordingChanged(recordingId);
        try {
            jobs.submit(Job.Kind.SUGGEST, recordingId, "{}");
        } catch (Problem.Conflict waiting) {
            // It will read the words as they are when its turn comes.
        }
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
    private void hiddenWordsChanged(String recordingId) {
        indexer.recordingChanged(recordingId);
        try {
            indexer.awaitIdle();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void arrived(Recording recording) {
        if (recording.state() == Recording.State.PREPARING
                && jobs.newestOf(recording.id()).isEmpty()) {
            recordingWork.begin(recording);
        }
    }

    private void withdrawn(String sessionId, Scope scope) {
        if (scope == Scope.TRANSCRIBE) {
            recordingWork.stopHearing(sessionId);
        }
    }

    /** Where every start begins: {@link Main} comes here once it has seen a Java that will do. */
    public static void main(String[] arguments) {
        if (WorkerMain.isMeant(arguments)) {
            WorkerMain.run(arguments[1]);
            return;
        }
        System.exit(ColloquyCommand.run(arguments, System.out, System.err));
    }

    /**
     * Opens the data folder.
     *
     * @throws org.colloquy.common.Problem.Unavailable where it cannot be used
     */
    public static Application open(Settings settings, Clock clock) {
        return new Application(settings, clock);
    }

    /** The version of this build, or "development" outside the jar. */
    public static String version() {
        String version = Application.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    public Settings settings() {
        return settings;
    }

    public People people() {
        return people;
    }

    public SignIns signIns() {
        return signIns;
    }

    public SetupKey setupKey() {
        return setupKey;
    }

    public Units units() {
        return units;
    }

    public Access access() {
        return access;
    }

    public Enrolments enrolments() {
        return enrolments;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Consents consents() {
        return consents;
    }

    /** The models that a transcription can use. */
    public Models models() {
        return models;
    }

    public Audit audit() {
        return audit;
    }

    public History history() {
        return history;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Recordings recordings() {
        return recordings;
    }

    public Transcripts transcripts() {
        return transcripts;
    }

    public Hearings hearings() {
        return hearings;
    }

    public SecondOpinions opinions() {
        return opinions;
    }

    public Tags tags() {
        return tags;
    }

    public Suggestions suggestions() {
        return suggestions;
    }

    public Marks marks() {
        return marks;
    }

    public Indexer indexer() {
        return indexer;
    }

    public Searches searches() {
        return searches;
    }

    /** All routes of the house. */
    public Routes routes() {
        Routes routes = new Routes();
        new SetupRoutes(people, signIns, setupKey, version()).addTo(routes);
        new SampleRoutes(sampleCentre, setupKey, people, signIns).addTo(routes);
        new PeopleRoutes(people, signIns).addTo(routes);
        new MeRoutes(personKeys).addTo(routes);
        new UnitRoutes(units).addTo(routes);
        new EnrolmentRoutes(enrolments).addTo(routes);
        new GlossaryRoutes(glossaries, vocabularies, access).addTo(routes);
        new ModelRoutes(modelStock).addTo(routes);
        RecordingViews views =
                new RecordingViews(recordings, sessions, access, jobs, transcripts, hearings);
        new SessionRoutes(sessions, enrolments, access, units, views::ofSession).addTo(routes);
        new JoinRoutes(sessionJoin::join, views, access).addTo(routes);
        new LiveRecordingRoutes(recordings, views, sessions, enrolments, access, masks, consents)
                .addTo(routes);
        new RecordingRoutes(
                        recordings,
                        sessions,
                        access,
                        masks,
                        jobs,
                        transcripts,
                        views,
                        new Transcriber(models)::check,
                        consents)
                .addTo(routes);
        new MarkRoutes(marks, snapping, recordings, sessions, enrolments, units, access)
                .addTo(routes);
        new CaptionRoutes(captions, sessions, access, signIns, consents).addTo(routes);
        new ArrivalRoutes(arrivals, views, access, consents).addTo(routes);
        new NoticeRoutes(notices).addTo(routes);
        new ConsentRoutes(consents, notices, identityChecks, sessions, enrolments, units, access)
                .addTo(routes);
        new JobRoutes(jobs, access).addTo(routes);
        new TranscriptRoutes(transcripts, corrections, redacted, access).addTo(routes);
        new EditingRoutes(deltas, turnCuts, replacements, checks, masks, access).addTo(routes);
        new HistoryRoutes(history, audit, deltas, tags, tagViews, masks, redacted, access)
                .addTo(routes);
        new SpeakerRoutes(speakerChanges, transcripts, access).addTo(routes);
        new HearingRoutes(hearings, transcripts, reanchoring, redacted, access).addTo(routes);
        new OpinionRoutes(
                        opinions, transcripts, models, jobs, redacted, access, recordings, consents)
                .addTo(routes);
        new EvidenceRoutes(tags, tagViews, coverages, access).addTo(routes);
        new PassageRoutes(passageLists, matrices, access).addTo(routes);
        new OtherEvidenceRoutes(otherEvidences, access).addTo(routes);
        new RedactionRoutes(redactions, masks, transcripts, access).addTo(routes);
        new SuggestionRoutes(suggestions, jobs, transcripts, history, tagViews, masks, access)
                .addTo(routes);
        new SearchRoutes(searches).addTo(routes);
        new DescriptionRoutes().addTo(routes);
        return routes;
    }

    /**
     * Starts the server, and the work that the last one left.
     *
     * @throws org.colloquy.common.Problem.Unavailable where the port is in use, or another server
     *     has this data folder
     */
    public WebServer serve() {
        folderLock = FolderLock.take(settings.data());
        arrivals.open();
        indexer.start();
        recordingWork.recover();
        WebServer server = WebServer.start(settings.host(), settings.port(), routes(), signIns);
        jobs.start();
        return server;
    }

    /** The process is about to end: long work is put back for the next start, and not failed. */
    public void endIsNear() {
        jobs.leaveForNextStart();
    }

    /** Rooms that hold threads or files, in the reverse order of their making. */
    @Override
    public void close() {
        captions.close();
        modelStock.close();
        jobs.close();
        embedder.close();
        indexer.close();
        if (folderLock != null) {
            folderLock.close();
        }
    }
}
