package org.colloquy.assessment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.common.Text;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What lists say about enrolments and sessions, counted over the tables of other rooms: criteria,
 * recordings, jobs, transcripts, tags and other evidence.
 *
 * <p>Beside {@link Access} this is the one class that reads other rooms' tables, and it only reads:
 * a list of a hundred enrolments must not ask five rooms a hundred times each.
 */
final class OverviewStore {
    /** The same tags as the coverage of the unit counts. */
    private static final String COUNTED_TAGS =
            """
            FROM tag
            JOIN transcript ON transcript.id = tag.transcript_id
            JOIN recording ON recording.id = transcript.recording_id
            JOIN session ON session.id = recording.session_id
            WHERE tag.state <> 'withdrawn' AND NOT recording.set_aside
                AND transcript.state = 'present' AND session.id NOT IN (<withheld>)
            """;

    /** One criterion of one enrolment. */
    record Count(String enrolmentId, String number, int passages, int other) {}

    /** When one session is. */
    record Held(String enrolmentId, LocalDate date, @Nullable LocalTime startTime) {}

    /**
     * How far one recording is.
     *
     * @param jobState null: it never had a job
     */
    record Progress(
            String sessionId,
            String state,
            long durationMillis,
            @Nullable String jobState,
            boolean transcribed) {}

    private OverviewStore() {}

    /**
     * Of one enrolment, or of all for null; in the order of the unit.
     *
     * @param withheld sessions that do not count for who asks
     */
    static Map<String, List<EnrolmentSummary.CriterionCount>> counts(
            Handle handle, @Nullable String enrolmentId, Set<String> withheld) {
        return handle
                .createQuery(
                        """
                        SELECT e.id, c.number, COUNT(tagged.id),
                            (SELECT COUNT(*) FROM other_evidence v
                             JOIN other_evidence_criterion m ON m.evidence_id = v.id
                             WHERE v.enrolment_id = e.id AND m.criterion_id = c.id
                                 AND v.withdrawn_at IS NULL) AS other
                        FROM enrolment e
                        JOIN learning_outcome o ON o.unit_id = e.unit_id
                        JOIN criterion c ON c.outcome_id = o.id
                        LEFT JOIN (
                            SELECT tag.id, tag.criterion_id, session.enrolment_id
                            """
                                + COUNTED_TAGS
                                + """
                        ) tagged ON tagged.criterion_id = c.id AND tagged.enrolment_id = e.id
                        WHERE :enrolment IS NULL OR e.id = :enrolment
                        GROUP BY e.id, c.id, c.number, o.position, c.position
                        ORDER BY e.id, o.position, c.position
                        """)
                .bind("enrolment", enrolmentId)
                .bindList("withheld", listed(withheld))
                .map(
                        (row, context) ->
                                new Count(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getInt(3),
                                        row.getInt(4)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Count::enrolmentId,
                                Collectors.mapping(
                                        count ->
                                                new EnrolmentSummary.CriterionCount(
                                                        count.number(),
                                                        count.passages(),
                                                        count.other()),
                                        Collectors.toList())));
    }

    /** The sessions of one enrolment, or of all for null. */
    static Map<String, List<Held>> held(Handle handle, @Nullable String enrolmentId) {
        return handle
                .createQuery(
                        """
                        SELECT enrolment_id, date, start_time FROM session
                        WHERE :enrolment IS NULL OR enrolment_id = :enrolment
                        """)
                .bind("enrolment", enrolmentId)
                .map(
                        (row, context) -> {
                            String time = row.getString(3);
                            return new Held(
                                    row.getString(1),
                                    LocalDate.parse(row.getString(2)),
                                    time == null ? null : LocalTime.parse(time));
                        })
                .list()
                .stream()
                .collect(Collectors.groupingBy(Held::enrolmentId));
    }

    /** As SQL takes it, where a list has at least one. */
    private static List<String> listed(Set<String> withheld) {
        return Stream.concat(Stream.of(""), withheld.stream()).toList();
    }

