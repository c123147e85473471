package org.colloquy.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Method;
import org.colloquy.assessment.Session;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.colloquy.evidence.PassageListStore.Entry;
import org.colloquy.people.Viewer;
import org.colloquy.transcript.Speaker;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Passages of many sessions as one list: every one claimed for a criterion, of one learner or of
 * all that somebody may see. Counted are the tags that coverage counts; withdrawn ones only where
 * they are asked for.
 */
public final class PassageLists {
    private final Jdbi jdbi;
    private final Access access;
    private final TagViews views;
    private final PassageListStore store = new PassageListStore();

    public PassageLists(Database database, Access access, TagViews views) {
        this.jdbi = database.jdbi();
        this.access = access;
        this.views = views;
    }

    /** A passage that may be listed, with who speaks in it. */
    private record Candidate(Entry entry, List<String> speakers) {
        boolean has(PassageFacet facet, Set<String> values) {
            return facet == PassageFacet.SPEAKER
                    ? speakers.stream().anyMatch(values::contains)
                    : values.contains(entry.values().getOrDefault(facet, ""));
        }
    }

    /** One page, and what there is to choose. */
    public PassageList list(Viewer viewer, PassageQuery query) {
        List<Candidate> candidates = candidates(viewer, query);
        List<Candidate> found = candidates.stream().filter(one -> meets(one, query, null)).toList();
        int pages = Math.max(1, (found.size() + query.size() - 1) / query.size());
        long first = (query.page() - 1L) * query.size();
        List<Candidate> shown =
                first >= found.size()
                        ? List.of()
                        : found.subList(
                                (int) first, (int) Math.min(found.size(), first + query.size()));
        return new PassageList(
                found.size(),
                query.page(),
                pages,
                found.stream()
                        .mapToLong(one -> one.entry().endMillis() - one.entry().startMillis())
                        .sum(),
                rows(viewer, shown),
                facets(candidates, query));
    }

    /** What is left by what is no facet: enrolment, dates and words. */
    private List<Candidate> candidates(Viewer viewer, PassageQuery query) {
        List<Entry> entries =
                jdbi
                        .withHandle(
                                handle ->
                                        store.entries(
                                                handle,
                                                Access.seenBy(viewer),
                                                viewer.personId(),
                                                access.withheldSessions(viewer)))
                        .stream()
                        .filter(entry -> query.wantsWithdrawn() || !entry.withdrawn())
                        .filter(
                                entry ->
                                        query.enrolmentId() == null
                                                || query.enrolmentId().equals(entry.enrolmentId()))
                        .filter(entry -> isWithin(entry, query))
                        .toList();
        List<Entry> said = entries.stream().filter(saying(viewer, query.text(), entries)).toList();
        Map<String, List<String>> speakers =
                jdbi.withHandle(
                        handle ->
                                TagWords.speakers(
                                        handle, said.stream().map(Entry::tagId).toList()));
        return said.stream()
                .map(entry -> new Candidate(entry, speakers.getOrDefault(entry.tagId(), List.of())))
                .toList();
    }

    private static boolean isWithin(Entry entry, PassageQuery query) {
        LocalDate date = LocalDate.parse(entry.date());
        return (query.from() == null || !date.isBefore(query.from()))
                && (query.to() == null || !date.isAfter(query.to()));
    }

    /**
     * Whether the quote or the reason has all the words, as the viewer reads them: what is hidden
     * cannot be found out by searching for it.
     */
    private Predicate<Entry> saying(Viewer viewer, String text, List<Entry> entries) {
        List<String> words =
                Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (words.isEmpty()) {
            return entry -> true;
        }
        Set<String> saying = new HashSet<>();
        for (Tag tag : views.veiled(viewer, tags(entries).values())) {
            String said = (tag.quote() + "\n" + tag.reason()).toLowerCase(Locale.ROOT);
            if (words.stream().allMatch(said::contains)) {
                saying.add(tag.id());
            }
        }
        return entry -> saying.contains(entry.tagId());
    }

