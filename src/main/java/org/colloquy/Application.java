package org.colloquy;

import java.time.Clock;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Consents;
import org.colloquy.assessment.Enrolments;
import org.colloquy.assessment.Scope;
import org.colloquy.assessment.Sessions;
import org.colloquy.audit.Audit;
import org.colloquy.cli.ColloquyCommand;
import org.colloquy.common.Problem;
import org.colloquy.criteria.Units;
import org.colloquy.database.Database;
import org.colloquy.database.FolderLock;
import org.colloquy.evidence.Tags;
import org.colloquy.history.History;
import org.colloquy.jobs.Job;
import org.colloquy.jobs.Jobs;
import org.colloquy.media.Media;
import org.colloquy.people.People;
import org.colloquy.people.SetupKey;
import org.colloquy.people.SignIns;
import org.colloquy.recording.Marks;
import org.colloquy.recording.Recordings;
import org.colloquy.search.Indexer;
import org.colloquy.search.Searches;
import org.colloquy.settings.Settings;
import org.colloquy.speech.Models;
import org.colloquy.suggestion.Suggestions;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.SecondOpinions;
import org.colloquy.transcript.Transcripts;
import org.colloquy.web.Routes;
import org.colloquy.web.WebServer;
import org.jspecify.annotations.Nullable;

/**
 * The built house: every room, made by hand and in order, for one data folder. The command line
 * opens one, and so do tests.
 */
public final class Application implements AutoCloseable {
    private final Settings settings;
    private final SetupKey setupKey = new SetupKey();
    private final Indexer indexer;
    private final Searches searches;
    private final CentreRooms centre;
    private final TranscriptRooms spoken;
    private final EvidenceRooms evidence;
    private final Recordings recordings;
    private final WorkRooms work;
    private @Nullable FolderLock folderLock;

    private Application(Settings settings, Clock clock) {
        this.settings = settings;
        Database database = Database.open(settings.data());
        indexer = new Indexer(database, settings.data());
        centre = new CentreRooms(database, clock, indexer, this::withdrawn);
        searches = new Searches(database, centre.access, indexer, clock);
        spoken =
                new TranscriptRooms(
                        database, clock, this::transcriptChanged, indexer::recordingChanged);
        Media media = new Media(Media.Limits.DEFAULT);
        recordings =
                new Recordings(database, settings.data(), media, clock, indexer::recordingChanged);
        evidence = new EvidenceRooms(database, clock, indexer, centre, spoken, recordings);
        work =
                new WorkRooms(
                        settings,
                        database,
                        clock,
                        indexer,
                        media,
                        recordings,
                        centre,
                        spoken,
                        evidence);
    }

    private void transcriptChanged(String recordingId) {
        evidence.snapping.snap(recordingId);
        indexer.recordingChanged(recordingId);
        try {
            work.jobs.submit(Job.Kind.SUGGEST, recordingId, "{}");
        } catch (Problem.Conflict waiting) {
            // It will read the words as they are when its turn comes.
        }
    }

    private void withdrawn(String sessionId, Scope scope) {
        if (scope == Scope.TRANSCRIBE) {
            work.recordingWork.stopHearing(sessionId);
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
        return centre.people;
    }

    public SignIns signIns() {
        return centre.signIns;
    }

    public SetupKey setupKey() {
        return setupKey;
    }

    public Units units() {
        return centre.units;
    }

    public Access access() {
        return centre.access;
    }

    public Enrolments enrolments() {
        return centre.enrolments;
    }

    public Sessions sessions() {
        return centre.sessions;
    }

    public Consents consents() {
        return centre.consents;
    }

    /** The models that a transcription can use. */
    public Models models() {
        return work.models;
    }

    public Audit audit() {
        return spoken.audit;
    }

    public History history() {
        return spoken.history;
    }

    public Jobs jobs() {
        return work.jobs;
    }

    public Recordings recordings() {
        return recordings;
    }

    public Transcripts transcripts() {
        return spoken.transcripts;
    }

    public Hearings hearings() {
        return spoken.hearings;
    }

    public SecondOpinions opinions() {
        return spoken.opinions;
    }

    public Tags tags() {
        return evidence.tags;
    }

    public Suggestions suggestions() {
        return evidence.suggestions;
    }

    public Marks marks() {
        return evidence.marks;
    }

    public Indexer indexer() {
        return indexer;
    }

    public Searches searches() {
        return searches;
    }

    /** All routes of the house. */
    public Routes routes() {
        return Doors.routes(centre, spoken, evidence, work, setupKey, recordings, searches);
    }

    /**
     * Starts the server, and the work that the last one left.
     *
     * @throws org.colloquy.common.Problem.Unavailable where the port is in use, or another server
     *     has this data folder
     */
    public WebServer serve() {
        folderLock = FolderLock.take(settings.data());
        work.arrivals.open();
        indexer.start();
        work.recordingWork.recover();
        WebServer server =
                WebServer.start(settings.host(), settings.port(), routes(), centre.signIns);
        work.jobs.start();
        return server;
    }

    /** The process is about to end: long work is put back for the next start, and not failed. */
    public void endIsNear() {
        work.jobs.leaveForNextStart();
    }

    /** Rooms that hold threads or files, in the reverse order of their making. */
    @Override
    public void close() {
        work.captions.close();
        work.modelStock.close();
        work.jobs.close();
        evidence.embedder.close();
        indexer.close();
        if (folderLock != null) {
            folderLock.close();
        }
    }
}
