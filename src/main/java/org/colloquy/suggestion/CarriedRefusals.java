package org.colloquy.suggestion;

import java.util.List;
import org.colloquy.database.Database;
import org.colloquy.transcript.Carried;
import org.colloquy.transcript.TranscriptJoin;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps what people refused when a transcript takes another's place: it goes over to the words that
 * its passage went to, and back again when its step is undone.
 */
public final class CarriedRefusals implements Carried.Listener {
    private final Jdbi jdbi;
    private final SuggestionStore store = new SuggestionStore();

    public CarriedRefusals(Database database) {
        this.jdbi = database.jdbi();
    }

    /** Where nothing of a passage is left, what was refused of it stays with the old transcript. */
    @Override
    public void accepted(String oldTranscriptId, String newTranscriptId, Carried carried) {
        jdbi.useTransaction(
                handle -> {
                    for (SuggestionStore.Refusal refusal :
                            store.refusals(handle, oldTranscriptId)) {
                        carried.anchors(refusal.firstWord(), refusal.lastWord())
                                .ifPresent(
                                        ends ->
                                                store.move(
                                                        handle,
                                                        refusal.id(),
                                                        newTranscriptId,
                                                        ends.firstWord(),
                                                        ends.lastWord()));
                    }
                });
    }

    /** What was refused in the parts is refused in the whole; inside the caller's transaction. */
    public void copy(List<TranscriptJoin.Copied> transcripts) {
        jdbi.useTransaction(handle -> transcripts.forEach(one -> store.copyRefusals(handle, one)));
    }
}
