package org.colloquy.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.colloquy.evidence.Coverage;
import org.colloquy.evidence.Strength;
import org.colloquy.evidence.Tag;
import org.colloquy.people.PersonName;
import org.jspecify.annotations.Nullable;

/** Tags and coverage as the front end reads them: {@code types.ts} has the same records. */
final class EvidenceJson {
    private EvidenceJson() {}

    record TagBody(
            String id,
            String recordingId,
            String transcriptId,
            String sessionId,
            Tag.Criterion criterion,
            int firstWord,
            int lastWord,
            double start,
            double end,
            String quote,
            String reason,
            PersonName by,
            Instant at,
            String state,
            Tag.@Nullable Withdrawal withdrawn,
            Strength strength,
            boolean suggested) {
        static TagBody of(Tag tag) {
            return new TagBody(
                    tag.id(),
                    tag.recordingId(),
                    tag.transcriptId(),
                    tag.sessionId(),
                    tag.criterion(),
                    tag.firstWord(),
                    tag.lastWord(),
                    TranscriptJson.seconds(tag.startMillis()),
                    TranscriptJson.seconds(tag.endMillis()),
                    tag.quote(),
                    tag.reason(),
                    tag.by(),
                    tag.at(),
                    tag.state().toString(),
                    tag.withdrawn(),
                    tag.strength(),
                    tag.suggested());
        }
    }

    record UnitName(String id, String title) {}

    record CoverageBody(String enrolmentId, UnitName unit, List<OutcomeBody> outcomes) {
        static CoverageBody of(Coverage coverage) {
            return new CoverageBody(
                    coverage.enrolmentId(),
                    new UnitName(coverage.unitId(), coverage.unitTitle()),
                    coverage.outcomes().stream().map(OutcomeBody::of).toList());
        }
    }

    record OutcomeBody(String number, String text, List<CoveredBody> criteria) {
        static OutcomeBody of(Coverage.Outcome outcome) {
            return new OutcomeBody(
                    outcome.number(),
                    outcome.text(),
                    outcome.criteria().stream().map(CoveredBody::of).toList());
        }
    }

    record CoveredBody(Tag.Criterion criterion, List<PassageBody> passages) {
        static CoveredBody of(Coverage.Covered covered) {
            return new CoveredBody(
                    covered.criterion(), covered.passages().stream().map(PassageBody::of).toList());
        }
    }

    /** A tag's own fields, and the session's beside them. */
    record PassageBody(@JsonUnwrapped TagBody tag, String sessionTitle, String sessionDate) {
        static PassageBody of(Coverage.Found found) {
            return new PassageBody(
                    TagBody.of(found.tag()), found.sessionTitle(), found.sessionDate());
        }
    }
}
