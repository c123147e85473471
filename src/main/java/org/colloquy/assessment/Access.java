package org.colloquy.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
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
 * <p>Where somebody took back that a session is shown to quality assurers ({@link Scope#VERIFY}),
 * an IQA or EQA still sees that there was the session, and nothing of what was recorded, said,
 * noted and tagged in it.
 *
 * <p>This is the one class that reads tables of other rooms: one query tells the enrolment of
 * anything, so that no room has to ask another for leave.
 */
public final class Access {
    /**
     * The kinds of thing that belong to an enrolment, each with the query for it, and for the
     * session whose content it is, where it is.
     */
    public enum Thing {
        ENROLMENT("SELECT id AS enrolment_id, NULL AS session_id FROM enrolment WHERE id = :id"),
        /** That there is one, and what was planned: not what was recorded in it. */
        SESSION("SELECT enrolment_id, NULL AS session_id FROM session WHERE id = :id"),
        CONSENT(
                """
                SELECT enrolment_id, NULL AS session_id FROM session
                JOIN consent ON consent.session_id = session.id
                WHERE consent.id = :id
                """),
        RECORDING(
                """
                SELECT enrolment_id, session.id AS session_id FROM session
                JOIN recording ON recording.session_id = session.id
                WHERE recording.id = :id
                """),
        JOB(
                """
                SELECT enrolment_id, session.id AS session_id FROM session
                JOIN recording ON recording.session_id = session.id
                JOIN job ON job.recording_id = recording.id
                WHERE job.id = :id
                """),
        TRANSCRIPT(
                """
                SELECT enrolment_id, session.id AS session_id FROM session
                JOIN recording ON recording.session_id = session.id
                JOIN transcript ON transcript.recording_id = recording.id
                WHERE transcript.id = :id
                """),
        REDACTION(
                """
                SELECT enrolment_id, session.id AS session_id FROM session
                JOIN recording ON recording.session_id = session.id
                JOIN redaction ON redaction.recording_id = recording.id
                WHERE redaction.id = :id
                """),
        OTHER_EVIDENCE(
                "SELECT enrolment_id, NULL AS session_id FROM other_evidence WHERE id = :id"),
        TAG(
                """
                SELECT enrolment_id, session.id AS session_id FROM session
                JOIN recording ON recording.session_id = session.id
                JOIN transcript ON transcript.recording_id = recording.id
                JOIN tag ON tag.transcript_id = transcript.id
                WHERE tag.id = :id
                """);

        private final String query;

        Thing(String query) {
            this.query = query;
        }
    }

    private static final String PARTIES =
            "SELECT e.id, e.learner_id, e.assessor_id, e.iqa_id, found.session_id FROM enrolment e";

    /** What a quality assurer is told of a session that they see nothing of. */
    static final Text WITHHELD =
            Text.of(
                    "What was recorded, noted and tagged in this session is not shown to quality "
                            + "assurers: somebody who took part has withdrawn from that. The assessor can tell "
                            + "you more.");

    /**
     * @param sessionId the session whose content it is; empty for none
     */
    private record Parties(
            String id, String learnerId, String assessorId, String iqaId, String sessionId) {}

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
                .filter(parties -> !isWithheld(viewer, parties))
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

    /**
     * The same as {@link #requireRead} asks, as an SQL condition for a row "e" of enrolment, so
     * that a list counts and shows nothing else. The person's id is to be bound as "viewer".
     */
    public static String seenBy(Viewer viewer) {
        if (viewer.isOneOf(Role.ADMINISTRATOR, Role.EQA)) {
            return ":viewer IS NOT NULL";
        }
        return "("
                + (viewer.is(Role.ASSESSOR) ? "e.assessor_id = :viewer" : "FALSE")
                + (viewer.is(Role.LEARNER) ? " OR e.learner_id = :viewer" : "")
                + (viewer.is(Role.IQA) ? " OR e.iqa_id = :viewer" : "")
                + ") AND :viewer IS NOT NULL";
    }

    /** Whether the viewer is the learner of that enrolment. */
    public boolean isLearner(Viewer viewer, String enrolmentId) {
        return viewer.is(Role.LEARNER)
                && parties(Thing.ENROLMENT, enrolmentId)
                        .filter(parties -> parties.learnerId().equals(viewer.personId()))
                        .isPresent();
    }

    /** The ids of all enrolments that the viewer may see. */
    public Set<String> visibleEnrolments(Viewer viewer) {
        List<Parties> all =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                SELECT id, learner_id, assessor_id, iqa_id,
                                                    NULL AS session_id
                                                FROM enrolment
                                                """)
                                        .map((row, context) -> parties(row))
                                        .list());
        return all.stream()
                .filter(parties -> maySee(viewer, parties))
                .map(Parties::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The ids of the sessions whose content is not shown to the viewer, although they may see that
     * there are these sessions. At once with the withdrawal, for it is asked of the database.
     */
    public Set<String> withheldSessions(Viewer viewer) {
        if (!viewer.isOneOf(Role.IQA, Role.EQA) || viewer.is(Role.ADMINISTRATOR)) {
            return Set.of();
        }
        return jdbi
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                PARTIES
                                                        + " JOIN session s ON s.enrolment_id = e.id"
                                                        + " JOIN (SELECT DISTINCT gone.session_id "
                                                        + ConsentStore.TAKEN_BACK
                                                        + ") found ON found.session_id = s.id")
                                        .bind("scope", Scope.VERIFY.toString())
                                        .map((row, context) -> parties(row))
                                        .list())
                .stream()
                .filter(parties -> !hasPartIn(viewer, parties))
                .map(Parties::sessionId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The sentence for a viewer who does not see what is in that session; empty where they do. */
    public Optional<Text> withheld(Viewer viewer, String sessionId) {
        return withheldSessions(viewer).contains(sessionId)
                ? Optional.of(WITHHELD)
                : Optional.empty();
    }

    private boolean isWithheld(Viewer viewer, Parties parties) {
        return !parties.sessionId().isEmpty()
                && withheldSessions(viewer).contains(parties.sessionId());
    }

    private static boolean maySee(Viewer viewer, Parties parties) {
        return viewer.isOneOf(Role.ADMINISTRATOR, Role.EQA)
                || hasPartIn(viewer, parties)
                || viewer.is(Role.IQA) && viewer.personId().equals(parties.iqaId());
    }

    /** Whether the viewer is the one who assesses or the one who is assessed. */
    private static boolean hasPartIn(Viewer viewer, Parties parties) {
        String me = viewer.personId();
        return viewer.is(Role.ASSESSOR) && me.equals(parties.assessorId())
                || viewer.is(Role.LEARNER) && me.equals(parties.learnerId());
    }

    private Optional<Parties> parties(Thing thing, String id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        PARTIES
                                                + " JOIN ("
                                                + thing.query
                                                + ") found ON found.enrolment_id = e.id")
                                .bind("id", id)
                                .map((row, context) -> parties(row))
                                .findOne());
    }

    private static Parties parties(ResultSet row) throws SQLException {
        return new Parties(
                row.getString("id"),
                row.getString("learner_id"),
                row.getString("assessor_id"),
                Objects.requireNonNullElse(row.getString("iqa_id"), ""),
                Objects.requireNonNullElse(row.getString("session_id"), ""));
    }
}
