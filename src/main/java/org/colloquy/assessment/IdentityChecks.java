package org.colloquy.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Identity checks: one for each person of a session, and what was noted before it is kept. */
public final class IdentityChecks {
    private static final int MOST = 2_000;

    private final Jdbi jdbi;
    private final Clock clock;

    public IdentityChecks(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    /** The newest of each person, in the order in which the people were first checked. */
    public List<IdentityCheck> list(String sessionId) {
        return jdbi.withHandle(handle -> newest(handle, sessionId));
    }

    /**
     * Notes a check in place of the one before. The same again without a time changes nothing.
     *
     * @throws Problem.BadInput where the person is not one of the session
     */
    public void note(String personId, String sessionId, IdentityRequest request) {
        String note = PeopleThere.note(request.note());
        Instant at = PeopleThere.time(request.at(), clock);
        Participant person =
                new Participant(request.person().name().strip(), request.person().role().strip());
        if (request.how() == IdentityCheck.How.OTHER && note.isEmpty()) {
            throw new Problem.BadInput(
                    "Say how you made sure who {person} is.", Map.of("person", person.name()));
        }
        jdbi.useTransaction(
                handle -> {
                    List<IdentityCheck> known = newest(handle, sessionId);
                    boolean same =
                            known.stream()
                                    .anyMatch(
                                            old ->
                                                    old.person().equals(person)
                                                            && old.how() == request.how()
                                                            && old.note().equals(note)
                                                            && (request.at() == null
                                                                    || old.at().equals(at)));
                    if (same) {
                        return;
                    }
                    if (!PeopleThere.of(handle, sessionId).contains(person)) {
                        throw PeopleThere.notThere(person);
                    }
                    if (count(handle, sessionId) >= MOST) {
                        throw new Problem.TooLarge(
                                "This session has too many identity checks to take more.");
                    }
                    insert(handle, sessionId, person, request.how(), note, at, personId);
                });
    }

    private void insert(
            Handle handle,
            String sessionId,
            Participant person,
            IdentityCheck.How how,
            String note,
            Instant at,
            String personId) {
        handle.createUpdate(
                        """
                        INSERT INTO identity_check (id, session_id, person_name, person_role, how,
                            note, at, checked_by, recorded_at)
                        VALUES (:id, :session, :name, :role, :how, :note, :at, :by, :now)
                        """)
                .bind("id", Id.create())
                .bind("session", sessionId)
                .bind("name", person.name())
                .bind("role", person.role())
                .bind("how", how.toString())
                .bind("note", note)
                .bind("at", at)
                .bind("by", personId)
                .bind("now", now(handle, sessionId))
                .execute();
    }

    /** No two at one time, so that they have an order. */
    private Instant now(Handle handle, String sessionId) {
        Instant now = Database.now(clock);
        return handle.createQuery(
                        "SELECT MAX(recorded_at) FROM identity_check WHERE session_id = :session")
                .bind("session", sessionId)
                .map((row, context) -> Optional.ofNullable(row.getTimestamp(1)))
                .one()
                .map(newest -> newest.toInstant().plusMillis(1))
                .filter(next -> next.isAfter(now))
                .orElse(now);
    }

    private static int count(Handle handle, String sessionId) {
        return handle.createQuery("SELECT COUNT(*) FROM identity_check WHERE session_id = :session")
                .bind("session", sessionId)
                .mapTo(Integer.class)
                .one();
    }

    private static List<IdentityCheck> newest(Handle handle, String sessionId) {
        Map<Participant, IdentityCheck> newest = new LinkedHashMap<>();
        handle.createQuery(
                        """
                        SELECT c.*, p.name AS by_name FROM identity_check c
                        JOIN person p ON p.id = c.checked_by
                        WHERE c.session_id = :session ORDER BY c.recorded_at, c.id
                        """)
                .bind("session", sessionId)
                .map((row, context) -> check(row))
                .list()
                .forEach(check -> newest.put(check.person(), check));
        return List.copyOf(newest.values());
    }

    private static IdentityCheck check(ResultSet row) throws SQLException {
        return new IdentityCheck(
                new Participant(row.getString("person_name"), row.getString("person_role")),
                IdentityCheck.How.of(row.getString("how")),
                row.getString("note"),
                row.getTimestamp("at").toInstant(),
                new PersonName(row.getString("checked_by"), row.getString("by_name")));
    }
}
