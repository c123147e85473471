package org.colloquy.transcript;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.colloquy.speech.Model;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The SQL of whole transcripts: making one, reading one. */
final class TranscriptStore {
    /** A transcript without its words. */
    record Header(
            String id,
            String recordingId,
            int version,
            String engine,
            Model model,
            String language,
            long durationMillis,
            Instant createdAt) {}

    private static final String HEADER =
            """
            SELECT id, recording_id, version, engine, model_name, model_sha256, language,
                duration_ms, created_at
            FROM transcript
            """;

    Optional<Header> newest(Handle handle, String recordingId) {
        return handle.createQuery(
                        HEADER
                                + """
                                WHERE recording_id = :recording
                                ORDER BY created_at DESC LIMIT 1
                                """)
                .bind("recording", recordingId)
                .map((row, context) -> header(row))
                .findOne();
    }

    Optional<Header> find(Handle handle, String transcriptId) {
        return handle.createQuery(HEADER + "WHERE id = :id")
                .bind("id", transcriptId)
                .map((row, context) -> header(row))
                .findOne();
    }

    private static Header header(ResultSet row) throws SQLException {
        return new Header(
                row.getString("id"),
                row.getString("recording_id"),
                row.getInt("version"),
                row.getString("engine"),
                new Model(row.getString("model_name"), row.getString("model_sha256")),
                row.getString("language"),
                row.getLong("duration_ms"),
                Instant.ofEpochMilli(row.getTimestamp("created_at").getTime()));
    }

    /** Whether a person corrected or named anything in it, or it holds a tag not withdrawn. */
    boolean hasHumanWork(Handle handle, String transcriptId) {
        return handle.createQuery(
                        """
                        SELECT version > 1 OR EXISTS (
                            SELECT 1 FROM tag WHERE transcript_id = :id AND state <> 'withdrawn')
                        FROM transcript WHERE id = :id
                        """)
                .bind("id", transcriptId)
                .mapTo(Boolean.class)
                .one();
    }

    void insert(
            Handle handle,
            Header header,
            List<MachineWord> heard,
            List<Turn> turns,
            List<Speaker> speakers) {
        handle.createUpdate(
                        """
                        INSERT INTO transcript (id, recording_id, engine, model_name, model_sha256,
                            language, duration_ms, version, created_at)
                        VALUES (:id, :recording, :engine, :modelName, :modelHash,
                            :language, :duration, :version, :at)
                        """)
                .bind("id", header.id())
                .bind("recording", header.recordingId())
                .bind("engine", header.engine())
                .bind("modelName", header.model().name())
                .bind("modelHash", header.model().sha256())
                .bind("language", header.language())
                .bind("duration", header.durationMillis())
                .bind("version", header.version())
                .bind("at", header.createdAt())
                .execute();
        insertHeard(handle, header.id(), heard);
        int nextWord = 1;
        for (Turn turn : turns) {
            handle.execute(
                    "INSERT INTO turn (transcript_id, id, position, speaker, changed_version)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    header.id(),
                    turn.id(),
                    turn.id(),
                    turn.speaker(),
                    header.version());
            nextWord += turn.words().size();
        }
        for (Speaker speaker : speakers) {
            handle.execute(
                    "INSERT INTO speaker_name (transcript_id, speaker, name) VALUES (?, ?, ?)",
                    header.id(),
                    speaker.number(),
                    speaker.name());
        }
        insertWords(handle, header.id(), turns);
        handle.execute(
                "INSERT INTO next_word (transcript_id, id) VALUES (?, ?)", header.id(), nextWord);
    }

