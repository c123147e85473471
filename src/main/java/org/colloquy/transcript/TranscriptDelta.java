package org.colloquy.transcript;

import java.util.List;

/**
 * What differs from a version of a transcript.
 *
 * @param since the version that it is about: a page that has this one or a later one misses nothing
 * @param version of the transcript now
 * @param turns that changed since; without words: not listed any more
 * @param order ids of all turns that hold words, in reading order
 * @param checks all of the transcript
 * @param speakers all of the transcript
 * @param tagsToReview ids of the tags whose words the change touched; empty where it is about none
 * @param changed the step that was asked for changed something and can be taken back; false where
 *     all was so already, or nothing was asked for
 */
public record TranscriptDelta(
        String id,
        String recordingId,
        int since,
        int version,
        List<Turn> turns,
        List<Integer> order,
        List<Check> checks,
        List<Speaker> speakers,
        List<String> tagsToReview,
        boolean changed) {
    public TranscriptDelta {
        turns = List.copyOf(turns);
        order = List.copyOf(order);
        checks = List.copyOf(checks);
        speakers = List.copyOf(speakers);
        tagsToReview = List.copyOf(tagsToReview);
    }

    /** As the answer to a step that changed something. */
    TranscriptDelta afterStep(List<String> review) {
        return new TranscriptDelta(
                id, recordingId, since, version, turns, order, checks, speakers, review, true);
    }
}
