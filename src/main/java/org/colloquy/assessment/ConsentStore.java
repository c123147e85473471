package org.colloquy.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;

/** The table {@code consent}. */
final class ConsentStore {
    /**
     * Where somebody took back a use and did not give it again: each person, for of two people one
     * may have given what the other took back.
     */
    static final String TAKEN_BACK =
            """
            FROM consent gone
            WHERE gone.scope = :scope AND gone.withdrawn_at IS NOT NULL
                AND NOT EXISTS (
                    SELECT 1 FROM consent stands
                    WHERE stands.session_id = gone.session_id
                        AND stands.person_name = gone.person_name
                        AND stands.person_role = gone.person_role
                        AND stands.scope = gone.scope
                        AND stands.withdrawn_at IS NULL)
            """;

    private static final String SELECT =
            """
            SELECT consent.*, recorder.name AS recorder_name, withdrawer.name AS withdrawer_name
            FROM consent
            JOIN person recorder ON recorder.id = consent.recorded_by
            LEFT JOIN person withdrawer ON withdrawer.id = consent.withdrawn_by
            """;

    private ConsentStore() {}

    /** In the order in which they were noted. */
    static List<Consent> ofSession(Handle handle, String sessionId) {
        return handle.createQuery(
                        SELECT
                                + """
                                WHERE consent.session_id = :session
                                ORDER BY consent.recorded_at, consent.given_at,
                                    CASE consent.scope WHEN 'record' THEN 0 WHEN 'transcribe' THEN 1
                                        WHEN 'verify' THEN 2 ELSE 3 END,
                                    consent.id
                                """)
                .bind("session", sessionId)
                .map((row, context) -> consent(row))
                .list();
    }

    static Optional<Consent> find(Handle handle, String id) {
        return handle.createQuery(SELECT + " WHERE consent.id = :id")
                .bind("id", id)
                .map((row, context) -> consent(row))
                .findOne();
    }

    static String sessionOf(Handle handle, String id) {
        return handle.createQuery("SELECT session_id FROM consent WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one();
    }

    /** Who took that use back, by name. */
    static List<String> takenBackBy(Handle handle, String sessionId, Scope scope) {
        return handle.createQuery(
                        "SELECT DISTINCT gone.person_name "
                                + TAKEN_BACK
                                + " AND gone.session_id = :session ORDER BY gone.person_name")
                .bind("scope", scope.toString())
                .bind("session", sessionId)
                .mapTo(String.class)
                .list();
    }

    static void insert(
            Handle handle,
            String id,
            String sessionId,
            Participant person,
            Scope scope,
            ConsentRequest request,
            Instant givenAt,
            String recordedBy,
            Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO consent (id, session_id, person_name, person_role, scope, basis,
                            how, notice_version, given_at, recorded_by, recorded_at)
                        VALUES (:id, :session, :name, :role, :scope, :basis, :how, :notice, :given,
                            :by, :now)
                        """)
                .bind("id", id)
                .bind("session", sessionId)
                .bind("name", person.name())
                .bind("role", person.role())
                .bind("scope", scope.toString())
                .bind("basis", request.basis().toString())
                .bind("how", request.how().toString())
                .bind("notice", request.noticeVersion())
                .bind("given", givenAt)
                .bind("by", recordedBy)
                .bind("now", now)
                .execute();
    }

    /** All that stands of the same person and use: of two rows one alone would change nothing. */
    static void withdraw(
            Handle handle,
            String sessionId,
            Consent consent,
            String by,
            Consent.How how,
            String note,
            Instant now) {
        handle.createUpdate(
                        """
                        UPDATE consent SET withdrawn_at = :now, withdrawn_by = :by,
                            withdrawn_how = :how, withdrawn_note = :note
                        WHERE session_id = :session AND person_name = :name AND person_role = :role
                            AND scope = :scope AND withdrawn_at IS NULL
                        """)
                .bind("now", now)
                .bind("by", by)
                .bind("how", how.toString())
                .bind("note", note)
                .bind("session", sessionId)
                .bind("name", consent.person().name())
                .bind("role", consent.person().role())
                .bind("scope", consent.scope().toString())
                .execute();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        Timestamp withdrawnAt = row.getTimestamp("withdrawn_at");
        return new Consent(
                row.getString("id"),
                new Participant(row.getString("person_name"), row.getString("person_role")),
                Scope.of(row.getString("scope")),
                Consent.Basis.of(row.getString("basis")),
                Consent.How.of(row.getString("how")),
                row.getInt("notice_version"),
                row.getTimestamp("given_at").toInstant(),
                new PersonName(row.getString("recorded_by"), row.getString("recorder_name")),
                withdrawnAt == null
                        ? null
                        : new Consent.Withdrawal(
                                withdrawnAt.toInstant(),
                                new PersonName(
                                        row.getString("withdrawn_by"),
                                        row.getString("withdrawer_name")),
                                Consent.How.of(row.getString("withdrawn_how")),
                                row.getString("withdrawn_note")));
    }
}
