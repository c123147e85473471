package org.colloquy.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Id;
import org.colloquy.database.Database;
import org.colloquy.transcript.TranscriptJoin;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Copies the tags of transcripts to the one that they were joined to, as they are: withdrawn ones,
 * those for review, with who made them and when.
 */
public final class TagCopies {
    private final Jdbi jdbi;

    public TagCopies(Database database) {
        this.jdbi = database.jdbi();
    }

    /**
     * Inside the transaction of the caller where there is one.
     *
     * @return the id of each copy by that of the tag it was made from
     */
    public Map<String, String> copy(List<TranscriptJoin.Copied> transcripts) {
        return jdbi.inTransaction(
                handle -> {
                    Map<String, String> copies = new HashMap<>();
                    transcripts.forEach(one -> copy(handle, one, copies));
                    return copies;
                });
    }

    private static void copy(
            Handle handle, TranscriptJoin.Copied transcript, Map<String, String> copies) {
        List<String> tags =
                handle.createQuery("SELECT id FROM tag WHERE transcript_id = :id ORDER BY id")
                        .bind("id", transcript.transcriptId())
                        .mapTo(String.class)
                        .list();
        for (String tag : tags) {
            String copy = Id.create();
            handle.createUpdate(
                            """
                            INSERT INTO tag (id, transcript_id, criterion_id, first_word, last_word,
                                start_ms, end_ms, quote, reason, strength, suggested, state, created_by,
                                created_at, withdrawn_by, withdrawn_at)
                            SELECT :copy, :into, criterion_id, first_word + :words,
                                last_word + :words, start_ms + :offset, end_ms + :offset, quote,
                                reason, strength, suggested, state, created_by, created_at,
                                withdrawn_by, withdrawn_at
                            FROM tag WHERE id = :tag
                            """)
                    .bind("copy", copy)
                    .bind("into", transcript.into())
                    .bind("words", transcript.wordsBefore())
                    .bind("offset", transcript.offsetMillis())
                    .bind("tag", tag)
                    .execute();
            copies.put(tag, copy);
        }
    }
}
