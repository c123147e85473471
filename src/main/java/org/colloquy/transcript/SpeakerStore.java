package org.colloquy.transcript;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The SQL of who speaks. */
final class SpeakerStore {
    private final TranscriptStore transcripts = new TranscriptStore();

    /** All turns that hold a word, in reading order. */
    List<Revoicing.Part> parts(Handle handle, String transcriptId) {
        Map<Integer, Integer> splitFrom = new HashMap<>();
        handle.createQuery(
                        """
                        SELECT id, split_from FROM turn
                        WHERE transcript_id = :id AND split_from IS NOT NULL
                        """)
                .bind("id", transcriptId)
                .map((row, context) -> splitFrom.put(row.getInt("id"), row.getInt("split_from")))
                .list();
        return transcripts.turns(handle, transcriptId).stream()
                .map(turn -> new Revoicing.Part(turn, splitFrom.get(turn.id())))
                .toList();
    }

    /** Stores what became of the turns, with that version for those that changed. */
    void change(
            Handle handle,
            String transcriptId,
            List<Revoicing.Part> before,
            List<Revoicing.Part> after,
            int version) {
        Map<Integer, Turn> old = new HashMap<>();
        before.forEach(part -> old.put(part.turn().id(), part.turn()));
        List<Turn> changed = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            Turn turn = after.get(i).turn();
            Turn was = old.remove(turn.id());
            if (was == null) {
                insert(handle, transcriptId, after, i, version);
            } else if (!was.equals(turn)) {
                update(handle, transcriptId, turn, version);
            }
            if (!turn.equals(was)) {
                changed.add(turn);
            }
        }
        // A turn that was joined to another keeps its row, so that its id is never used again.
        old.keySet().forEach(gone -> touch(handle, transcriptId, gone, version));
        moveWords(handle, transcriptId, changed);
    }

    private static void insert(
            Handle handle, String transcriptId, List<Revoicing.Part> all, int at, int version) {
        int position = at == 0 ? 0 : position(handle, transcriptId, all.get(at - 1).turn().id());
        handle.execute(
                "UPDATE turn SET position = position + 1 WHERE transcript_id = ? AND position > ?",
                transcriptId,
                position);
        Turn turn = all.get(at).turn();
        handle.execute(
                """
                INSERT INTO turn (transcript_id, id, position, speaker, changed_version,
                    corrected, speaker_set, split_from)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                transcriptId,
                turn.id(),
                position + 1,
                turn.speaker(),
                version,
                turn.corrected(),
                turn.speakerSet(),
                all.get(at).splitFrom());
    }

    private static int position(Handle handle, String transcriptId, int turnId) {
        return handle.createQuery(
                        "SELECT position FROM turn WHERE transcript_id = :transcript AND id = :turn")
                .bind("transcript", transcriptId)
                .bind("turn", turnId)
                .mapTo(Integer.class)
                .one();
    }

    private static void update(Handle handle, String transcriptId, Turn turn, int version) {
        handle.execute(
                """
                UPDATE turn SET speaker = ?, speaker_set = ?, corrected = ?, changed_version = ?
                WHERE transcript_id = ? AND id = ?
                """,
                turn.speaker(),
                turn.speakerSet(),
                turn.corrected(),
                version,
                transcriptId,
                turn.id());
    }

    private static void touch(Handle handle, String transcriptId, int turnId, int version) {
        handle.execute(
                "UPDATE turn SET changed_version = ? WHERE transcript_id = ? AND id = ?",
                version,
                transcriptId,
                turnId);
    }

    private static void moveWords(Handle handle, String transcriptId, List<Turn> turns) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        UPDATE word SET turn_id = ?, position = ?, speaker_set = ?,
                            speaker_before = ?
                        WHERE transcript_id = ? AND id = ?
                        """);
        for (Turn turn : turns) {
            int position = 0;
            for (Word word : turn.words()) {
                Word.Given given = word.given();
                batch.add(
                        turn.id(),
                        position++,
                        given != null,
                        given == null ? null : given.before(),
                        transcriptId,
                        word.id());
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Who speaks in a turn that holds no word now, should it get some again. */
    void emptyTurn(
            Handle handle,
            String transcriptId,
            int turnId,
            @Nullable Integer speaker,
            int version) {
        handle.execute(
                """
                UPDATE turn SET speaker = ?, speaker_set = TRUE, changed_version = ?
                WHERE transcript_id = ? AND id = ?
                """,
                speaker,
                version,
                transcriptId,
                turnId);
    }

    /** The same as everywhere else in the turns that hold no word. */
    void swapInEmptyTurns(Handle handle, String transcriptId, int a, int b) {
        handle.createUpdate(
                        """
                        UPDATE turn SET speaker = CASE WHEN speaker = :a THEN :b ELSE :a END
                        WHERE transcript_id = :transcript AND speaker IN (:a, :b)
                            AND id NOT IN (
                                SELECT turn_id FROM word WHERE transcript_id = :transcript)
                        """)
                .bind("a", a)
                .bind("b", b)
                .bind("transcript", transcriptId)
                .execute();
    }

    /** Gives a speaker its name, whether it had one or not. */
    void name(Handle handle, String transcriptId, Speaker speaker) {
        handle.execute(
                """
                INSERT INTO speaker_name (transcript_id, speaker, name) VALUES (?, ?, ?)
                ON CONFLICT (transcript_id, speaker) DO UPDATE SET name = excluded.name
                """,
                transcriptId,
                speaker.number(),
                speaker.name());
    }

    /** Whether a turn, with words or without, is that speaker's. */
    boolean speaks(Handle handle, String transcriptId, int speaker) {
        return handle.createQuery(
                        """
                                SELECT EXISTS (SELECT 1 FROM turn WHERE transcript_id = :id
                                    AND speaker = :speaker)
                                OR EXISTS (SELECT 1 FROM word WHERE transcript_id = :id
                                    AND speaker_set AND speaker_before = :speaker)
                                """)
                .bind("id", transcriptId)
                .bind("speaker", speaker)
                .mapTo(Boolean.class)
                .one();
    }

    /** A speaker who never was: nobody spoke but by a step that is taken back. */
    void forget(Handle handle, String transcriptId, int speaker) {
        handle.execute(
                "DELETE FROM speaker_name WHERE transcript_id = ? AND speaker = ?",
                transcriptId,
                speaker);
    }

    /** Those turns without words that are one of the two's. */
    List<Integer> emptyTurnsOf(Handle handle, String transcriptId, int a, int b) {
        return handle.createQuery(
                        """
                        SELECT id FROM turn
                        WHERE transcript_id = :transcript AND speaker IN (:a, :b)
                            AND id NOT IN (
                                SELECT turn_id FROM word WHERE transcript_id = :transcript)
                        """)
                .bind("transcript", transcriptId)
                .bind("a", a)
                .bind("b", b)
                .mapTo(Integer.class)
                .list();
    }

    void log(
            Handle handle,
            String transcriptId,
            int version,
            String personId,
            Instant at,
            SpeakerEntry entry) {
        handle.execute(
                """
                INSERT INTO speaker_change (transcript_id, version, kind, person_id, at, first_word,
                    last_word, before, after)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                transcriptId,
                version,
                entry.kind().toString(),
                personId,
                at,
                entry.firstWord(),
                entry.lastWord(),
                entry.before(),
                entry.after());
    }

    /** Those made in the transcripts that this one was made from too, before its own. */
    List<SpeakerChange> log(Handle handle, String transcriptId) {
        return handle.createQuery(
                        TranscriptStore.LINE
                                + """
                        SELECT c.kind, c.person_id, p.name, c.at, c.first_word, c.last_word,
                            c.before, c.after
                        FROM line
                        JOIN speaker_change c ON c.transcript_id = line.id
                        JOIN person p ON p.id = c.person_id
                        ORDER BY line.step DESC, c.version
                        """)
                .bind("transcript", transcriptId)
                .map(
                        (row, context) ->
                                new SpeakerChange(
                                        SpeakerChange.Kind.of(row.getString("kind")),
                                        new PersonName(
                                                row.getString("person_id"), row.getString("name")),
                                        Instant.ofEpochMilli(row.getTimestamp("at").getTime()),
                                        TranscriptStore.integer(row, "first_word"),
                                        TranscriptStore.integer(row, "last_word"),
                                        row.getString("before"),
                                        row.getString("after")))
                .list();
    }
}
