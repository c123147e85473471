package org.colloquy.recording;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code arrival}: which recording a file became, or is becoming. */
final class ArrivalStore {
    /** The recordings of that very file in the session, the newest first. */
    List<String> ofFile(Handle handle, String sessionId, String folder, ArrivedFile file) {
        return handle.createQuery(
                        """
                        SELECT recording_id FROM arrival
                        JOIN recording ON recording.id = arrival.recording_id
                        WHERE arrival.session_id = :session AND folder = :folder AND name = :name
                            AND arrival.length_bytes = :length AND changed_at = :changed
                            AND NOT recording.set_aside
                        ORDER BY recording.created_at DESC, recording.id
                        """)
                .bind("session", sessionId)
                .bind("folder", folder)
                .bind("name", file.name())
                .bind("length", file.lengthBytes())
                .bind("changed", file.changedAt())
                .mapTo(String.class)
                .list();
    }

    /** The recording that a file of that name became in the session last, all of it. */
    Optional<String> taken(Handle handle, String sessionId, String folder, String name) {
        return handle.createQuery(
                        """
                        SELECT recording_id FROM arrival
                        JOIN recording ON recording.id = arrival.recording_id
                        WHERE arrival.session_id = :session AND folder = :folder AND name = :name
                            AND recording.state <> 'receiving'
                        ORDER BY recording.created_at DESC, recording.id LIMIT 1
                        """)
                .bind("session", sessionId)
                .bind("folder", folder)
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    void insert(
            Handle handle, String recordingId, String sessionId, String folder, ArrivedFile file) {
        handle.createUpdate(
                        """
                        INSERT INTO arrival (recording_id, session_id, folder, name, length_bytes,
                            changed_at)
                        VALUES (:recording, :session, :folder, :name, :length, :changed)
                        """)
                .bind("recording", recordingId)
                .bind("session", sessionId)
                .bind("folder", folder)
                .bind("name", file.name())
                .bind("length", file.lengthBytes())
                .bind("changed", file.changedAt())
                .execute();
    }
}
