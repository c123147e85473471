package org.colloquy.transcript;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.speech.Model;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The SQL of second opinions. */
final class OpinionStore {
    record Header(String id, String engine, Model model, Instant createdAt) {}

    boolean isStored(Handle handle, String jobId) {
        return handle.createQuery("SELECT COUNT(*) FROM opinion WHERE job_id = :job")
                        .bind("job", jobId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** The transcript that took the place of an earlier one. */
    Optional<String> next(Handle handle, String transcriptId) {
        return handle.createQuery(
                        """
                        SELECT id FROM transcript
                        WHERE based_on = :id AND state IN ('present', 'earlier')
                        """)
                .bind("id", transcriptId)
                .mapTo(String.class)
                .findOne();
    }

    void insert(
            Handle handle,
            Header header,
            String transcriptId,
            @Nullable String jobId,
            List<MachineWord> heard) {
        handle.execute(
                """
                INSERT INTO opinion (id, transcript_id, job_id, engine, model_name, model_sha256,
                    created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                header.id(),
                transcriptId,
                jobId,
                header.engine(),
                header.model().name(),
                header.model().sha256(),
                header.createdAt());
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        INSERT INTO opinion_word (opinion_id, id, text, start_ms, end_ms, confidence)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """);
        for (MachineWord word : heard) {
            batch.add(
                    header.id(),
                    word.id(),
                    word.text(),
                    word.startMillis(),
                    word.endMillis(),
                    word.confidence());
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** The one asked for last. */
    Optional<Header> newest(Handle handle, String transcriptId) {
        return handle.createQuery(
                        """
                        SELECT id, engine, model_name, model_sha256, created_at FROM opinion
                        WHERE transcript_id = :transcript ORDER BY created_at DESC, id DESC LIMIT 1
                        """)
                .bind("transcript", transcriptId)
                .map(
                        (row, context) ->
                                new Header(
                                        row.getString("id"),
                                        row.getString("engine"),
                                        new Model(
                                                row.getString("model_name"),
                                                row.getString("model_sha256")),
                                        Instant.ofEpochMilli(
                                                row.getTimestamp("created_at").getTime())))
                .findOne();
    }

    List<MachineWord> heard(Handle handle, String opinionId) {
        return handle.createQuery(
                        """
                        SELECT id, text, start_ms, end_ms, confidence, NULL AS speaker
                        FROM opinion_word WHERE opinion_id = :id ORDER BY id
                        """)
                .bind("id", opinionId)
                .map((row, context) -> TranscriptStore.machineWord(row))
                .list();
    }

    Set<String> kept(Handle handle, String opinionId) {
        return new HashSet<>(
                handle.createQuery("SELECT difference FROM opinion_kept WHERE opinion_id = :id")
                        .bind("id", opinionId)
                        .mapTo(String.class)
                        .list());
    }

    void keep(Handle handle, String opinionId, String difference, String personId, Instant at) {
        handle.execute(
                """
                INSERT INTO opinion_kept (opinion_id, difference, person_id, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (opinion_id, difference) DO NOTHING
                """,
                opinionId,
                difference,
                personId,
                at);
    }

    void keepNoMore(Handle handle, String opinionId, String difference) {
        handle.execute(
                "DELETE FROM opinion_kept WHERE opinion_id = ? AND difference = ?",
                opinionId,
                difference);
    }

    /** The opinions on one transcript are on another now. */
    void move(Handle handle, String fromTranscript, String toTranscript) {
        handle.execute(
                "UPDATE opinion SET transcript_id = ? WHERE transcript_id = ?",
                toTranscript,
                fromTranscript);
    }
}
