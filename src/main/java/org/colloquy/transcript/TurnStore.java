package org.colloquy.transcript;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.people.PersonName;
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

    /**
     * What lies around a turn.
     *
     * @param lastMachineId the greatest machine id before it, 0 where there is none
     * @param nextMachineId the least machine id after it
     */
    record Around(
            @Nullable Word before, @Nullable Word after, int lastMachineId, int nextMachineId) {}

    /** A word in its turn. */
    record Place(int wordId, int turnId, long startMillis) {}

    private static final String WORDS =
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

    /** All words in reading order. */
    List<Place> places(Handle handle, String transcriptId) {
        return handle.createQuery(
                        """
                        SELECT w.id, w.turn_id, w.start_ms
                        FROM turn t
                        JOIN word w ON w.transcript_id = t.transcript_id AND w.turn_id = t.id
                        WHERE t.transcript_id = :transcript
                        ORDER BY t.position, w.position
                        """)
                .bind("transcript", transcriptId)
                .map(
                        (row, context) ->
                                new Place(
                                        row.getInt("id"),
                                        row.getInt("turn_id"),
                                        row.getLong("start_ms")))
                .list();
    }

    /** The ids of the nearest words before and after a turn. */
    record Beside(@Nullable Integer wordBefore, @Nullable Integer wordAfter) {}

    /** By turn, those without words too. */
    Map<Integer, Beside> besides(Handle handle, String transcriptId) {
        Map<Integer, Integer> first = new HashMap<>();
        Map<Integer, Integer> last = new HashMap<>();
        for (Place place : places(handle, transcriptId)) {
            first.putIfAbsent(place.turnId(), place.wordId());
            last.put(place.turnId(), place.wordId());
        }
        List<Row> rows = rows(handle, transcriptId);
        @Nullable Integer[] after = new Integer[rows.size()];
        @Nullable Integer nearest = null;
        for (int i = rows.size() - 1; i >= 0; i--) {
            after[i] = nearest;
            nearest = first.getOrDefault(rows.get(i).id(), nearest);
        }
        Map<Integer, Beside> besides = new HashMap<>();
        nearest = null;
        for (int i = 0; i < rows.size(); i++) {
            besides.put(rows.get(i).id(), new Beside(nearest, after[i]));
            nearest = last.getOrDefault(rows.get(i).id(), nearest);
        }
        return besides;
    }

    /** Whether the transcript still has all of these words. */
    boolean holds(Handle handle, String transcriptId, Set<Integer> words) {
        Set<Integer> there =
                handle.createQuery("SELECT id FROM word WHERE transcript_id = :transcript")
                        .bind("transcript", transcriptId)
                        .mapTo(Integer.class)
                        .set();
        return there.containsAll(words);
    }

    /** Those changed after that version, in reading order. */
    List<Row> changedAfter(Handle handle, String transcriptId, int version) {
        return handle.createQuery(ROWS + " AND changed_version > :version ORDER BY position")
                .bind("transcript", transcriptId)
                .bind("version", version)
                .map((row, context) -> Row.of(row))
                .list();
    }

    /**
     * Whether a word begins before the one in front of it ends, or stands for an earlier word of
     * the machine's.
     */
    boolean isOutOfOrder(Handle handle, String transcriptId) {
        return handle.createQuery(
                        """
                                SELECT EXISTS (
                                    SELECT 1 FROM (
                                        SELECT w.start_ms, LAG(w.end_ms) OVER (
                                            ORDER BY t.position, w.position) AS ends
                                        FROM word w JOIN turn t
                                            ON t.transcript_id = w.transcript_id AND t.id = w.turn_id
                                        WHERE w.transcript_id = :transcript) times
                                    WHERE times.start_ms < times.ends)
                                OR EXISTS (
                                    SELECT 1 FROM (
                                        SELECT w.machine_id, w.turn_id,
                                            LAG(w.machine_id) OVER (
                                                ORDER BY t.position, w.position) AS machine_before,
                                            LAG(w.turn_id) OVER (
                                                ORDER BY t.position, w.position) AS turn_before
                                        FROM word w JOIN turn t
                                            ON t.transcript_id = w.transcript_id AND t.id = w.turn_id
                                        WHERE w.transcript_id = :transcript
                                            AND w.machine_id IS NOT NULL) heard
                                    WHERE heard.machine_id < heard.machine_before
                                        OR heard.machine_id = heard.machine_before
                                            AND heard.turn_id <> heard.turn_before)
                                """)
                .bind("transcript", transcriptId)
                .mapTo(Boolean.class)
                .one();
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

    /** The nearest word before a turn of that position. */
    @Nullable Word before(Handle handle, String transcriptId, int position) {
        return neighbour(
                handle,
                transcriptId,
                position,
                " AND t.position < :position ORDER BY t.position DESC, w.position DESC");
    }

    /** The nearest word after a turn of that position. */
    @Nullable Word after(Handle handle, String transcriptId, int position) {
        return neighbour(
                handle,
                transcriptId,
                position,
                " AND t.position > :position ORDER BY t.position, w.position");
    }

    Around around(Handle handle, String transcriptId, int position) {
        return new Around(
                before(handle, transcriptId, position),
                after(handle, transcriptId, position),
                nearestHeard(
                        handle,
                        transcriptId,
                        position,
                        " AND t.position < :position ORDER BY t.position DESC, w.position DESC",
                        0),
                nearestHeard(
                        handle,
                        transcriptId,
                        position,
                        " AND t.position > :position ORDER BY t.position, w.position",
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

    /** Machine ids rise in reading order, so that the nearest is the greatest or the least. */
    private static int nearestHeard(
            Handle handle, String transcriptId, int position, String which, int otherwise) {
        return handle.createQuery(
                        "SELECT w.machine_id FROM word w"
                                + " JOIN turn t ON t.transcript_id = w.transcript_id"
                                + " AND t.id = w.turn_id WHERE w.transcript_id = :transcript"
                                + " AND w.machine_id IS NOT NULL"
                                + which
                                + " LIMIT 1")
                .bind("transcript", transcriptId)
                .bind("position", position)
                .mapTo(Integer.class)
                .findOne()
                .orElse(otherwise);
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

    /** A text that was changed: by that version, in that turn. */
    record Rewritten(int version, int turnId, String before, String after) {}

    /** The texts of those turns were changed by a person; the transcript has the last version. */
    void corrected(Handle handle, String transcriptId, List<Rewritten> texts) {
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

    void log(
            Handle handle,
            String transcriptId,
            List<Rewritten> texts,
            String personId,
            Instant at) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        INSERT INTO correction (transcript_id, version, turn_id, person_id, at,
                            text_before, text_after)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """);
        texts.forEach(
                text ->
                        batch.add(
                                transcriptId,
                                text.version(),
                                text.turnId(),
                                personId,
                                at,
                                text.before(),
                                text.after()));
        if (batch.size() > 0) {
            batch.execute();
        }
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
