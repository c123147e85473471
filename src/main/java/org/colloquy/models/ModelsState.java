package org.colloquy.models;

import java.util.List;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * All models, those that are installed and those that can be.
 *
 * @param folder where new ones are put
 */
public record ModelsState(List<ModelEntry> models, String folder, long diskFreeBytes) {
    public ModelsState {
        models = List.copyOf(models);
    }

    /**
     * One model.
     *
     * @param engine "vosk" or "whisper"
     * @param languages ISO 639-1; empty: every language of the engine
     * @param sizeBytes on the disk where it is installed, else of the zip
     * @param carried comes with Colloquy and cannot be removed
     * @param sha256 of its files where it is installed, as its transcripts name it; else of the
     *     zip, where that is known
     * @param url where its zip can be fetched by hand
     */
    public record ModelEntry(
            String name,
            String engine,
            List<String> languages,
            long sizeBytes,
            boolean installed,
            boolean carried,
            @Nullable String sha256,
            String licence,
            Text note,
            @Nullable String url,
            @Nullable Install install) {
        public ModelEntry {
            languages = List.copyOf(languages);
        }
    }

    /**
     * An install that runs or failed.
     *
     * @param state "running" or "failed"
     */
    public record Install(
            String state,
            long receivedBytes,
            @Nullable Long totalBytes,
            Text step,
            @Nullable Text problem) {}
}
