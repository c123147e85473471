package org.colloquy.recording;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colloquy.database.Database;
import org.colloquy.media.PartedSound;
import org.jdbi.v3.core.Handle;

/** The SQL of joining recordings. */
final class JoinStore {
    private final Clock clock;
    private final MarkStore marks = new MarkStore();

    JoinStore(Clock clock) {
        this.clock = clock;
    }

    /** The row of the joined one, and where its parts lie; they are set aside. */
    List<JoinedPart> insert(
            Handle handle,
            String id,
            String name,
            List<Recording> parts,
            PartedSound sound,
            String personId) {
        long duration = millis(sound.facts().durationSeconds());
        handle.createUpdate(
                        """
                        INSERT INTO recording (id, session_id, file_name, media_type, source, state,
                            length_bytes, duration_ms, channels, format, set_aside, created_by,
                            created_at, completed_at)
                        VALUES (:id, :session, :name, 'audio/wav', 'joined', 'ready', :bytes,
                            :duration, :channels, :format, FALSE, :by, :at, :at)
                        """)
                .bind("id", id)
                .bind("session", parts.getFirst().sessionId())
                .bind("name", name)
                .bind("bytes", parts.stream().mapToLong(Recording::lengthBytes).sum())
                .bind("duration", duration)
                .bind("channels", sound.facts().channels())
                .bind("format", sound.facts().format() + "/" + sound.facts().codec())
                .bind("by", personId)
                .bind("at", Database.now(clock))
                .execute();
        handle.execute(
                """
                INSERT INTO recording_part (recording_id, number, start_ms, duration_ms)
                VALUES (?, 0, 0, ?)
                """,
                id,
                duration);
        copyMicrophones(handle, id, parts);
        List<JoinedPart> placed = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String from = parts.get(i).id();
            long offset = millis(sound.parts().get(i).startSeconds());
            handle.execute(
                    """
                    INSERT INTO recording_join (recording_id, position, from_id, offset_ms)
                    VALUES (?, ?, ?, ?)
                    """,
                    id,
                    i,
                    from,
                    offset);
            handle.execute("UPDATE recording SET set_aside = TRUE WHERE id = ?", from);
            placed.add(new JoinedPart(from, offset / 1000.0));
        }
        return placed;
    }

    /** Only where all had the same: else a channel is not one person's. */
    private static void copyMicrophones(Handle handle, String id, List<Recording> parts) {
        List<Microphone> first = parts.getFirst().microphones();
        if (parts.stream().allMatch(part -> part.microphones().equals(first))) {
            handle.execute(
                    """
                    INSERT INTO recording_microphone (recording_id, channel, label, speaker)
                    SELECT ?, channel, label, speaker FROM recording_microphone
                    WHERE recording_id = ?
                    """,
                    id,
                    parts.getFirst().id());
        }
    }

    /**
     * Marks too, at their places on the whole.
     *
     * @param tags the copy of each tag
     */
    void copyMarks(Handle handle, String id, List<JoinedPart> parts, Map<String, String> tags) {
        for (JoinedPart part : parts) {
            for (Mark mark : marks.ofRecording(handle, part.recordingId())) {
                handle.createUpdate(
                                """
                                INSERT INTO recording_mark (recording_id, id, kind, part, part_ms,
                                    length_ms, note, question_id, question_text, criterion_id, at,
                                    created_by, created_at, withdrawn_by, withdrawn_at, tag_id)
                                SELECT :into, id, kind, 0, :millis, length_ms, note, question_id,
                                    question_text, criterion_id, at, created_by, created_at,
                                    withdrawn_by, withdrawn_at, :tag
                                FROM recording_mark WHERE recording_id = :from AND id = :id
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("into", id)
                        .bind("millis", millis(part.offsetSeconds() + mark.seconds()))
                        .bind("tag", mark.tagId() == null ? null : tags.get(mark.tagId()))
                        .bind("from", part.recordingId())
                        .bind("id", mark.id())
                        .execute();
            }
        }
    }

    private static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }
}
