package org.colloquy.transcript;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The SQL of what people said of single words. */
final class CheckStore {
    /**
     * What was said of a word.
     *
     * @param state as {@link Check.State} is written
     * @param how as {@link Check.How} is written
     */
    record Mark(String state, String by, Instant at, @Nullable String how) {}

    private static final String MARKS =
            "SELECT word_id, state, person_id, at, how FROM word_state"
                    + " WHERE transcript_id = :transcript";

    /** By word id. */
    Map<Integer, Mark> marks(Handle handle, String transcriptId) {
        Map<Integer, Mark> marks = new HashMap<>();
        handle.createQuery(MARKS)
                .bind("transcript", transcriptId)
                .map((row, context) -> marks.put(row.getInt("word_id"), mark(row)))
                .list();
        return marks;
    }

    /** Ids of the words that nobody checked or confirmed. */
    BitSet unchecked(Handle handle, String transcriptId) {
        BitSet words = new BitSet();
        handle.createQuery(
                        """
                        SELECT id FROM word
                        WHERE transcript_id = :transcript AND id NOT IN (
                            SELECT word_id FROM word_state WHERE transcript_id = :transcript)
                        """)
                .bind("transcript", transcriptId)
                .mapTo(Integer.class)
                .forEach(words::set);
        return words;
    }

    void clear(Handle handle, String transcriptId, Collection<Integer> words) {
        PreparedBatch batch =
                handle.prepareBatch(
                        "DELETE FROM word_state WHERE transcript_id = ? AND word_id = ?");
        words.forEach(word -> batch.add(transcriptId, word));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Words that have a mark get another. */
    void set(Handle handle, String transcriptId, Map<Integer, Mark> marks) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        INSERT INTO word_state (transcript_id, word_id, state, person_id, at, how)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (transcript_id, word_id) DO UPDATE SET
                            state = excluded.state, person_id = excluded.person_id,
                            at = excluded.at, how = excluded.how
                        """);
        marks.forEach(
                (word, mark) ->
                        batch.add(
                                transcriptId,
                                word,
                                mark.state(),
                                mark.by(),
                                mark.at(),
                                mark.how()));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Words that read in a later transcript as they did keep what was said of them. */
    void carry(Handle handle, String from, String into) {
        handle.createUpdate(
                        """
                        INSERT INTO word_state (transcript_id, word_id, state, person_id, at, how)
                        SELECT :into, s.word_id, s.state, s.person_id, s.at, s.how
                        FROM word_state s
                        JOIN word old ON old.transcript_id = :from AND old.id = s.word_id
                        JOIN word now ON now.transcript_id = :into AND now.id = s.word_id
                        WHERE s.transcript_id = :from AND now.text = old.text
                        """)
                .bind("from", from)
                .bind("into", into)
                .execute();
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                row.getString("state"),
                row.getString("person_id"),
                Instant.ofEpochMilli(row.getTimestamp("at").getTime()),
                row.getString("how"));
    }
}
