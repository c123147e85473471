package org.colloquy.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.jdbi.v3.core.Jdbi;

/**
 * Who may see and who may change what belongs to an enrolment. Everything that is evidence belongs
 * to one enrolment, so every question comes down to that.
 *
 * <p>Seen by: its assessor, its learner, its IQA; every EQA and every administrator. Changed by:
 * its assessor alone. What a person may not see does not exist for them ({@link Problem.NotFound}).
 *
 * <p>This is the one class that reads tables of other rooms: one query tells the enrolment of
 * anything, so that no room has to ask another for leave.
 */
public final class Access {
    /** The kinds of thing that belong to an enrolment, each with the query for it. */
    public enum Thing {
        ENROLMENT("SELECT id FROM enrolment WHERE id = :id"),
        SESSION("SELECT enrolment_id FROM session WHERE id = :id"),
        RECORDING(
                """
                SELECT enrolment_id FROM session
                JOIN recording ON recording.session_id = session.id
                WHERE recording.id = :id
                """),
        JOB(
                """
                SELECT enrolment_id FROM session
                JOIN recording ON recording.session_id = session.id
                JOIN job ON job.recording_id = recording.id
                WHERE job.id = :id
                """),
        TRANSCRIPT(
                """
                SELECT enrolment_id FROM session
                JOIN recording ON recording.session_id = session.id
                JOIN transcript ON transcript.recording_id = recording.id
                WHERE transcript.id = :id
                """),
        TAG(
                """
                SELECT enrolment_id FROM session
                JOIN recording ON recording.session_id = session.id
                JOIN transcript ON transcript.recording_id = recording.id
                JOIN tag ON tag.transcript_id = transcript.id
                WHERE tag.id = :id
                """);

        private final String enrolmentQuery;

        Thing(String enrolmentQuery) {
            this.enrolmentQuery = enrolmentQuery;
        }
    }

    private record Parties(String id, String learnerId, String assessorId, String iqaId) {}

    private final Jdbi jdbi;

    public Access(Database database) {
        this.jdbi = database.jdbi();
    }

    /**
     * The enrolment that the thing belongs to.
     *
     * @throws Problem.NotFound where there is no such thing or the viewer may not see it
     */
    public String requireRead(Viewer viewer, Thing thing, String id) {
        return parties(thing, id)
                .filter(parties -> maySee(viewer, parties))
                .map(Parties::id)
                .orElseThrow(
                        () -> new Problem.NotFound("That is not here, or it is not yours to see."));
    }

    /**
     * The enrolment that the thing belongs to, where the viewer may change it.
     *
     * @throws Problem.NotFound as for {@link #requireRead}
     * @throws Problem.Forbidden where the viewer may see it and no more
     */
    public String requireWrite(Viewer viewer, Thing thing, String id) {
        String enrolment = requireRead(viewer, thing, id);
        if (!mayWrite(viewer, enrolment)) {
            throw new Problem.Forbidden(
                    "Only the assessor of this learner on this unit can change that.");
        }
        return enrolment;
    }

    /** Whether the viewer is the assessor of that enrolment. */
    public boolean mayWrite(Viewer viewer, String enrolmentId) {
        return viewer.is(Role.ASSESSOR)
                && parties(Thing.ENROLMENT, enrolmentId)
                        .filter(parties -> parties.assessorId().equals(viewer.personId()))
                        .isPresent();
    }

    /** The ids of all enrolments that the viewer may see. */
    public Set<String> visibleEnrolments(Viewer viewer) {
        List<Parties> all =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                SELECT id, learner_id, assessor_id, iqa_id
                                                FROM enrolment
                                                """)
                                        .map((row, context) -> parties(row))
                                        .list());
        return all.stream()
                .filter(parties -> maySee(viewer, parties))
                .map(Parties::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean maySee(Viewer viewer, Parties parties) {
        String me = viewer.personId();
        return viewer.isOneOf(Role.ADMINISTRATOR, Role.EQA)
                || viewer.is(Role.ASSESSOR) && me.equals(parties.assessorId())
                || viewer.is(Role.LEARNER) && me.equals(parties.learnerId())
                || viewer.is(Role.IQA) && me.equals(parties.iqaId());
    }

    private Optional<Parties> parties(Thing thing, String id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "SELECT id, learner_id, assessor_id, iqa_id FROM enrolment"
                                                + " WHERE id = ("
                                                + thing.enrolmentQuery
                                                + ")")
                                .bind("id", id)
                                .map((row, context) -> parties(row))
                                .findOne());
    }

    private static Parties parties(ResultSet row) throws SQLException {
        String iqa = row.getString("iqa_id");
        return new Parties(
                row.getString("id"),
                row.getString("learner_id"),
                row.getString("assessor_id"),
                iqa == null ? "" : iqa);
    }
}
