package org.colloquy.web;

import java.time.Instant;
import java.util.List;
import org.colloquy.evidence.CarriedTag;
import org.colloquy.speech.Model;
import org.colloquy.transcript.Carried;
import org.colloquy.transcript.Proposal;
import org.colloquy.transcript.ProposedChange;
import org.colloquy.transcript.Speaker;
import org.colloquy.transcript.Stretch;
import org.colloquy.transcript.TranscriptVersion;
import org.jspecify.annotations.Nullable;

/** Later hearings as the front end reads them: {@code types.ts} has the same records. */
final class HearingJson {
    private HearingJson() {}

    private static @Nullable Double from(@Nullable Stretch part) {
        return part == null ? null : TranscriptJson.seconds(part.fromMillis());
    }

    private static @Nullable Double to(@Nullable Stretch part) {
        return part == null ? null : TranscriptJson.seconds(part.toMillis());
    }

    record VersionBody(
            String id,
            String engine,
            Model model,
            String language,
            Instant createdAt,
            String state,
            @Nullable Double from,
            @Nullable Double to) {
        static VersionBody of(TranscriptVersion version) {
            return new VersionBody(
                    version.id(),
                    version.engine(),
                    version.model(),
                    version.language(),
                    version.createdAt(),
                    version.state().toString(),
                    HearingJson.from(version.part()),
                    HearingJson.to(version.part()));
        }
    }

    record KeptBody(int corrections, int speakers, int tags, int tagsToReview) {}

    record ProposalBody(
            String id,
            String recordingId,
            String engine,
            Model model,
            String language,
            Instant createdAt,
            @Nullable Double from,
            @Nullable Double to,
            Proposal.Present present,
            int wordsBefore,
            int wordsAfter,
            int wordsSame,
            KeptBody kept,
            List<ChangeBody> changes) {
        static ProposalBody of(
                Proposal proposal, List<CarriedTag> tags, List<ProposedChange> changes) {
            Carried carried = proposal.carried();
            List<CarriedTag> counted = tags.stream().filter(CarriedTag::counts).toList();
            int toReview = (int) counted.stream().filter(CarriedTag::isForReview).count();
            return new ProposalBody(
                    proposal.id(),
                    proposal.recordingId(),
                    proposal.engine(),
                    proposal.model(),
                    proposal.language(),
                    proposal.createdAt(),
                    HearingJson.from(proposal.part()),
                    HearingJson.to(proposal.part()),
                    proposal.present(),
                    carried.before().size(),
                    carried.words().size(),
                    carried.wordsSame(),
                    new KeptBody(
                            carried.corrections(),
                            carried.speakersKept(),
                            counted.size() - toReview,
                            toReview),
                    changes.stream().map(change -> ChangeBody.of(change, counted)).toList());
        }
    }

    /**
     * @param unnamed the number of who speaks, where nobody has named them
     * @param voices what {@code before} and {@code after} begin with where only the speaker changes
     */
    record ChangeBody(
            double start,
            double end,
            String kind,
            @Nullable String speaker,
            @Nullable Integer unnamed,
            ProposedChange.@Nullable Voices voices,
            String contextBefore,
            String before,
            String after,
            String contextAfter,
            List<String> tagIds) {
        static ChangeBody of(ProposedChange change, List<CarriedTag> tags) {
            return new ChangeBody(
                    TranscriptJson.seconds(change.startMillis()),
                    TranscriptJson.seconds(change.endMillis()),
                    change.kind().toString(),
                    change.speaker(),
                    Speaker.unnamedNumber(change.speaker()),
                    change.voices(),
                    change.contextBefore(),
                    change.before(),
                    change.after(),
                    change.contextAfter(),
                    tags.stream()
                            .filter(tag -> tag.asksBecauseOf(change))
                            .map(tag -> tag.before().id())
                            .toList());
        }
    }
}
