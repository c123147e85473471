package org.colloquy.web;

import java.nio.file.Path;
import java.util.List;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.database.Database;
import org.colloquy.people.PersonDetails;
import org.colloquy.people.Role;
import org.colloquy.transcript.Speech;
import org.colloquy.transcript.Transcript;

/**
 * A server with one transcribed discussion of the test people, and another assessor beside them.
 */
final class Talk implements AutoCloseable {
    final TestServer server;
    final Rows rows;
    final String unit;
    final String enrolment;
    final String session;
    final String recording;
    final String transcript;
    final String otherRecording;
    final String otherTranscript;

    Talk(Path data) {
        server = TestServer.withPeople(data, SettableClock.atTen());
        rows = new Rows(Database.open(data));
        unit = rows.unit("Unit 23", List.of("1.1", "1.2"));
        String assessor = server.person(Role.ASSESSOR).id();
        enrolment =
                rows.enrolment(
                        server.person(Role.LEARNER).id(),
                        unit,
                        assessor,
                        server.person(Role.IQA).id());
        session = rows.session(enrolment, assessor);
        recording = rows.recording(session, assessor, "ready", 60_000L);
        transcript =
                store(recording, "How did you start?", "I made a list.", "What came next?").id();
        String other = rows.person("Olga Other", "assessor");
        String otherUnit = rows.unit("Unit 24", List.of("1.1"));
        String otherEnrolment =
                rows.enrolment(rows.person("Lena", "learner"), otherUnit, other, null);
        otherRecording =
                rows.recording(rows.session(otherEnrolment, other), other, "ready", 60_000L);
        otherTranscript = store(otherRecording, "Nobody else may read this.").id();
    }

    Transcript store(String recordingId, String... lines) {
        return Speech.store(
                server.application().hearings(),
                server.application().transcripts(),
                recordingId,
                Speech.of(lines));
    }

    /** An assessor of the centre with whom this enrolment has nothing to do. */
    TestServer.Client stranger() {
        server.application()
                .people()
                .create(
                        server.application()
                                .signIns()
                                .find(
                                        server.application()
                                                .signIns()
                                                .open(server.person(Role.ADMINISTRATOR)))
                                .orElseThrow(),
                        new PersonDetails(
                                "Sam Stranger",
                                "sam@test.example",
                                null,
                                List.of(Role.ASSESSOR),
                                "a long password",
                                false));
        return server.signedIn("sam@test.example", "a long password");
    }

    @Override
    public void close() {
        server.close();
    }
}
