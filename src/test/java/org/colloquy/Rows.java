package org.colloquy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.colloquy.audit.Audit;
import org.colloquy.common.Id;
import org.colloquy.database.Database;
import org.colloquy.history.History;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows of other rooms into a test's database, straight by SQL, so that a test of one room
 * needs no other room's code. Each method gives the new row's id.
 */
public final class Rows {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private final Database database;

    public Rows(Database database) {
        this.database = database;
    }

    /** A history that nobody listens to. */
    public static History history(Database database, Clock clock) {
        return new History(database, clock, new Audit(database, clock), recording -> {});
    }

    public void centre() {
        use(
                handle ->
                        handle.execute(
                                "INSERT INTO centre VALUES (1, 'Test centre', NULL, 'Europe/London', FALSE, ?)",
                                AT));
    }

    public String person(String name, String... roles) {
        String id = Id.create();
        use(
                handle -> {
                    handle.execute(
                            "INSERT INTO person VALUES (?, ?, NULL, NULL, NULL, FALSE, ?)",
                            id,
                            name,
                            AT);
                    for (String role : roles) {
                        handle.execute("INSERT INTO person_role VALUES (?, ?)", id, role);
                    }
                });
        return id;
    }

    /** A unit with one outcome for each list of criterion numbers, such as ["1.1", "1.2"]. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final String unit(String title, List<String>... outcomes) {
        String id = Id.create();
        use(
                handle -> {
                    handle.execute(
                            "INSERT INTO unit (id, title, number, created_at) VALUES (?, ?, '23', ?)",
                            id,
                            title,
                            AT);
                    for (int i = 0; i < outcomes.length; i++) {
                        String outcome = Id.create();
                        handle.execute(
                                "INSERT INTO learning_outcome VALUES (?, ?, ?, ?, ?)",
                                outcome,
                                id,
                                i,
                                String.valueOf(i + 1),
                                "Outcome " + (i + 1));
                        for (int j = 0; j < outcomes[i].size(); j++) {
                            String number = outcomes[i].get(j);
                            handle.execute(
                                    "INSERT INTO criterion VALUES (?, ?, ?, ?, ?)",
                                    Id.create(),
                                    outcome,
                                    j,
                                    number,
                                    "Criterion " + number);
                        }
                    }
                });
        return id;
    }

    public void wordCriterion(String unitId, String number, String text) {
        String id = criterion(unitId, number);
        use(handle -> handle.execute("UPDATE criterion SET text = ? WHERE id = ?", text, id));
    }

    public String criterion(String unitId, String number) {
        return database.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                SELECT c.id FROM criterion c
                                                JOIN learning_outcome o ON o.id = c.outcome_id
                                                WHERE o.unit_id = :unit AND c.number = :number
                                                """)
                                        .bind("unit", unitId)
                                        .bind("number", number)
                                        .mapTo(String.class)
                                        .one());
    }

    public String enrolment(
            String learnerId, String unitId, String assessorId, @Nullable String iqaId) {
        String id = Id.create();
        use(
                handle ->
                        handle.execute(
                                "INSERT INTO enrolment VALUES (?, ?, ?, ?, ?, ?)",
                                id,
                                learnerId,
                                unitId,
                                assessorId,
                                iqaId,
                                AT));
        return id;
    }

    /** From now on that person assesses that learner on that unit. */
    public void assesses(String assessorId, String enrolmentId) {
        use(
                handle ->
                        handle.execute(
                                "UPDATE enrolment SET assessor_id = ? WHERE id = ?",
                                assessorId,
                                enrolmentId));
    }

    public String session(String enrolmentId, String assessorId) {
        String id = Id.create();
        use(
                handle ->
                        handle.execute(
                                """
                                INSERT INTO session VALUES (?, ?, 'professional-discussion',
                                    '2026-11-23', '10:30', NULL, 'face-to-face', 'en', '', ?, ?)
                                """,
                                id,
                                enrolmentId,
                                assessorId,
                                AT));
        return id;
    }

