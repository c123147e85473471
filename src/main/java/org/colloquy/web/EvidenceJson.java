package org.colloquy.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.colloquy.assessment.Method;
import org.colloquy.evidence.Coverage;
import org.colloquy.evidence.Strength;
import org.colloquy.evidence.Tag;
import org.colloquy.evidence.TagView;
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
            boolean suggested,
            int unchecked,
            boolean redacted) {
        static TagBody of(TagView view) {
            Tag tag = view.tag();
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
                    tag.suggested(),
                    view.unchecked(),
                    view.redacted());
        }
    }

    record UnitName(String id, String title) {}

    /**
     * @param views of the tags, by their id
     */
    record CoverageBody(String enrolmentId, UnitName unit, List<OutcomeBody> outcomes) {
        static CoverageBody of(Coverage coverage, Map<String, TagView> views) {
            return new CoverageBody(
                    coverage.enrolmentId(),
                    new UnitName(coverage.unitId(), coverage.unitTitle()),
                    coverage.outcomes().stream()
                            .map(outcome -> OutcomeBody.of(outcome, views))
                            .toList());
        }
    }

    record OutcomeBody(String number, String text, List<CoveredBody> criteria) {
        static OutcomeBody of(Coverage.Outcome outcome, Map<String, TagView> views) {
            return new OutcomeBody(
                    outcome.number(),
                    outcome.text(),
                    outcome.criteria().stream()
                            .map(covered -> CoveredBody.of(covered, views))
                            .toList());
        }
    }

    record CoveredBody(Tag.Criterion criterion, List<PassageBody> passages) {
        static CoveredBody of(Coverage.Covered covered, Map<String, TagView> views) {
            return new CoveredBody(
                    covered.criterion(),
                    covered.passages().stream()
                            .map(
                                    found ->
                                            new PassageBody(
                                                    TagBody.of(view(views, found.tag())),
                                                    found.sessionTitle(),
                                                    found.sessionDate(),
                                                    found.method()))
                            .toList());
        }
    }

    private static TagView view(Map<String, TagView> views, Tag tag) {
        return Objects.requireNonNull(views.get(tag.id()), "a view of every tag");
    }

    /** A tag's own fields, and the session's beside them. */
    record PassageBody(
            @JsonUnwrapped TagBody tag, String sessionTitle, String sessionDate, Method method) {}
}
