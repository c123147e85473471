package org.colloquy.transcript;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The SQL of one turn and what is done to it. */
final class TurnStore {
    /** A turn without its words. */
    record Row(
            int id,
            int position,
            @Nullable Integer speaker,
            int changedVersion,
            boolean corrected,
            boolean speakerSet,
            @Nullable Integer splitFrom) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getInt("id"),
                    row.getInt("position"),
                    TranscriptStore.integer(row, "speaker"),
                    row.getInt("changed_version"),
                    row.getBoolean("corrected"),
                    row.getBoolean("speaker_set"),
                    TranscriptStore.integer(row, "split_from"));
        }
    }

    static final String WORDS =
            """
            SELECT w.id, w.text, w.start_ms, w.end_ms, w.confidence, w.machine_id, w.speaker_set,
                w.speaker_before
            FROM word w JOIN turn t ON t.transcript_id = w.transcript_id AND t.id = w.turn_id
            WHERE w.transcript_id = :transcript
            """;

    private static final String ROWS =
            """
            SELECT id, position, speaker, changed_version, corrected, speaker_set, split_from
            FROM turn WHERE transcript_id = :transcript
            """;

    /** All, those without words too, in reading order. */
    List<Row> rows(Handle handle, String transcriptId) {
        return handle.createQuery(ROWS + " ORDER BY position")
                .bind("transcript", transcriptId)
                .map((row, context) -> Row.of(row))
                .list();
    }

    /** Ids of the turns that hold a word, in reading order. */
    List<Integer> order(Handle handle, String transcriptId) {
        return handle.createQuery(
                        """
                        SELECT t.id FROM turn t
                        WHERE t.transcript_id = :transcript AND EXISTS (
                            SELECT 1 FROM word w
                            WHERE w.transcript_id = t.transcript_id AND w.turn_id = t.id)
                        ORDER BY t.position
                        """)
                .bind("transcript", transcriptId)
                .mapTo(Integer.class)
                .list();
    }

    /** Those changed after that version, in reading order. */
    List<Row> changedAfter(Handle handle, String transcriptId, int version) {
        return handle.createQuery(ROWS + " AND changed_version > :version ORDER BY position")
                .bind("transcript", transcriptId)
                .bind("version", version)
                .map((row, context) -> Row.of(row))
                .list();
    }

    Optional<Row> find(Handle handle, String transcriptId, int turnId) {
        return handle.createQuery(ROWS + " AND id = :turn")
                .bind("transcript", transcriptId)
                .bind("turn", turnId)
                .map((row, context) -> Row.of(row))
                .findOne();
    }

    List<Word> words(Handle handle, String transcriptId, int turnId) {
        return handle.createQuery(WORDS + " AND t.id = :turn ORDER BY w.position")
                .bind("transcript", transcriptId)
                .bind("turn", turnId)
                .map((row, context) -> TranscriptStore.word(row))
                .list();
    }

    int nextWord(Handle handle, String transcriptId) {
        return handle.createQuery("SELECT id FROM next_word WHERE transcript_id = :transcript")
                .bind("transcript", transcriptId)
                .mapTo(Integer.class)
                .one();
    }

    void removeWords(Handle handle, String transcriptId, Collection<Integer> turnIds) {
        PreparedBatch batch =
                handle.prepareBatch("DELETE FROM word WHERE transcript_id = ? AND turn_id = ?");
        turnIds.forEach(turn -> batch.add(transcriptId, turn));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    void setNextWord(Handle handle, String transcriptId, int nextWord) {
        handle.execute(
                "UPDATE next_word SET id = ? WHERE transcript_id = ?", nextWord, transcriptId);
    }

    /** Everything about turns but their words, each with its version. */
    void put(
            Handle handle,
            String transcriptId,
            List<Scene.TurnState> states,
            Map<Integer, Integer> versions) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        UPDATE turn SET speaker = ?, corrected = ?, speaker_set = ?, split_from = ?,
                            changed_version = ?
                        WHERE transcript_id = ? AND id = ?
                        """);
        for (Scene.TurnState turn : states) {
            batch.add(
                    turn.speaker(),
                    turn.corrected(),
                    turn.speakerSet(),
                    turn.splitFrom(),
                    versions.get(turn.id()),
                    transcriptId,
                    turn.id());
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** The machine's words that words of the turn stand for, by id. */
    Map<Integer, MachineWord> heard(Handle handle, String transcriptId, int turnId) {
        return handle
                .createQuery(
                        """
                        SELECT DISTINCT m.id, m.text, m.start_ms, m.end_ms, m.confidence, m.speaker
                        FROM word w
                        JOIN machine_word m
                            ON m.transcript_id = w.transcript_id AND m.id = w.machine_id
                        WHERE w.transcript_id = :transcript AND w.turn_id = :turn
                        """)
                .bind("transcript", transcriptId)
                .bind("turn", turnId)
                .map((row, context) -> TranscriptStore.machineWord(row))
                .list()
                .stream()
                .collect(Collectors.toMap(MachineWord::id, word -> word));
    }

    /** The texts of those turns were changed by a person; the transcript has the last version. */
    void corrected(Handle handle, String transcriptId, List<CorrectionLog.Rewritten> texts) {
        PreparedBatch batch =
                handle.prepareBatch(
                        "UPDATE turn SET corrected = TRUE, changed_version = ?"
                                + " WHERE transcript_id = ? AND id = ?");
        texts.forEach(text -> batch.add(text.version(), transcriptId, text.turnId()));
        batch.execute();
        setVersion(handle, transcriptId, texts.getLast().version());
    }

    /** The turn's text was changed by a person. */
    void corrected(Handle handle, String transcriptId, int turnId, int version) {
        handle.execute(
                "UPDATE turn SET corrected = TRUE, changed_version = ?"
                        + " WHERE transcript_id = ? AND id = ?",
                version,
                transcriptId,
                turnId);
        setVersion(handle, transcriptId, version);
    }

    void setVersion(Handle handle, String transcriptId, int version) {
        handle.execute("UPDATE transcript SET version = ? WHERE id = ?", version, transcriptId);
    }
}