    /**
     * The sessions of one enrolment, the latest first.
     *
     * @param withheld sessions of which nothing is told but when and how they were planned
     * @param sentence what is said of those
     */
    static List<SessionSummary> sessions(
            Handle handle, String enrolmentId, Set<String> withheld, Text sentence) {
        Map<String, List<Progress>> recordings =
                recordings(handle, enrolmentId).stream()
                        .collect(Collectors.groupingBy(Progress::sessionId));
        return handle.createQuery(
                        """
                        SELECT id, method, date, place,
                            (SELECT COUNT(*)
                            """
                                + COUNTED_TAGS
                                + """
                                AND session.id = held.id) AS tags
                        FROM session held WHERE enrolment_id = :enrolment
                        ORDER BY date DESC, start_time DESC, created_at DESC, id
                        """)
                .bind("enrolment", enrolmentId)
                .bindList("withheld", listed(withheld))
                .map(
                        (row, context) -> {
                            boolean hidden = withheld.contains(row.getString("id"));
                            Method method = Method.parse(row.getString("method"));
                            LocalDate date = LocalDate.parse(row.getString("date"));
                            List<Progress> of =
                                    hidden
                                            ? List.of()
                                            : recordings.getOrDefault(
                                                    row.getString("id"), List.of());
                            return new SessionSummary(
                                    row.getString("id"),
                                    method,
                                    date,
                                    row.getString("place"),
                                    Session.title(method, date),
                                    of.size(),
                                    of.stream().mapToLong(Progress::durationMillis).sum() / 1000.0,
                                    state(of),
                                    row.getInt("tags"),
                                    hidden ? sentence : null);
                        })
                .list();
    }

    private static List<Progress> recordings(Handle handle, String enrolmentId) {
        return handle.createQuery(
                        """
                        SELECT session_id, recording.state, COALESCE(duration_ms, 0) AS duration,
                            (SELECT job.state FROM job WHERE job.recording_id = recording.id
                                AND job.kind NOT IN ('second-opinion', 'suggest')
                             ORDER BY job.created_at DESC,
                                 CASE WHEN job.finished_at IS NULL THEN 0 ELSE 1 END,
                                 job.kind DESC, job.id
                             LIMIT 1) AS job_state,
                            EXISTS (SELECT 1 FROM transcript
                                WHERE transcript.recording_id = recording.id
                                    AND transcript.state = 'present') AS transcribed
                        FROM recording JOIN session ON session.id = recording.session_id
                        WHERE session.enrolment_id = :enrolment AND NOT recording.set_aside
                        """)
                .bind("enrolment", enrolmentId)
                .map(
                        (row, context) ->
                                new Progress(
                                        row.getString("session_id"),
                                        row.getString("state"),
                                        row.getLong("duration"),
                                        row.getString("job_state"),
                                        row.getBoolean("transcribed")))
                .list();
    }

    private static SessionSummary.State state(List<Progress> recordings) {
        List<SessionSummary.State> states =
                recordings.stream().map(OverviewStore::state).sorted().toList();
        for (SessionSummary.State urgent :
                List.of(
                        SessionSummary.State.RECEIVING,
                        SessionSummary.State.WORKING,
                        SessionSummary.State.FAILED,
                        SessionSummary.State.STOPPED)) {
            if (states.contains(urgent)) {
                return urgent;
            }
        }
        return states.isEmpty() ? SessionSummary.State.NONE : SessionSummary.State.READY;
    }

    private static SessionSummary.State state(Progress recording) {
        String job = recording.jobState() == null ? "" : recording.jobState();
        return switch (recording.state()) {
            case "receiving" -> SessionSummary.State.RECEIVING;
            case "unreadable" ->
                    isAtWork(job) ? SessionSummary.State.WORKING : SessionSummary.State.FAILED;
            case "preparing" ->
                    over(job) == SessionSummary.State.READY
                            ? SessionSummary.State.WORKING
                            : over(job);
            default -> {
                if (isAtWork(job)) {
                    yield SessionSummary.State.WORKING;
                }
                // Hearing it again may fail as it likes: the transcript stands.
                yield recording.transcribed() ? SessionSummary.State.READY : over(job);
            }
        };
    }

    private static SessionSummary.State over(String job) {
        return switch (job) {
            case "failed" -> SessionSummary.State.FAILED;
            case "cancelled" -> SessionSummary.State.STOPPED;
            default -> SessionSummary.State.READY;
        };
    }

    private static boolean isAtWork(String job) {
        return job.equals("queued") || job.equals("running");
    }
}
