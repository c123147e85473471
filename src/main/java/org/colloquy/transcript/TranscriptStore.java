package org.colloquy.transcript;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.speech.Model;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The SQL of whole transcripts: making one, reading one. */
final class TranscriptStore {
    /**
     * A transcript without its words.
     *
     * @param part what was heard anew, null: the whole
     * @param basedOn the present transcript when this was proposed
     */
    record Header(
            String id,
            String recordingId,
            int version,
            String engine,
            Model model,
            String language,
            long durationMillis,
            Instant createdAt,
            TranscriptVersion.State state,
            @Nullable Stretch part,
            @Nullable String basedOn) {}

    static final String HEADER =
            """
            SELECT id, recording_id, version, engine, model_name, model_sha256, language,
                duration_ms, created_at, state, from_ms, to_ms, based_on
            FROM transcript
            """;

    /** Begins a query: "line" holds the transcript and, by steps, those that it was made from. */
    static final String LINE =
            """
            WITH RECURSIVE line (id, step) AS (
                SELECT CAST(:transcript AS TEXT), 0
                UNION ALL
                SELECT t.based_on, line.step + 1 FROM line
                JOIN transcript t ON t.id = line.id
                WHERE t.based_on IS NOT NULL)
            """;

    Optional<Header> present(Handle handle, String recordingId) {
        return handle.createQuery(HEADER + "WHERE recording_id = :recording AND state = 'present'")
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

    static Header header(ResultSet row) throws SQLException {
        long from = row.getLong("from_ms");
        boolean whole = row.wasNull();
        return new Header(
                row.getString("id"),
                row.getString("recording_id"),
                row.getInt("version"),
                row.getString("engine"),
                new Model(row.getString("model_name"), row.getString("model_sha256")),
                row.getString("language"),
                row.getLong("duration_ms"),
                Instant.ofEpochMilli(row.getTimestamp("created_at").getTime()),
                TranscriptVersion.State.of(row.getString("state")),
                whole ? null : new Stretch(from, row.getLong("to_ms")),
                row.getString("based_on"));
    }

    /** A transcript that holds what an engine heard, and nothing for people to read yet. */
    void insert(Handle handle, Header header, @Nullable String jobId, Carrying.Again again) {
        Stretch part = header.part();
        handle.createUpdate(
                        """
                        INSERT INTO transcript (id, recording_id, engine, model_name, model_sha256,
                            language, duration_ms, version, created_at, state, job_id, based_on,
                            from_ms, to_ms, heard_from, heard_to)
                        VALUES (:id, :recording, :engine, :modelName, :modelHash,
                            :language, :duration, :version, :at, :state, :job, :basedOn,
                            :from, :to, :heardFrom, :heardTo)
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
                .bind("state", header.state().toString())
                .bind("job", jobId)
                .bind("basedOn", header.basedOn())
                .bind("from", part == null ? null : part.fromMillis())
                .bind("to", part == null ? null : part.toMillis())
                .bind("heardFrom", again.heardFrom())
                .bind("heardTo", again.heardTo())
                .execute();
        insertHeard(handle, header.id(), again.machine());
    }

    /** Gives a transcript all that people read. */
    void fill(
            Handle handle,
            String transcriptId,
            List<Turn> turns,
            List<Speaker> speakers,
            int nextWord) {
        PreparedBatch rows =
                handle.prepareBatch(
                        """
                        INSERT INTO turn (transcript_id, id, position, speaker, changed_version,
                            corrected, speaker_set)
                        VALUES (?, ?, ?, ?, 1, ?, ?)
                        """);
        int position = 1;
        for (Turn turn : turns) {
            rows.add(
                    transcriptId,
                    turn.id(),
                    position++,
                    turn.speaker(),
                    turn.corrected(),
                    turn.speakerSet());
        }
        if (rows.size() > 0) {
            rows.execute();
        }
        for (Speaker speaker : speakers) {
            handle.execute(
                    "INSERT INTO speaker_name (transcript_id, speaker, name) VALUES (?, ?, ?)",
                    transcriptId,
                    speaker.number(),
                    speaker.name());
        }
        insertWords(handle, transcriptId, turns);
        handle.execute(
                "INSERT INTO next_word (transcript_id, id) VALUES (?, ?)", transcriptId, nextWord);
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
                            end_ms, confidence, machine_id, speaker_set, speaker_before)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                        word.machineId(),
                        word.given() != null,
                        word.given() == null ? null : word.given().before());
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
        Map<Integer, TurnRows> turns = new LinkedHashMap<>();
        handle.createQuery(
                        """
                        SELECT w.id, w.turn_id, w.text, w.start_ms, w.end_ms, w.confidence,
                            w.machine_id, w.speaker_set, w.speaker_before, t.speaker, t.corrected
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
                            boolean corrected = row.getBoolean("corrected");
                            turns.computeIfAbsent(turn, id -> new TurnRows(id, speaker, corrected))
                                    .words
                                    .add(word(row));
                            return turn;
                        })
                .forEach(turn -> {});
        return turns.values().stream().map(TurnRows::turn).toList();
    }

    private static final class TurnRows {
        private final int id;
        private final @Nullable Integer speaker;
        private final boolean corrected;
        private final List<Word> words = new ArrayList<>();

        TurnRows(int id, @Nullable Integer speaker, boolean corrected) {
            this.id = id;
            this.speaker = speaker;
            this.corrected = corrected;
        }

        Turn turn() {
            return Turn.of(id, speaker, words, corrected);
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
                integer(row, "machine_id"),
                row.getBoolean("speaker_set")
                        ? new Word.Given(integer(row, "speaker_before"))
                        : null);
    }

    static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
