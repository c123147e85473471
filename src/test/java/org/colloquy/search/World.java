package org.colloquy.search;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.assessment.Access;
import org.colloquy.database.Database;
import org.colloquy.evidence.Reanchoring;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.colloquy.transcript.Corrections;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.SpeakerChanges;
import org.colloquy.transcript.Speech;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.TurnChange;

/**
 * A centre with two assessors: Anna assesses Lena, Ben assesses Liam, both on one unit, and Ben
 * assesses Liam on another too. Nothing is said yet.
 */
final class World implements AutoCloseable {
    final Path data;
    final Database database;
    final Rows rows;
    Indexer indexer;
    Searches searches;
    Transcripts transcripts;
    Hearings hearings;
    Corrections corrections;
    SpeakerChanges speakers;
    final SettableClock clock = SettableClock.atTen();

    final String anna;
    final String ben;
    final String lena;
    final String liam;
    final String unit;
    final String otherUnit;
    final String annasEnrolment;
    final String bensEnrolment;

    World(Path data) {
        this.data = data;
        database = Database.open(data);
        rows = new Rows(database);
        rows.centre();
        anna = rows.person("Anna Assessor", "assessor");
        ben = rows.person("Ben Assessor", "assessor");
        lena = rows.person("Lena Learner", "learner");
        liam = rows.person("Liam Learner", "learner");
        unit = rows.unit("Plan events", List.of("1.1", "1.2"), List.of("2.1"));
        otherUnit = rows.unit("Weld pipes", List.of("1.1"));
        annasEnrolment = rows.enrolment(lena, unit, anna, null);
        bensEnrolment = rows.enrolment(liam, unit, ben, null);
        rows.enrolment(liam, otherUnit, ben, null);
        open();
    }

    /** Makes the rooms anew, as a new start of the program does. */
    World open() {
        Indexer fresh = new Indexer(database, data);
        indexer = fresh;
        searches = new Searches(database, new Access(database), fresh, clock);
        transcripts = new Transcripts(database);
        hearings =
                new Hearings(
                        database,
                        clock,
                        transcripts,
                        new Reanchoring(database, transcripts),
                        fresh::recordingChanged);
        corrections =
                new Corrections(
                        database,
                        clock,
                        Rows.history(database, clock),
                        (changes, holds) -> TurnChange.Outcome.NOTHING,
                        fresh::recordingChanged);
        speakers =
                new SpeakerChanges(
                        database,
                        clock,
                        transcripts,
                        Rows.history(database, clock),
                        fresh::recordingChanged);
        return this;
    }

    Viewer annaSigned() {
        return new Viewer(anna, "Anna", EnumSet.of(Role.ASSESSOR));
    }

    Viewer benSigned() {
        return new Viewer(ben, "Ben", EnumSet.of(Role.ASSESSOR));
    }

    Viewer lenaSigned() {
        return new Viewer(lena, "Lena", EnumSet.of(Role.LEARNER));
    }

    Viewer eqa() {
        return new Viewer("nobody", "Erik", EnumSet.of(Role.EQA));
    }

    String session(String enrolment) {
        return rows.session(enrolment, enrolment.equals(annasEnrolment) ? anna : ben);
    }

    /** What two speakers say, a line each in turn, in a new recording of a new session. */
    String said(String enrolment, String... lines) {
        return saidIn(session(enrolment), lines);
    }

    /** As above in that session; the recording's id. */
    String saidIn(String session, String... lines) {
        String recording = rows.recording(session, anna, "ready", 60_000L);
        hearings.store(recording, null, null, Speech.of(lines));
        return recording;
    }

    void sql(String sql, Object... values) {
        database.jdbi().useHandle(handle -> handle.execute(sql, values));
    }

    /** Waits until everything is in the index. */
    World indexed() {
        try {
            indexer.awaitIdle();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        return this;
    }

    World started() {
        indexer.start();
        return indexed();
    }

    SearchResult find(Viewer viewer, String text) {
        return searches.search(viewer, SearchQuery.of(text));
    }

    List<String> texts(Viewer viewer, String text) {
        return find(viewer, text).hits().stream().map(Hit::text).toList();
    }

    @Override
    public void close() {
        indexer.close();
    }
}
