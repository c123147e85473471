package org.colloquy.transcript;

import java.time.Instant;
import java.util.List;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The SQL of what turns read before and after people corrected them. */
final class CorrectionLog {
    /** A text that was changed: by that version, in that turn. */
    record Rewritten(int version, int turnId, String before, String after) {}

    /** Who gave those turns other texts, and when. */
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

    /** Those made in the transcripts that this one was made from too, before its own. */
    List<Correction> corrections(Handle handle, String transcriptId) {
        return handle.createQuery(
                        TranscriptStore.LINE
                                + """
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
