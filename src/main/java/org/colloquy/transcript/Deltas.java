package org.colloquy.transcript;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tells a page that has a version of a transcript what differs from it now. */
public final class Deltas {
    private final Jdbi jdbi;
    private final ChangeGuard guard = new ChangeGuard();
    private final TranscriptStore transcripts = new TranscriptStore();
    private final TurnStore turns = new TurnStore();
    private final CheckStore checks = new CheckStore();
    private final Scenes scenes = new Scenes();

    public Deltas(Database database) {
        this.jdbi = database.jdbi();
    }

    /**
     * @throws org.colloquy.common.Problem.Conflict where the recording has another transcript now
     * @throws org.colloquy.common.Problem.BadInput where there never was such a version
     */
    public TranscriptDelta since(String transcriptId, int version) {
        return jdbi.inTransaction(handle -> since(handle, transcriptId, version));
    }

    /** As {@link #since(String, int)}, after a change that touched those tags. */
    public TranscriptDelta since(String transcriptId, int version, List<String> tagsToReview) {
        return since(transcriptId, version).afterStep(tagsToReview);
    }

    TranscriptDelta since(Handle handle, String transcriptId, int version) {
        TranscriptStore.Header header = guard.present(handle, transcriptId);
        ChangeGuard.requireVersion(header, version);
        List<TurnStore.Row> changed = turns.changedAfter(handle, transcriptId, version);
        Map<Integer, Scene.TurnState> byId =
                scenes
                        .read(
                                handle,
                                transcriptId,
                                changed.stream().map(TurnStore.Row::id).toList())
                        .turns()
                        .stream()
                        .collect(Collectors.toMap(Scene.TurnState::id, turn -> turn));
        return new TranscriptDelta(
                transcriptId,
                header.recordingId(),
                version,
                header.version(),
                changed.stream()
                        .map(row -> turn(Objects.requireNonNull(byId.get(row.id()))))
                        .toList(),
                turns.order(handle, transcriptId),
                checks.checks(handle, transcriptId),
                transcripts.speakers(handle, transcriptId),
                List.of(),
                false);
    }

    private static Turn turn(Scene.TurnState state) {
        return Turn.of(state.id(), state.speaker(), state.plain(), state.corrected());
    }
}
