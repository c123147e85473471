package org.colloquy.transcript;

import java.util.Collection;
import java.util.Map;
import org.colloquy.common.Problem;
import org.jdbi.v3.core.Handle;

/** Lets a person change only what that person has seen as it is. */
final class ChangeGuard {
    private final TranscriptStore transcripts = new TranscriptStore();
    private final TurnStore turns = new TurnStore();

    /**
     * The transcript that people read.
     *
     * @throws Problem.Conflict where another one took its place
     */
    TranscriptStore.Header present(Handle handle, String transcriptId) {
        TranscriptStore.Header header =
                transcripts
                        .find(handle, transcriptId)
                        .orElseThrow(() -> new Problem.NotFound("There is no such transcript."));
        if (header.state() != TranscriptVersion.State.PRESENT) {
            throw new Problem.Conflict(
                    "This is not the recording's transcript any more, or not yet. Load the page to"
                            + " see the one that is; this one is kept as it is.");
        }
        return header;
    }

    /**
     * A turn as the person saw it.
     *
     * @param version of the transcript that the person saw
     * @throws Problem.Conflict where the turn was changed after that
     */
    TurnStore.Row unchanged(Handle handle, TranscriptStore.Header header, int turnId, int version) {
        TurnStore.Row turn = turn(handle, header, turnId);
        requireVersion(header, version);
        if (turn.changedVersion() > version) {
            throw new Problem.Conflict(
                    "This turn was changed meanwhile, and what you did is not saved. Look at it as"
                            + " it is now and change it again.");
        }
        return turn;
    }

    /**
     * @throws Problem.Conflict where one of the turns was changed after that version
     */
    void requireUnchanged(
            Handle handle,
            TranscriptStore.Header header,
            Collection<Integer> turnIds,
            int version) {
        requireVersion(header, version);
        for (int turnId : turnIds) {
            if (turn(handle, header, turnId).changedVersion() > version) {
                throw new Problem.Conflict(
                        "Somebody changed what is said there meanwhile, and what you did is not"
                                + " saved. Look at it as it is now and do it again.");
            }
        }
    }

    /**
     * @throws Problem.NotFound where there is no such turn
     */
    TurnStore.Row turn(Handle handle, TranscriptStore.Header header, int turnId) {
        return turns.find(handle, header.id(), turnId)
                .orElseThrow(
                        () ->
                                new Problem.NotFound(
                                        "This transcript has no turn {turnId}.",
                                        Map.of("turnId", turnId)));
    }

    static void requireVersion(TranscriptStore.Header header, int version) {
        if (version < 1 || version > header.version()) {
            throw new Problem.BadInput(
                    "This transcript has no version {version}: load the page again.",
                    Map.of("version", version));
        }
    }
}
