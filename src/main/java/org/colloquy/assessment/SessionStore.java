package org.colloquy.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code session}, {@code session_person}, {@code planned_question} and {@code
 * planned_question_criterion}.
 */
final class SessionStore {
    private SessionStore() {}

    static Optional<Session> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM session WHERE id = :id")
                .bind("id", id)
                .map(
                        (row, context) ->
                                new Session(
                                        id,
                                        row.getString("enrolment_id"),
                                        Method.parse(row.getString("method")),
                                        LocalDate.parse(row.getString("date")),
                                        time(row.getString("start_time")),
                                        row.getString("place"),
                                        Mode.parse(row.getString("mode")),
                                        row.getString("language"),
                                        row.getString("notes"),
                                        people(handle, id),
                                        questions(handle, id),
                                        row.getString("created_by"),
                                        row.getTimestamp("created_at").toInstant()))
                .findOne();
    }

    static void insert(
            Handle handle,
            String id,
            String enrolmentId,
            SessionDetails details,
            String createdBy,
            Instant now) {
        bind(
                        handle.createUpdate(
                                """
                                INSERT INTO session (id, enrolment_id, method, date, start_time,
                                    place, mode, language, notes, created_by, created_at)
                                VALUES (:id, :enrolment, :method, :date, :startTime,
                                    :place, :mode, :language, :notes, :by, :now)
                                """),
                        id,
                        details)
                .bind("enrolment", enrolmentId)
                .bind("by", createdBy)
                .bind("now", now)
                .execute();
        insertParts(handle, id, details);
    }

    static void update(Handle handle, String id, SessionDetails details) {
        bind(
                        handle.createUpdate(
                                """
                                UPDATE session SET method = :method, date = :date,
                                    start_time = :startTime, place = :place, mode = :mode,
                                    language = :language, notes = :notes
                                WHERE id = :id
                                """),
                        id,
                        details)
                .execute();
        for (String parts :
                List.of(
                        """
                        DELETE FROM planned_question_criterion WHERE question_id IN
                            (SELECT id FROM planned_question WHERE session_id = :id)
                        """,
                        "DELETE FROM planned_question WHERE session_id = :id",
                        "DELETE FROM session_person WHERE session_id = :id")) {
            handle.createUpdate(parts).bind("id", id).execute();
        }
        insertParts(handle, id, details);
    }

    private static org.jdbi.v3.core.statement.Update bind(
            org.jdbi.v3.core.statement.Update update, String id, SessionDetails details) {
        LocalTime startTime = details.startTime();
        return update.bind("id", id)
                .bind("method", details.method().toString())
                .bind("date", details.date().toString())
                .bind("startTime", startTime == null ? null : startTime.toString())
                .bind("place", details.place())
                .bind("mode", details.mode().toString())
                .bind("language", details.language())
                .bind("notes", details.notes());
    }

    private static void insertParts(Handle handle, String id, SessionDetails details) {
        for (int i = 0; i < details.people().size(); i++) {
            Participant person = details.people().get(i);
            handle.execute(
                    """
                    INSERT INTO session_person (session_id, position, name, role)
                    VALUES (?, ?, ?, ?)
                    """,
                    id,
                    i,
                    person.name(),
                    person.role());
        }
        for (int i = 0; i < details.questions().size(); i++) {
            PlannedQuestion question = details.questions().get(i);
            handle.execute(
                    """
                    INSERT INTO planned_question (id, session_id, position, text)
                    VALUES (?, ?, ?, ?)
                    """,
                    question.id(),
                    id,
                    i,
                    question.text());
            for (String criterion : question.criterionIds()) {
                handle.execute(
                        """
                        INSERT INTO planned_question_criterion (question_id, criterion_id)
                        VALUES (?, ?)
                        """,
                        question.id(),
                        criterion);
            }
        }
    }

    private static List<Participant> people(Handle handle, String id) {
        return handle.createQuery(
                        """
                        SELECT name, role FROM session_person
                        WHERE session_id = :id ORDER BY position
                        """)
                .bind("id", id)
                .map((row, context) -> new Participant(row.getString(1), row.getString(2)))
                .list();
    }

    private static List<PlannedQuestion> questions(Handle handle, String id) {
        record Row(String id, String text, @Nullable String criterionId) {}
        List<Row> rows =
                handle.createQuery(
                                """
                                SELECT q.id, q.text, c.id AS criterion_id
                                FROM planned_question q
                                LEFT JOIN planned_question_criterion link
                                    ON link.question_id = q.id
                                LEFT JOIN criterion c ON c.id = link.criterion_id
                                LEFT JOIN learning_outcome o ON o.id = c.outcome_id
                                WHERE q.session_id = :id
                                ORDER BY q.position, o.position, c.position
                                """)
                        .bind("id", id)
                        .map(
                                (row, context) ->
                                        new Row(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getString(3)))
                        .list();
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<String>> criteria = new LinkedHashMap<>();
        for (Row row : rows) {
            texts.put(row.id(), row.text());
            List<String> of = criteria.computeIfAbsent(row.id(), question -> new ArrayList<>());
            if (row.criterionId() != null) {
                of.add(row.criterionId());
            }
        }
        return texts.entrySet().stream()
                .map(
                        entry ->
                                new PlannedQuestion(
                                        entry.getKey(),
                                        entry.getValue(),
                                        criteria.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : LocalTime.parse(text);
    }
}
