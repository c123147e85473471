package org.colloquy.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Method;
import org.colloquy.assessment.Session;
import org.colloquy.common.Text;
import org.colloquy.evidence.PassageListStore.Source;
import org.colloquy.evidence.PassageListStore.Tagged;
import org.colloquy.people.PersonName;
import org.colloquy.people.Viewer;
import org.colloquy.transcript.Speaker;
import org.jdbi.v3.core.Handle;

/** Puts together what a list of passages is chosen and counted by, for one viewer. */
final class ListedPassages {
    /** A passage that may be listed. */
    record Entry(
            Tagged tag,
            Source source,
            Tag.Criterion criterion,
            PersonName tagger,
            List<String> speakers) {
        boolean has(PassageFacet facet, Set<String> values) {
            return facet == PassageFacet.SPEAKER
                    ? speakers.stream().anyMatch(values::contains)
                    : values.contains(value(facet));
        }

        /** All of a facet; more than one, or none, only of who speaks. */
        List<String> values(PassageFacet facet) {
            return facet == PassageFacet.SPEAKER ? speakers : List.of(value(facet));
        }

        private String value(PassageFacet facet) {
            return switch (facet) {
                case CRITERION -> criterion.id();
                case UNIT -> source.unit().id();
                case LEARNER -> source.learner().id();
                case ASSESSOR -> source.assessor().id();
                case SESSION -> source.sessionId();
                case METHOD -> source.method();
                case TAGGER -> tagger.id();
                case STRENGTH -> tag.strength();
                case STATE -> tag.state();
                case SPEAKER -> throw new IllegalArgumentException("Many may speak");
            };
        }

        /**
         * A value of this entry as people read it; names and criteria are the same in every
         * language.
         */
        Text label(PassageFacet facet, String value) {
            return switch (facet) {
                case CRITERION -> Text.asItIs(criterion.number() + " " + criterion.text());
                case UNIT -> Text.asItIs(source.unit().title());
                case LEARNER -> Text.asItIs(source.learner().name());
                case ASSESSOR -> Text.asItIs(source.assessor().name());
                case TAGGER -> Text.asItIs(tagger.name());
                case SPEAKER -> Speaker.said(value);
                case SESSION ->
                        Text.of(
                                "{session}, {learner}",
                                Map.of(
                                        "session",
                                        Session.said(
                                                Method.parse(source.method()),
                                                LocalDate.parse(source.date())),
                                        "learner",
                                        source.learner().name()));
                case METHOD -> Method.parse(value).said();
                case STRENGTH ->
                        switch (Strength.parse(value)) {
                            case FULLY -> Text.of("Fully");
                            case PARTLY -> Text.of("Partly");
                            case CONTEXT -> Text.of("Context");
                        };
                case STATE ->
                        switch (Tag.State.of(value)) {
                            case REVIEW -> Text.of("To look at again");
                            case WITHDRAWN -> Text.of("Withdrawn");
                            case ACTIVE -> Text.of("Counts");
                        };
            };
        }

        String title() {
            return Session.title(Method.parse(source.method()), LocalDate.parse(source.date()));
        }
    }

    private final PassageListStore store;
    private final Handle handle;

    ListedPassages(PassageListStore store, Handle handle) {
        this.store = store;
        this.handle = handle;
    }

    /** The transcripts that the viewer may see and that are meant by enrolment and date. */
    List<Source> sources(Viewer viewer, PassageQuery query, Set<String> withheldSessions) {
        return store
                .sources(handle, Access.seenBy(viewer), viewer.personId(), withheldSessions)
                .stream()
                .filter(
                        source ->
                                query.enrolmentId() == null
                                        || query.enrolmentId().equals(source.enrolmentId()))
                .filter(source -> isWithin(LocalDate.parse(source.date()), query))
                .toList();
    }

    private static boolean isWithin(LocalDate date, PassageQuery query) {
        return (query.from() == null || !date.isBefore(query.from()))
                && (query.to() == null || !date.isAfter(query.to()));
    }

    /** The passages on these transcripts, by criterion, learner, date and place. */
    List<Entry> entries(List<Source> sources, boolean withdrawn) {
        Map<String, Source> byTranscript = new HashMap<>();
        Map<String, Integer> placeOfSource = new HashMap<>();
        for (Source source : sources) {
            placeOfSource.put(source.transcriptId(), placeOfSource.size());
            byTranscript.put(source.transcriptId(), source);
        }
        List<Tagged> tagged = store.tagged(handle, byTranscript.keySet(), withdrawn);
        Set<String> transcripts = new HashSet<>();
        Set<String> taggers = new HashSet<>();
        for (Tagged tag : tagged) {
            transcripts.add(tag.transcriptId());
            taggers.add(tag.taggerId());
        }
        Map<String, Tag.Criterion> criteria = store.criteria(handle);
        Map<String, Integer> placeOfCriterion = new HashMap<>();
        criteria.keySet().forEach(id -> placeOfCriterion.put(id, placeOfCriterion.size()));
        Map<String, String> names = store.names(handle, taggers);
        TurnSpeakers speakers = TurnSpeakers.of(handle, transcripts);
        tagged.sort(
                Comparator.comparingInt(
                                (Tagged tag) -> placeOfCriterion.getOrDefault(tag.criterionId(), 0))
                        .thenComparingInt(tag -> placeOfSource.getOrDefault(tag.transcriptId(), 0))
                        .thenComparingLong(Tagged::startMillis)
                        .thenComparingLong(Tagged::endMillis)
                        .thenComparing(Tagged::id));
        List<Entry> entries = new ArrayList<>(tagged.size());
        for (Tagged tag : tagged) {
            Source source = byTranscript.get(tag.transcriptId());
            Tag.Criterion criterion = criteria.get(tag.criterionId());
            String tagger = names.get(tag.taggerId());
            if (source == null || criterion == null || tagger == null) {
                throw new IllegalStateException("The tag " + tag.id() + " belongs to nothing.");
            }
            entries.add(
                    new Entry(
                            tag,
                            source,
                            criterion,
                            new PersonName(tag.taggerId(), tagger),
                            speakers.between(tag.transcriptId(), tag.firstTurn(), tag.lastTurn())));
        }
        return entries;
    }
}
