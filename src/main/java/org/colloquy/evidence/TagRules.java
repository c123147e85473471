package org.colloquy.evidence;

import java.util.Map;
import java.util.Optional;
import org.colloquy.common.Problem;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Transcripts;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What is asked of a tag before it is made or changed. */
final class TagRules {
    private static final int LONGEST_REASON = 2_000;

    private final Transcripts transcripts;
    private final TagStore store = new TagStore();

    TagRules(Transcripts transcripts) {
        this.transcripts = transcripts;
    }

    /** The one that a change names, the tag's own where it names none. */
    Tag.Criterion criterion(Handle handle, Tag tag, @Nullable String criterionId) {
        return criterionId == null || criterionId.equals(tag.criterion().id())
                ? tag.criterion()
                : store.criterion(handle, tag.recordingId(), criterionId)
                        .orElseThrow(TagRules::notOfTheUnit);
    }

    static Problem.BadInput notOfTheUnit() {
        return new Problem.BadInput(
                "A criterion that was sent is not one of this learner's unit: load the page"
                        + " again.");
    }

    /**
     * The transcript that people read.
     *
     * @throws Problem.Conflict where another one took its place
     */
    Transcript present(String transcriptId) {
        Transcript transcript = transcripts.getById(transcriptId);
        if (!transcripts
                .findPresentId(transcript.recordingId())
                .equals(Optional.of(transcriptId))) {
            throw new Problem.Conflict(
                    "This recording has been transcribed again. Load the page to tag the new"
                            + " transcript.");
        }
        return transcript;
    }

    /**
     * @throws Problem.Conflict where the same words have the same criterion already
     */
    void refuseTwin(Handle handle, Tag tag) {
        refuseTwin(
                handle,
                tag.transcriptId(),
                tag.criterion().id(),
                tag.criterion().number(),
                tag.passage(),
                tag.id());
    }

    void refuseTwin(
            Handle handle,
            String transcriptId,
            String criterionId,
            String number,
            Passage passage,
            @Nullable String exceptTagId) {
        if (store.twin(handle, transcriptId, criterionId, passage, exceptTagId).isPresent()) {
            throw new Problem.Conflict(
                    "These words are already tagged to criterion {number}. Nothing changed.",
                    Map.of("number", number));
        }
    }

    /** Without control characters other than line breaks, which SQLite and people stumble over. */
    static String reason(String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new Problem.TooLarge(
                    "The reason can have at most {longestReason} characters.",
                    Map.of("longestReason", LONGEST_REASON));
        }
        return reason.replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
    }
}
