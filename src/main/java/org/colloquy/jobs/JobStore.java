package org.colloquy.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The {@code job} table. Each change of state names the state it starts from, so that two cannot
 * both win.
 */
final class JobStore {
    private static final String COLUMNS =
            "id, kind, recording_id, state, progress, seconds_left, step, problem, created_at,"
                    + " finished_at";

    private final Jdbi jdbi;
    private final Clock clock;

    JobStore(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    /** False, and nothing stored, where one of that kind for that recording is not over yet. */
    boolean insert(String id, Job.Kind kind, String recordingId, String parameters) {
        return jdbi.inTransaction(
                handle -> {
                    if (hasUnfinished(handle, kind, recordingId)) {
                        return false;
                    }
                    handle.createUpdate(
                                    """
                                    INSERT INTO job (id, kind, recording_id, parameters, state,
                                        step, attempts, created_at)
                                    VALUES (:id, :kind, :recording, :parameters, 'queued',
                                        :step, 0, :at)
                                    """)
                            .bind("id", id)
                            .bind("kind", kind.toString())
                            .bind("recording", recordingId)
                            .bind("parameters", parameters)
                            .bind("step", Text.toStore(kind.waiting()))
                            .bind("at", Database.now(clock))
                            .execute();
                    return true;
                });
    }

    Optional<Job> find(String id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("SELECT " + COLUMNS + " FROM job WHERE id = :id")
                                .bind("id", id)
                                .map(new JobMapper())
                                .findOne());
    }

