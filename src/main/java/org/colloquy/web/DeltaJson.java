package org.colloquy.web;

import java.util.List;
import org.colloquy.redaction.Veil;
import org.colloquy.transcript.Check;
import org.colloquy.transcript.Found;
import org.colloquy.transcript.Replacements;
import org.colloquy.transcript.TranscriptDelta;

/** What differs from a version, and what is found, as {@code types.ts} has it. */
final class DeltaJson {
    private DeltaJson() {}

    record Body(
            String id,
            int since,
            int version,
            List<TranscriptJson.TurnBody> turns,
            List<Integer> order,
            List<Check> checks,
            List<TranscriptJson.SpeakerBody> speakers,
            List<String> tagsToReview,
            boolean changed) {
        static Body of(TranscriptDelta delta, Veil veil) {
            return new Body(
                    delta.id(),
                    delta.since(),
                    delta.version(),
                    delta.turns().stream()
                            .map(veil::mask)
                            .map(TranscriptJson.TurnBody::of)
                            .toList(),
                    delta.order(),
                    delta.checks(),
                    TranscriptJson.SpeakerBody.of(delta.speakers()),
                    delta.tagsToReview(),
                    delta.changed());
        }
    }

    record PreviewBody(int version, int total, List<MatchBody> matches) {
        static PreviewBody of(Replacements.Preview preview) {
            return new PreviewBody(
                    preview.version(),
                    preview.total(),
                    preview.matches().stream().map(MatchBody::of).toList());
        }
    }

    record MatchBody(
            String id,
            int turnId,
            int firstWord,
            int lastWord,
            double start,
            String contextBefore,
            String before,
            String after,
            String contextAfter) {
        static MatchBody of(Found found) {
            return new MatchBody(
                    found.id(),
                    found.turnId(),
                    found.firstWord(),
                    found.lastWord(),
                    TranscriptJson.seconds(found.startMillis()),
                    found.contextBefore(),
                    found.before(),
                    found.after(),
                    found.contextAfter());
        }
    }
}
