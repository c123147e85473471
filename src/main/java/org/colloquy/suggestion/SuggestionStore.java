package org.colloquy.suggestion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.colloquy.common.Id;
import org.colloquy.common.Json;
import org.colloquy.transcript.Anchors;
import org.colloquy.transcript.TranscriptJoin;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The SQL of suggestions. */
final class SuggestionStore {
    record Run(String transcriptId, int version, String model, Background background) {}

    /**
     * A passage as it was found.
     *
     * @param hashes of its words' texts, in order
     * @param topic word ids
     */
    record Found(
            String id,
            int firstWord,
            int lastWord,
            List<Integer> hashes,
            List<Integer> topic,
            List<Kept> criteria) {}

    /**
     * @param words ids
     */
    record Kept(String criterionId, double score, List<Integer> words, Match.Reason reason) {}

    record Refusal(String id, String criterionId, int firstWord, int lastWord, boolean takenBack) {
        Anchors anchors() {
            return new Anchors(firstWord, lastWord);
        }
    }

    /** A suggestion's passage, or the refusal of one. */
    record Hanging(String id, boolean isRefusal, Anchors words) {}

    void replace(Handle handle, Run run, List<Found> passages, Instant at) {
        handle.execute("DELETE FROM suggested_passage WHERE transcript_id = ?", run.transcriptId());
        handle.execute("DELETE FROM suggestion_run WHERE transcript_id = ?", run.transcriptId());
        handle.execute(
                "INSERT INTO suggestion_run (transcript_id, version, model, background, made_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                run.transcriptId(),
                run.version(),
                run.model(),
                Json.write(run.background()),
                at);
        int position = 0;
        for (Found one : passages) {
            handle.execute(
                    """
                    INSERT INTO suggested_passage (id, transcript_id, position, first_word,
                        last_word, word_hashes, topic, criteria)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    one.id(),
                    run.transcriptId(),
                    position++,
                    one.firstWord(),
                    one.lastWord(),
                    Json.write(one.hashes()),
                    Json.write(one.topic()),
                    Json.write(one.criteria()));
        }
    }

    Optional<Run> run(Handle handle, String transcriptId) {
        return handle.createQuery(
                        "SELECT transcript_id, version, model, background FROM suggestion_run"
                                + " WHERE transcript_id = :id")
                .bind("id", transcriptId)
                .map(
                        (row, context) ->
                                new Run(
                                        row.getString("transcript_id"),
                                        row.getInt("version"),
                                        row.getString("model"),
                                        Json.read(row.getString("background"), Background.class)))
                .findOne();
    }

    List<Found> passages(Handle handle, String transcriptId) {
        return handle.createQuery(
                        "SELECT * FROM suggested_passage WHERE transcript_id = :id ORDER BY position")
                .bind("id", transcriptId)
                .map((row, context) -> found(row))
                .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getString("id"),
                row.getInt("first_word"),
                row.getInt("last_word"),
                Arrays.asList(Json.read(row.getString("word_hashes"), Integer[].class)),
                Arrays.asList(Json.read(row.getString("topic"), Integer[].class)),
                Arrays.asList(Json.read(row.getString("criteria"), Kept[].class)));
    }

    List<Refusal> refusals(Handle handle, String transcriptId) {
        return handle.createQuery("SELECT * FROM suggestion_refusal WHERE transcript_id = :id")
                .bind("id", transcriptId)
                .map((row, context) -> refusal(row))
                .list();
    }

    Optional<Refusal> refusal(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM suggestion_refusal WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> refusal(row))
                .findOne();
    }

    private static Refusal refusal(ResultSet row) throws SQLException {
        return new Refusal(
                row.getString("id"),
                row.getString("criterion_id"),
                row.getInt("first_word"),
                row.getInt("last_word"),
                row.getBoolean("taken_back"));
    }

    void refuse(Handle handle, String transcriptId, Refusal refusal, String personId, Instant at) {
        handle.execute(
                """
                INSERT INTO suggestion_refusal (id, transcript_id, criterion_id, first_word,
                    last_word, person_id, at, taken_back)
                VALUES (?, ?, ?, ?, ?, ?, ?, FALSE)
                """,
                refusal.id(),
                transcriptId,
                refusal.criterionId(),
                refusal.firstWord(),
                refusal.lastWord(),
                personId,
                at);
    }

    void setTakenBack(Handle handle, String id, boolean takenBack) {
        handle.execute("UPDATE suggestion_refusal SET taken_back = ? WHERE id = ?", takenBack, id);
    }

    /** All that hangs on words of a transcript, refusals that were taken back too. */
    List<Hanging> hanging(Handle handle, String transcriptId) {
        return handle.createQuery(
                        """
                        SELECT id, TRUE AS is_refusal, first_word, last_word
                        FROM suggestion_refusal WHERE transcript_id = :id
                        UNION ALL
                        SELECT id, FALSE, first_word, last_word
                        FROM suggested_passage WHERE transcript_id = :id
                        """)
                .bind("id", transcriptId)
                .map(
                        (row, context) ->
                                new Hanging(
                                        row.getString("id"),
                                        row.getBoolean("is_refusal"),
                                        new Anchors(
                                                row.getInt("first_word"), row.getInt("last_word"))))
                .list();
    }

    /** It hangs on other words of its transcript from now on. */
    void hang(Handle handle, Hanging one, Anchors words) {
        handle.execute(
                one.isRefusal()
                        ? "UPDATE suggestion_refusal SET first_word = ?, last_word = ? WHERE id = ?"
                        : "UPDATE suggested_passage SET first_word = ?, last_word = ? WHERE id = ?",
                words.firstWord(),
                words.lastWord(),
                one.id());
    }

    /** A refusal is of those words of that transcript from now on. */
    void move(Handle handle, String id, String transcriptId, Anchors words) {
        handle.execute(
                """
                UPDATE suggestion_refusal SET transcript_id = ?, first_word = ?, last_word = ?
                WHERE id = ?
                """,
                transcriptId,
                words.firstWord(),
                words.lastWord(),
                id);
    }

    /** What stands refused in a transcript is refused in the one it was copied into. */
    void copyRefusals(Handle handle, TranscriptJoin.Copied copied) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        INSERT INTO suggestion_refusal (id, transcript_id, criterion_id, first_word,
                            last_word, person_id, at, taken_back)
                        SELECT ?, ?, criterion_id, first_word + ?, last_word + ?, person_id, at,
                            FALSE
                        FROM suggestion_refusal WHERE id = ?
                        """);
        refusals(handle, copied.transcriptId()).stream()
                .filter(refusal -> !refusal.takenBack())
                .forEach(
                        refusal ->
                                batch.add(
                                        Id.create(),
                                        copied.into(),
                                        copied.wordsBefore(),
                                        copied.wordsBefore(),
                                        refusal.id()));
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