    private static void insertHeard(Handle handle, String transcriptId, List<MachineWord> heard) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        INSERT INTO machine_word (transcript_id, id, text, start_ms, end_ms,
                            confidence, speaker)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """);
        for (MachineWord word : heard) {
            batch.add(
                    transcriptId,
                    word.id(),
                    word.text(),
                    word.startMillis(),
                    word.endMillis(),
                    word.confidence(),
                    word.speaker());
        }
        if (!heard.isEmpty()) {
            batch.execute();
        }
    }

    /** All words of these turns; the turns hold none yet. */
    void insertWords(Handle handle, String transcriptId, List<Turn> turns) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        INSERT INTO word (transcript_id, id, turn_id, position, text, start_ms,
                            end_ms, confidence, machine_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
        for (Turn turn : turns) {
            int position = 0;
            for (Word word : turn.words()) {
                batch.add(
                        transcriptId,
                        word.id(),
                        turn.id(),
                        position++,
                        word.text(),
                        word.startMillis(),
                        word.endMillis(),
                        word.confidence(),
                        word.machineId());
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    List<Speaker> speakers(Handle handle, String transcriptId) {
        return handle.createQuery(
                        """
                        SELECT speaker, name FROM speaker_name
                        WHERE transcript_id = :id ORDER BY speaker
                        """)
                .bind("id", transcriptId)
                .map((row, context) -> new Speaker(row.getInt("speaker"), row.getString("name")))
                .list();
    }

    /** Those that hold a word, in reading order. */
    List<Turn> turns(Handle handle, String transcriptId) {
        Set<Integer> corrected =
                new HashSet<>(
                        handle.createQuery(
                                        """
                                        SELECT DISTINCT turn_id FROM correction
                                        WHERE transcript_id = :id
                                        """)
                                .bind("id", transcriptId)
                                .mapTo(Integer.class)
                                .list());
        Map<Integer, TurnRows> turns = new LinkedHashMap<>();
        handle.createQuery(
                        """
                        SELECT w.id, w.turn_id, w.text, w.start_ms, w.end_ms, w.confidence,
                            w.machine_id, t.speaker
                        FROM turn t
                        JOIN word w ON w.transcript_id = t.transcript_id AND w.turn_id = t.id
                        WHERE t.transcript_id = :id
                        ORDER BY t.position, w.position
                        """)
                .bind("id", transcriptId)
                .map(
                        (row, context) -> {
                            int turn = row.getInt("turn_id");
                            Integer speaker = integer(row, "speaker");
                            turns.computeIfAbsent(turn, id -> new TurnRows(id, speaker))
                                    .words
                                    .add(word(row));
                            return turn;
                        })
                .forEach(turn -> {});
        return turns.values().stream().map(turn -> turn.turn(corrected)).toList();
    }

    private static final class TurnRows {
        private final int id;
        private final @Nullable Integer speaker;
        private final List<Word> words = new ArrayList<>();

        TurnRows(int id, @Nullable Integer speaker) {
            this.id = id;
            this.speaker = speaker;
        }

        Turn turn(Set<Integer> corrected) {
            return Turn.of(id, speaker, words, corrected.contains(id));
        }
    }

    List<MachineWord> heard(Handle handle, String transcriptId) {
        return handle.createQuery(
                        """
                        SELECT id, text, start_ms, end_ms, confidence, speaker
                        FROM machine_word WHERE transcript_id = :id ORDER BY id
                        """)
                .bind("id", transcriptId)
                .map((row, context) -> machineWord(row))
                .list();
    }

    static MachineWord machineWord(ResultSet row) throws SQLException {
        return new MachineWord(
                row.getInt("id"),
                row.getString("text"),
                row.getLong("start_ms"),
                row.getLong("end_ms"),
                row.getDouble("confidence"),
                integer(row, "speaker"));
    }

    static Word word(ResultSet row) throws SQLException {
        double number = row.getDouble("confidence");
        Double confidence = row.wasNull() ? null : number;
        return new Word(
                row.getInt("id"),
                row.getString("text"),
                row.getLong("start_ms"),
                row.getLong("end_ms"),
                confidence,
                integer(row, "machine_id"));
    }

    static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