    /**
     * @param state receiving, preparing, ready or unreadable
     */
    public String recording(
            String sessionId, String personId, String state, @Nullable Long durationMillis) {
        String id = Id.create();
        use(
                handle ->
                        handle.execute(
                                """
                                INSERT INTO recording (id, session_id, file_name, media_type, source,
                                    state, length_bytes, duration_ms, set_aside, created_by, created_at)
                                VALUES (?, ?, 'talk.wav', 'audio/wav', 'file', ?, 0, ?, FALSE, ?, ?)
                                """,
                                id,
                                sessionId,
                                state,
                                durationMillis,
                                personId,
                                AT));
        return id;
    }

    /**
     * @param kind prepare or transcribe
     * @param state queued, running, done, failed or cancelled
     */
    public String job(String recordingId, String kind, String state) {
        String id = Id.create();
        use(
                handle ->
                        handle.execute(
                                """
                                INSERT INTO job (id, kind, recording_id, parameters, state, step,
                                    attempts, created_at)
                                VALUES (?, ?, ?, '{}', ?, 'Working', 1, ?)
                                """,
                                id,
                                kind,
                                recordingId,
                                state,
                                AT));
        return id;
    }

    public void jobIs(String jobId, String state) {
        use(handle -> handle.execute("UPDATE job SET state = ? WHERE id = ?", state, jobId));
    }

    public String transcript(String recordingId) {
        String id = Id.create();
        use(
                handle ->
                        handle.execute(
                                """
                                INSERT INTO transcript (id, recording_id, engine, model_name,
                                    model_sha256, language, duration_ms, version, created_at)
                                VALUES (?, ?, 'whisper', 'whisper-base', 'ab', 'en', 60000, 1, ?)
                                """,
                                id,
                                recordingId,
                                AT));
        return id;
    }

    /**
     * @param state active, review or withdrawn
     */
    public String tag(String transcriptId, String criterionId, String personId, String state) {
        String id = Id.create();
        use(
                handle ->
                        handle.execute(
                                """
                                INSERT INTO tag (id, transcript_id, criterion_id, first_word,
                                    last_word, start_ms, end_ms, quote, reason, state, created_by,
                                    created_at)
                                VALUES (?, ?, ?, 1, 2, 0, 1000, 'I wrote', 'because', ?, ?, ?)
                                """,
                                id,
                                transcriptId,
                                criterionId,
                                state,
                                personId,
                                AT));
        return id;
    }

    /** A recording is part of one that was joined, from that time on. */
    public void joined(String wholeId, int position, String partId, long offsetMillis) {
        use(
                handle ->
                        handle.execute(
                                "INSERT INTO recording_join VALUES (?, ?, ?, ?)",
                                wholeId,
                                position,
                                partId,
                                offsetMillis));
    }

    /** A stretch of a recording that is hidden. */
    public void redaction(String recordingId, long startMillis, long endMillis, String personId) {
        use(
                handle ->
                        handle.execute(
                                """
                                INSERT INTO redaction (id, recording_id, start_ms, end_ms, reason,
                                    created_by, created_at)
                                VALUES (?, ?, ?, ?, 'A name', ?, ?)
                                """,
                                Id.create(),
                                recordingId,
                                startMillis,
                                endMillis,
                                personId,
                                AT));
    }

    /** Somebody took back that a session is shown to quality assurers. */
    public void withdrawnConsent(String sessionId, String personId) {
        withdrawnConsent(sessionId, personId, "verify");
    }

    public void withdrawnConsent(String sessionId, String personId, String scope) {
        use(
                handle ->
                        handle.execute(
                                """
                                INSERT INTO consent (id, session_id, person_name, person_role, scope,
                                    basis, how, notice_version, given_at, recorded_by, recorded_at,
                                    withdrawn_at, withdrawn_by)
                                VALUES (?, ?, 'Lee', 'learner', ?, 'consent', 'ticked', 0, ?,
                                    ?, ?, ?, ?)
                                """,
                                Id.create(),
                                sessionId,
                                scope,
                                AT,
                                personId,
                                AT,
                                AT,
                                personId));
    }

    private void use(org.jdbi.v3.core.HandleConsumer<RuntimeException> work) {
        database.jdbi().useHandle(work);
    }
}