    Optional<Job> newestOf(String recordingId, Job.Kind kind) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "SELECT "
                                                + COLUMNS
                                                + """
                                                   FROM job
                                                  WHERE recording_id = :recording AND kind = :kind
                                                  ORDER BY created_at DESC,
                                                      CASE WHEN finished_at IS NULL THEN 0 ELSE 1 END
                                                  LIMIT 1
                                                  """)
                                .bind("recording", recordingId)
                                .bind("kind", kind.toString())
                                .map(new JobMapper())
                                .findOne());
    }

    /** The newest that is not over yet; where all are over, the newest. */
    Optional<Job> newestOf(String recordingId) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "SELECT "
                                                + COLUMNS
                                                + """
                                                   FROM job WHERE recording_id = :recording
                                                      AND kind <> 'suggest'
                                                  ORDER BY
                                                      CASE WHEN state IN ('queued', 'running')
                                                          THEN 0 ELSE 1 END,
                                                      created_at DESC,
                                                      CASE WHEN finished_at IS NULL THEN 0 ELSE 1 END,
                                                      kind DESC, id
                                                  LIMIT 1
                                                  """)
                                .bind("recording", recordingId)
                                .map(new JobMapper())
                                .findOne());
    }

    String parameters(String id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("SELECT parameters FROM job WHERE id = :id")
                                .bind("id", id)
                                .mapTo(String.class)
                                .one());
    }

    /** False where it is not queued any more. */
    boolean start(String id) {
        return changed(
                """
                UPDATE job SET state = 'running', attempts = attempts + 1, started_at = :at
                WHERE id = :id AND state = 'queued'
                """,
                id);
    }

    void report(String id, @Nullable Double progress, @Nullable Double secondsLeft, Text step) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        UPDATE job SET progress = :progress, seconds_left = :left,
                                            step = :step
                                        WHERE id = :id AND state = 'running'
                                        """)
                                .bind("progress", progress)
                                .bind("left", secondsLeft)
                                .bind("step", Text.toStore(step))
                                .bind("id", id)
                                .execute());
    }

    void stopping(String id) {
        update("UPDATE job SET step = 'Stopping' WHERE id = :id AND state = 'running'", id);
    }

    /** From running to done, failed (with its sentence) or cancelled. */
    void finish(String id, Job.State state, Text step, @Nullable Text problem) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        UPDATE job SET state = :state, step = :step,
                                            problem = :problem, seconds_left = NULL,
                                            progress = CASE WHEN :state = 'done' THEN 1.0
                                                ELSE progress END,
                                            finished_at = :at
                                        WHERE id = :id AND state = 'running'
                                        """)
                                .bind("state", state.toString())
                                .bind("step", Text.toStore(step))
                                .bind("problem", Text.toStore(problem))
                                .bind("at", Database.now(clock))
                                .bind("id", id)
                                .execute());
    }

    /** False where it has started, or is over. */
    boolean cancelQueued(String id) {
        return changed(
                """
                UPDATE job SET state = 'cancelled', step = 'Cancelled', finished_at = :at
                WHERE id = :id AND state = 'queued'
                """,
                id);
    }

    /** Those of the recording that are not over. */
    List<Job> unfinished(String recordingId) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "SELECT "
                                                + COLUMNS
                                                + " FROM job WHERE recording_id = :recording"
                                                + " AND state IN ('queued', 'running')"
                                                + " ORDER BY created_at, id")
                                .bind("recording", recordingId)
                                .map(new JobMapper())
                                .list());
    }

    /** False where it has started, or is over. */
    boolean refuseQueued(String id, Text sentence) {
        return jdbi.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                UPDATE job SET state = 'failed', step = 'Failed',
                                                    problem = :sentence, finished_at = :at
                                                WHERE id = :id AND state = 'queued'
                                                """)
                                        .bind("sentence", Text.toStore(sentence))
                                        .bind("at", Database.now(clock))
                                        .bind("id", id)
                                        .execute())
                == 1;
    }

    /**
     * From failed or cancelled back to queued; false where it is neither, or another waits already.
     */
    boolean retry(Job job) {
        return jdbi.inTransaction(
                handle ->
                        !hasUnfinished(handle, job.kind(), job.recordingId())
                                && handle.createUpdate(
                                                        """
                                                        UPDATE job SET state = 'queued', step = :step,
                                                            attempts = 0, progress = NULL,
                                                            seconds_left = NULL, problem = NULL,
                                                            started_at = NULL, finished_at = NULL
                                                        WHERE id = :id
                                                            AND state IN ('failed', 'cancelled')
                                                        """)
                                                .bind("step", Text.toStore(job.kind().waiting()))
                                                .bind("id", job.id())
                                                .execute()
                                        == 1);
    }

    /** A try that the server's orderly end cut off: it waits again and the try does not count. */
    void putBack(String id) {
        update(
                """
                UPDATE job SET state = 'queued', attempts = attempts - 1, progress = NULL,
                    seconds_left = NULL
                WHERE id = :id AND state = 'running'
                """,
                id);
    }

    /**
     * After a start: what was running when the server died is queued again, or fails with the
     * sentence once that has happened too often.
     */
    void recover(int attemptsAllowed, Text sentence) {
        jdbi.useTransaction(
                handle -> {
                    handle.createUpdate(
                                    """
                                    UPDATE job SET state = 'failed', step = 'Failed',
                                        problem = :sentence, seconds_left = NULL, finished_at = :at
                                    WHERE state = 'running' AND attempts >= :allowed
                                    """)
                            .bind("sentence", Text.toStore(sentence))
                            .bind("at", Database.now(clock))
                            .bind("allowed", attemptsAllowed)
                            .execute();
                    handle.execute(
                            """
                            UPDATE job SET state = 'queued', progress = NULL, seconds_left = NULL
                            WHERE state = 'running'
                            """);
                    handle.execute("DELETE FROM scheduled_tasks");
                });
    }

    List<Job> queued() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "SELECT "
                                                + COLUMNS
                                                + " FROM job WHERE state = 'queued' ORDER BY"
                                                + " created_at, id")
                                .map(new JobMapper())
                                .list());
    }

    private static boolean hasUnfinished(Handle handle, Job.Kind kind, String recordingId) {
        return handle.createQuery(
                                """
                                SELECT COUNT(*) FROM job
                                WHERE recording_id = :recording AND kind = :kind
                                    AND state IN ('queued', 'running')
                                """)
                        .bind("recording", recordingId)
                        .bind("kind", kind.toString())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private void update(String sql, String id) {
        jdbi.useHandle(handle -> handle.createUpdate(sql).bind("id", id).execute());
    }

    private boolean changed(String sql, String id) {
        return jdbi.withHandle(
                        handle ->
                                handle.createUpdate(sql)
                                        .bind("id", id)
                                        .bind("at", Database.now(clock))
                                        .execute())
                == 1;
    }

    private static final class JobMapper implements RowMapper<Job> {
        @Override
        public Job map(ResultSet row, StatementContext context) throws SQLException {
            return new Job(
                    row.getString("id"),
                    Job.Kind.parse(row.getString("kind")),
                    row.getString("recording_id"),
                    Job.State.parse(row.getString("state")),
                    number(row, "progress"),
                    number(row, "seconds_left"),
                    Objects.requireNonNull(Text.stored(row.getString("step"))),
                    Text.stored(row.getString("problem")),
                    row.getTimestamp("created_at").toInstant(),
                    instant(row, "finished_at"));
        }

        private static @Nullable Double number(ResultSet row, String column) throws SQLException {
            double value = row.getDouble(column);
            return row.wasNull() ? null : value;
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            Timestamp value = row.getTimestamp(column);
            return value == null ? null : value.toInstant();
        }
    }
}