    private Map<String, Tag> tags(List<Entry> entries) {
        return jdbi.withHandle(
                handle -> store.tags(handle, entries.stream().map(Entry::tagId).toList()));
    }

    /**
     * @param except the facet whose own choice does not count; null: all count
     */
    private static boolean meets(
            Candidate candidate, PassageQuery query, @Nullable PassageFacet except) {
        return query.chosen().entrySet().stream()
                .allMatch(
                        choice ->
                                choice.getKey() == except
                                        || choice.getValue().isEmpty()
                                        || candidate.has(choice.getKey(), choice.getValue()));
    }

    private List<PassageList.Row> rows(Viewer viewer, List<Candidate> shown) {
        Map<String, Tag> tags = tags(shown.stream().map(Candidate::entry).toList());
        List<Candidate> standing =
                shown.stream().filter(one -> tags.containsKey(one.entry().tagId())).toList();
        List<TagView> seen =
                views.of(
                        viewer,
                        standing.stream().map(one -> tags.get(one.entry().tagId())).toList());
        List<PassageList.Row> rows = new ArrayList<>();
        for (int i = 0; i < standing.size(); i++) {
            Entry entry = standing.get(i).entry();
            Method method = Method.parse(entry.method());
            rows.add(
                    new PassageList.Row(
                            seen.get(i),
                            Session.title(method, LocalDate.parse(entry.date())),
                            entry.date(),
                            entry.learner(),
                            entry.assessor(),
                            entry.unit(),
                            entry.enrolmentId(),
                            method,
                            standing.get(i).speakers(),
                            entry.recordingName()));
        }
        return rows;
    }

    private static Map<PassageFacet, List<PassageList.Value>> facets(
            List<Candidate> candidates, PassageQuery query) {
        Map<PassageFacet, List<PassageList.Value>> facets = new EnumMap<>(PassageFacet.class);
        for (PassageFacet facet : PassageFacet.values()) {
            Map<String, Text> labels = new LinkedHashMap<>();
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (Candidate one : candidates) {
                if (!meets(one, query, facet)) {
                    continue;
                }
                for (String value : values(one, facet)) {
                    labels.putIfAbsent(value, label(one.entry(), facet, value));
                    counts.merge(value, 1, Integer::sum);
                }
            }
            List<PassageList.Value> values = new ArrayList<>();
            counts.forEach(
                    (value, count) -> {
                        Text label = labels.getOrDefault(value, Text.asItIs(value));
                        values.add(
                                new PassageList.Value(
                                        value,
                                        label.message(),
                                        count,
                                        label.text().isEmpty() ? null : label));
                    });
            if (facet != PassageFacet.CRITERION && facet != PassageFacet.SESSION) {
                values.sort(Comparator.comparing(PassageList.Value::label));
            }
            facets.put(facet, values);
        }
        return facets;
    }

    private static List<String> values(Candidate one, PassageFacet facet) {
        return facet == PassageFacet.SPEAKER
                ? one.speakers()
                : List.of(one.entry().values().getOrDefault(facet, ""));
    }

    private static Text label(Entry entry, PassageFacet facet, String value) {
        return switch (facet) {
            case SESSION ->
                    Text.of(
                            "{session}, {learner}",
                            Map.of(
                                    "session",
                                    Session.said(
                                            Method.parse(entry.method()),
                                            LocalDate.parse(entry.date())),
                                    "learner",
                                    entry.learner().name()));
            case SPEAKER -> Speaker.said(value);
            case METHOD -> Method.parse(value).said();
            case STRENGTH ->
                    switch (Strength.parse(value)) {
                        case FULLY -> Text.of("Fully");
                        case PARTLY -> Text.of("Partly");
                        case CONTEXT -> Text.of("Context");
                    };
            case STATE ->
                    switch (value) {
                        case "review" -> Text.of("To look at again");
                        case "withdrawn" -> Text.of("Withdrawn");
                        default -> Text.of("Stands");
                    };
            default -> Text.asItIs(entry.labels().getOrDefault(facet, value));
        };
    }
}
