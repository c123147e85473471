package org.colloquy.assessment;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The people of a session, of whom things are noted with a time. */
final class PeopleThere {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final int LONGEST_NOTE = 2_000;

    private PeopleThere() {}

    /** Those named with the session; where nobody is, its learner and its assessor. */
    static List<Participant> of(Handle handle, String sessionId) {
        List<Participant> named =
                handle.createQuery(
                                """
                                SELECT name, role FROM session_person
                                WHERE session_id = :id ORDER BY position
                                """)
                        .bind("id", sessionId)
                        .map((row, context) -> new Participant(row.getString(1), row.getString(2)))
                        .list();
        return named.isEmpty() ? parties(handle, sessionId) : named;
    }

    private static List<Participant> parties(Handle handle, String sessionId) {
        return handle.createQuery(
                        """
                        SELECT learner.name, assessor.name FROM session s
                        JOIN enrolment e ON e.id = s.enrolment_id
                        JOIN person learner ON learner.id = e.learner_id
                        JOIN person assessor ON assessor.id = e.assessor_id
                        WHERE s.id = :id
                        """)
                .bind("id", sessionId)
                .map(
                        (row, context) ->
                                List.of(
                                        new Participant(row.getString(1), "learner"),
                                        new Participant(row.getString(2), "assessor")))
                .findOne()
                .orElse(List.of());
    }

    static Problem.BadInput notThere(Participant person) {
        return new Problem.BadInput(
                "“{name}” is not among the people of this session with that "
                        + "role. Add them to the session first.",
                Map.of("name", shortened(person.name())));
    }

    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }

    /** The time that was sent; now for null. */
    static Instant time(@Nullable String text, Clock clock) {
        Instant now = Database.now(clock);
        if (text == null || text.isBlank()) {
            return now;
        }
        Instant at;
        try {
            at = Instant.parse(text.strip());
        } catch (DateTimeException unreadable) {
            throw new Problem.BadInput(
                    "That is no time; write it as 2026-11-23T10:30:00Z.", unreadable);
        }
        if (at.isBefore(EARLIEST) || at.isAfter(now.plus(Duration.ofDays(1)))) {
            throw new Problem.BadInput(
                    "The time {what} cannot be right: check the clock of that computer.",
                    Map.of("what", text.strip()));
        }
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    static String note(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (text.length() > LONGEST_NOTE) {
            throw new Problem.TooLarge(
                    "A note can have at most {longestNote} characters here.",
                    Map.of("longestNote", LONGEST_NOTE));
        }
        return text.replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
    }
}
