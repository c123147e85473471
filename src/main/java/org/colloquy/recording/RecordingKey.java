package org.colloquy.recording;

/**
 * What a browser keeps the unsent sound of one recording with.
 *
 * @param key 32 bytes in base 64, for AES-256 in GCM
 */
public record RecordingKey(String recordingId, String key) {
    /** A key is nothing for a log. */
    @Override
    public String toString() {
        return "RecordingKey[" + recordingId + "]";
    }
}
