package org.colloquy.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.colloquy.assessment.Method;
import org.colloquy.assessment.Session;
import org.colloquy.database.Database;
import org.colloquy.redaction.Masks;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads what is to be indexed, from the tables of every room: the index is made of all of them.
 * Stamps are read before what they stand for, so that a change in between is seen the next time.
 */
final class SourceStore {
    /** What people see of each recording: its present transcript, where it is not set aside. */
    static final String SHOWN_TRANSCRIPTS =
            """
            WITH shown AS (
                SELECT r.session_id, r.id AS recording_id, t.id AS transcript_id, t.version
                FROM recording r
                JOIN transcript t ON t.recording_id = r.id AND t.state = 'present'
                WHERE NOT r.set_aside)
            """;

    private final Jdbi jdbi;
    private final Masks masks;

    SourceStore(Database database) {
        this.jdbi = database.jdbi();
        this.masks = new Masks(database);
    }

    /** The stamps of everything there is. */
    Map<Owner, String> stamps() {
        return jdbi.withHandle(StampStore::all);
    }

    /** The session that a recording belongs to. */
    Optional<Owner> ownerOfRecording(String recordingId) {
        return jdbi.withHandle(
                handle ->
                        handle.select("SELECT session_id FROM recording WHERE id = ?", recordingId)
                                .mapTo(String.class)
                                .findOne()
                                .map(Owner::session));
    }

    /** Everything of one, where it exists. */
    Optional<Source> find(Owner owner) {
        return jdbi.withHandle(
                handle ->
                        StampStore.find(handle, owner)
                                .flatMap(
                                        stamp ->
                                                owner.kind() == Kind.UNIT
                                                        ? unit(handle, owner.id(), stamp)
                                                        : session(handle, owner.id(), stamp)));
    }

    private Optional<Source> session(Handle handle, String id, String stamp) {
        return handle.createQuery(
                        """
                        SELECT s.enrolment_id, s.method, s.date, s.place, s.notes, e.unit_id,
                            u.title, e.learner_id, l.name, e.assessor_id
                        FROM session s
                        JOIN enrolment e ON e.id = s.enrolment_id
                        JOIN unit u ON u.id = e.unit_id
                        JOIN person l ON l.id = e.learner_id
                        WHERE s.id = :id
                        """)
                .bind("id", id)
                .map(
                        (row, context) -> {
                            List<String> about = new ArrayList<>();
                            about.add(row.getString("name"));
                            about.add(row.getString("title"));
                            Optional.ofNullable(row.getString("place")).ifPresent(about::add);
                            about.addAll(people(handle, id));
                            about.addAll(questions(handle, id));
                            SpokenStore.Spoken spoken = SpokenStore.read(handle, id, masks);
                            return (Source)
                                    new Source.SessionSource(
                                            id,
                                            stamp,
                                            row.getString("enrolment_id"),
                                            row.getString("learner_id"),
                                            row.getString("assessor_id"),
                                            row.getString("unit_id"),
                                            row.getString("method"),
                                            row.getString("date"),
                                            Session.title(
                                                    Method.parse(row.getString("method")),
                                                    LocalDate.parse(row.getString("date"))),
                                            String.join(" · ", about),
                                            row.getString("notes"),
                                            spoken.turns(),
                                            spoken.tags());
                        })
                .findOne();
    }

    private static List<String> people(Handle handle, String id) {
        return handle.createQuery(
                        """
                        SELECT name, role FROM session_person
                        WHERE session_id = :id ORDER BY position
                        """)
                .bind("id", id)
                .map((row, context) -> row.getString("name") + ", " + row.getString("role"))
                .list();
    }

    private static List<String> questions(Handle handle, String id) {
        return handle.createQuery(
                        """
                        SELECT text FROM planned_question WHERE session_id = :id ORDER BY position
                        """)
                .bind("id", id)
                .mapTo(String.class)
                .list();
    }

    private static Optional<Source> unit(Handle handle, String id, String stamp) {
        return handle.createQuery(
                        """
                        SELECT title, number, reference, level, purpose, evidence_requirements
                        FROM unit WHERE id = :id
                        """)
                .bind("id", id)
                .map(
                        (row, context) -> {
                            List<String> about = new ArrayList<>();
                            for (int column = 2; column <= 6; column++) {
                                Optional.ofNullable(row.getString(column))
                                        .filter(text -> !text.isBlank())
                                        .ifPresent(about::add);
                            }
                            about.addAll(outcomesAndMethods(handle, id));
                            return (Source)
                                    new Source.UnitSource(
                                            id,
                                            stamp,
                                            row.getString("title"),
                                            String.join(" · ", about),
                                            criteria(handle, id));
                        })
                .findOne();
    }

    private static List<String> outcomesAndMethods(Handle handle, String id) {
        Stream<String> outcomes =
                handle
                        .createQuery(
                                """
                                SELECT number, text FROM learning_outcome
                                WHERE unit_id = :id ORDER BY position
                                """)
                        .bind("id", id)
                        .map((row, context) -> row.getString(1) + " " + row.getString(2))
                        .list()
                        .stream();
        Stream<String> methods =
                handle
                        .createQuery(
                                """
                                SELECT name, text FROM unit_method
                                WHERE unit_id = :id ORDER BY position
                                """)
                        .bind("id", id)
                        .map((row, context) -> row.getString(1) + ": " + row.getString(2))
                        .list()
                        .stream();
        return Stream.concat(outcomes, methods).toList();
    }

    private static List<Source.CriterionSource> criteria(Handle handle, String id) {
        return handle.createQuery(
                        """
                        SELECT c.id, c.number, c.text FROM criterion c
                        JOIN learning_outcome o ON o.id = c.outcome_id
                        WHERE o.unit_id = :id ORDER BY o.position, c.position
                        """)
                .bind("id", id)
                .map(
                        (row, context) ->
                                new Source.CriterionSource(
                                        row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
