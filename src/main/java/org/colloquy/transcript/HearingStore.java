package org.colloquy.transcript;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of a recording's hearings: which is present, which is proposed, what they lack. */
final class HearingStore {
    /** Which machine words of a transcript were heard anew, the last not included. */
    record HeardAnew(int from, int to) {}

    boolean isStored(Handle handle, String jobId) {
        return handle.createQuery("SELECT COUNT(*) FROM transcript WHERE job_id = :job")
                        .bind("job", jobId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    Optional<TranscriptStore.Header> proposed(Handle handle, String recordingId) {
        return handle.createQuery(
                        TranscriptStore.HEADER
                                + "WHERE recording_id = :recording AND state = 'proposed'")
                .bind("recording", recordingId)
                .map((row, context) -> TranscriptStore.header(row))
                .findOne();
    }

    /** The oldest first. */
    List<TranscriptVersion> versions(Handle handle, String recordingId) {
        return handle.createQuery(
                        TranscriptStore.HEADER
                                + "WHERE recording_id = :recording ORDER BY created_at, id")
                .bind("recording", recordingId)
                .map((row, context) -> TranscriptStore.header(row))
                .map(
                        header ->
                                new TranscriptVersion(
                                        header.id(),
                                        header.engine(),
                                        header.model(),
                                        header.language(),
                                        header.createdAt(),
                                        header.state(),
                                        header.part()))
                .list();
    }

    @Nullable Instant newestTime(Handle handle, String recordingId) {
        return versions(handle, recordingId).stream()
                .map(TranscriptVersion::createdAt)
                .max(Instant::compareTo)
                .orElse(null);
    }

    void setState(Handle handle, String transcriptId, TranscriptVersion.State state) {
        handle.execute(
                "UPDATE transcript SET state = ? WHERE id = ?", state.toString(), transcriptId);
    }

    HeardAnew heardAnew(Handle handle, String transcriptId) {
        return handle.createQuery("SELECT heard_from, heard_to FROM transcript WHERE id = :id")
                .bind("id", transcriptId)
                .map(
                        (row, context) ->
                                new HeardAnew(row.getInt("heard_from"), row.getInt("heard_to")))
                .one();
    }

    /** The first turn id that was never used. */
    int nextTurn(Handle handle, String transcriptId) {
        return handle.createQuery(
                        "SELECT COALESCE(MAX(id), 0) + 1 FROM turn WHERE transcript_id = :id")
                .bind("id", transcriptId)
                .mapTo(Integer.class)
                .one();
    }

    List<Gap> gaps(Handle handle, String transcriptId) {
        return handle.createQuery(
                        """
                        SELECT start_ms, end_ms FROM transcript_gap
                        WHERE transcript_id = :id ORDER BY start_ms
                        """)
                .bind("id", transcriptId)
                .map((row, context) -> new Gap(row.getLong("start_ms"), row.getLong("end_ms")))
                .list();
    }

    void insertGaps(Handle handle, String transcriptId, List<Gap> gaps) {
        for (Gap gap : gaps) {
            handle.execute(
                    """
                    INSERT INTO transcript_gap (transcript_id, start_ms, end_ms) VALUES (?, ?, ?)
                    ON CONFLICT (transcript_id, start_ms) DO UPDATE SET end_ms = excluded.end_ms
                    """,
                    transcriptId,
                    gap.startMillis(),
                    gap.endMillis());
        }
    }
}
