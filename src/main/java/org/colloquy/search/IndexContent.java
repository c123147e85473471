package org.colloquy.search;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Brings an index to what the database has. The changes are not committed here. */
final class IndexContent {
    private final SourceStore sources;

    IndexContent(SourceStore sources) {
        this.sources = sources;
    }

    /** Takes one session or unit in anew, or out where it is gone. */
    void index(IndexFiles files, Owner owner) throws IOException {
        Source source = sources.find(owner).orElse(null);
        if (source == null) {
            files.remove(owner);
        } else {
            files.put(source);
        }
    }

    /**
     * Takes in what is missing or changed and takes out what is gone.
     *
     * @return how many sessions and units there are
     */
    int compare(IndexFiles files) throws IOException {
        Map<Owner, String> indexed = files.view().stamps();
        Map<Owner, String> stored = sources.stamps();
        for (Map.Entry<Owner, String> entry : stored.entrySet()) {
            if (!entry.getValue().equals(indexed.remove(entry.getKey()))) {
                index(files, entry.getKey());
            }
        }
        for (Owner gone : indexed.keySet()) {
            files.remove(gone);
        }
        return stored.size();
    }

    boolean isCurrent(IndexView view) {
        return view.stamps().equals(sources.stamps());
    }

    Optional<Owner> ownerOfRecording(String recordingId) {
        return sources.ownerOfRecording(recordingId);
    }
}
