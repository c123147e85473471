package org.colloquy.transcript;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
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
            boolean speakerSet) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getInt("id"),
                    row.getInt("position"),
                    TranscriptStore.integer(row, "speaker"),
                    row.getInt("changed_version"),
                    row.getBoolean("corrected"),
                    row.getBoolean("speaker_set"));
        }
    }

    /**
     * What lies around a turn.
     *
     * @param lastMachineId the greatest machine id before it, 0 where there is none
     * @param nextMachineId the least machine id after it
     */
    record Around(
            @Nullable Word before, @Nullable Word after, int lastMachineId, int nextMachineId) {}

    private static final String WORDS =
            """
            SELECT w.id, w.text, w.start_ms, w.end_ms, w.confidence, w.machine_id, w.speaker_set,
                w.speaker_before
            FROM word w JOIN turn t ON t.transcript_id = w.transcript_id AND t.id = w.turn_id
            WHERE w.transcript_id = :transcript
            """;

    Optional<Row> find(Handle handle, String transcriptId, int turnId) {
        return handle.createQuery(
                        """
                        SELECT id, position, speaker, changed_version, corrected, speaker_set
                        FROM turn
                        WHERE transcript_id = :transcript AND id = :turn
                        """)
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

    Around around(Handle handle, String transcriptId, int position) {
        return new Around(
                neighbour(
                        handle,
                        transcriptId,
                        position,
                        " AND t.position < :position ORDER BY t.position DESC, w.position DESC"),
                neighbour(
                        handle,
                        transcriptId,
                        position,
                        " AND t.position > :position ORDER BY t.position, w.position"),
                machineId(handle, transcriptId, position, "max(w.machine_id)", "<", 0),
                machineId(
                        handle,
                        transcriptId,
                        position,
                        "min(w.machine_id)",
                        ">",
                        Integer.MAX_VALUE));
    }

    private static @Nullable Word neighbour(
            Handle handle, String transcriptId, int position, String which) {
        return handle.createQuery(WORDS + which + " LIMIT 1")
                .bind("transcript", transcriptId)
                .bind("position", position)
                .map((row, context) -> TranscriptStore.word(row))
                .findOne()
                .orElse(null);
    }

    private static int machineId(
            Handle handle,
            String transcriptId,
            int position,
            String which,
            String side,
            int otherwise) {
        return handle.createQuery(
                        "SELECT coalesce("
                                + which
                                + ", :otherwise) FROM word w JOIN turn t"
                                + " ON t.transcript_id = w.transcript_id AND t.id = w.turn_id"
                                + " WHERE w.transcript_id = :transcript AND t.position "
                                + side
                                + " :position")
                .bind("otherwise", otherwise)
                .bind("transcript", transcriptId)
                .bind("position", position)
                .mapTo(Integer.class)
                .one();
    }

    /**
     * The machine's words of the turn's stretch that no word stands for. Machine ids rise in
     * reading order, so that a word for one of them can only be in this turn.
     */
    List<MachineWord> removed(Handle handle, String transcriptId, int turnId, Around around) {
        return handle.createQuery(
                        """
                        SELECT id, text, start_ms, end_ms, confidence, speaker FROM machine_word
                        WHERE transcript_id = :transcript AND id > :first AND id < :last
                            AND id NOT IN (SELECT machine_id FROM word
                                WHERE transcript_id = :transcript AND turn_id = :turn
                                    AND machine_id IS NOT NULL)
                        ORDER BY id LIMIT :most
                        """)
                .bind("transcript", transcriptId)
                .bind("turn", turnId)
                .bind("first", around.lastMachineId())
                .bind("last", around.nextMachineId())
                .bind("most", WordText.MOST_WORDS)
                .map((row, context) -> TranscriptStore.machineWord(row))
                .list();
    }

    int nextWord(Handle handle, String transcriptId) {
        return handle.createQuery("SELECT id FROM next_word WHERE transcript_id = :transcript")
                .bind("transcript", transcriptId)
                .mapTo(Integer.class)
                .one();
    }

    void removeWords(Handle handle, String transcriptId, int turnId, int nextWord) {
        handle.execute(
                "DELETE FROM word WHERE transcript_id = ? AND turn_id = ?", transcriptId, turnId);
        handle.execute(
                "UPDATE next_word SET id = ? WHERE transcript_id = ?", nextWord, transcriptId);
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

    void log(
            Handle handle,
            String transcriptId,
            int version,
            int turnId,
            String personId,
            Instant at,
            String before,
            String after) {
        handle.execute(
                """
                INSERT INTO correction (transcript_id, version, turn_id, person_id, at,
                    text_before, text_after)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                transcriptId,
                version,
                turnId,
                personId,
                at,
                before,
                after);
    }

    /** Those made in the transcripts that this one was made from too, before its own. */
    List<Correction> corrections(Handle handle, String transcriptId) {
        return handle.createQuery(
                        """
                        WITH RECURSIVE line (id, step) AS (
                            SELECT CAST(:transcript AS TEXT), 0
                            UNION ALL
                            SELECT t.based_on, line.step + 1 FROM line
                            JOIN transcript t ON t.id = line.id
                            WHERE t.based_on IS NOT NULL)
                        SELECT c.turn_id, c.person_id, p.name, c.at, c.text_before, c.text_after
                        FROM line
                        JOIN correction c ON c.transcript_id = line.id
                        JOIN person p ON p.id = c.person_id
                        ORDER BY line.step DESC, c.version
                        """)
                .bind("transcript", transcriptId)
                .map(
                        (row, context) ->
                                new Correction(
                                        row.getInt("turn_id"),
                                        new PersonName(
                                                row.getString("person_id"), row.getString("name")),
                                        Instant.ofEpochMilli(row.getTimestamp("at").getTime()),
                                        row.getString("text_before"),
                                        row.getString("text_after")))
                .list();
    }
}
