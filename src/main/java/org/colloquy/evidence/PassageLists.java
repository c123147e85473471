package org.colloquy.evidence;

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
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.colloquy.evidence.ListedPassages.Entry;
import org.colloquy.evidence.PassageListStore.Source;
import org.colloquy.people.Viewer;
import org.jdbi.v3.core.Handle;
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

    /** One page, and what there is to choose. */
    public PassageList list(Viewer viewer, PassageQuery query) {
        Set<String> withheld = access.withheldSessions(viewer);
        List<Entry> candidates =
                jdbi.withHandle(handle -> candidates(handle, viewer, query, withheld));
        List<Entry> found = candidates.stream().filter(one -> meets(one, query, null)).toList();
        int pages = Math.max(1, (found.size() + query.size() - 1) / query.size());
        long first = (query.page() - 1L) * query.size();
        List<Entry> shown =
                first >= found.size()
                        ? List.of()
                        : found.subList(
                                (int) first, (int) Math.min(found.size(), first + query.size()));
        return new PassageList(
                found.size(),
                query.page(),
                pages,
                found.stream()
                        .mapToLong(one -> one.tag().endMillis() - one.tag().startMillis())
                        .sum(),
                rows(viewer, shown),
                facets(candidates, query));
    }

    /** What is left by what is no facet: enrolment, dates and words. */
    private List<Entry> candidates(
            Handle handle, Viewer viewer, PassageQuery query, Set<String> withheld) {
        ListedPassages listed = new ListedPassages(store, handle);
        List<Source> sources = listed.sources(viewer, query, withheld);
        List<Entry> entries = listed.entries(sources, query.wantsWithdrawn());
        List<String> words =
                Arrays.stream(query.text().toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        return words.isEmpty()
                ? entries
                : entries.stream().filter(saying(handle, viewer, words, sources)).toList();
    }

    /**
     * Whether the quote or the reason has all the words, as the viewer reads them: what is hidden
     * cannot be found out by searching for it.
     */
    private Predicate<Entry> saying(
            Handle handle, Viewer viewer, List<String> words, List<Source> sources) {
        Set<String> recordings = new HashSet<>();
        sources.forEach(source -> recordings.add(source.recordingId()));
        Set<String> redacted = views.withHidden(recordings);
        Predicate<String> says =
                text -> words.stream().allMatch(text.toLowerCase(Locale.ROOT)::contains);
        Set<String> saying = new HashSet<>();
        store.texts(handle, transcripts(sources, id -> !redacted.contains(id)))
                .forEach(
                        (tag, text) -> {
                            if (says.test(text)) {
                                saying.add(tag);
                            }
                        });
        List<Tag> veiled =
                views.veiled(
                        viewer, store.tagsOf(handle, transcripts(sources, redacted::contains)));
        for (Tag tag : veiled) {
            if (says.test(tag.quote() + "\n" + tag.reason())) {
                saying.add(tag.id());
            }
        }
        return entry -> saying.contains(entry.tag().id());
    }

    private static List<String> transcripts(List<Source> sources, Predicate<String> ofRecording) {
        return sources.stream()
                .filter(source -> ofRecording.test(source.recordingId()))
                .map(Source::transcriptId)
                .toList();
    }

    /**
     * @param except the facet whose own choice does not count; null: all count
     */
    private static boolean meets(Entry entry, PassageQuery query, @Nullable PassageFacet except) {
        for (Map.Entry<PassageFacet, Set<String>> choice : query.chosen().entrySet()) {
            if (choice.getKey() != except
                    && !choice.getValue().isEmpty()
                    && !entry.has(choice.getKey(), choice.getValue())) {
                return false;
            }
        }
        return true;
    }

    private List<PassageList.Row> rows(Viewer viewer, List<Entry> shown) {
        Map<String, Tag> tags =
                jdbi.withHandle(
                        handle ->
                                store.tags(
                                        handle,
                                        shown.stream().map(one -> one.tag().id()).toList()));
        List<Entry> standing =
                shown.stream().filter(one -> tags.containsKey(one.tag().id())).toList();
        List<TagView> seen =
                views.of(viewer, standing.stream().map(one -> tags.get(one.tag().id())).toList());
        List<PassageList.Row> rows = new ArrayList<>();
        for (int i = 0; i < standing.size(); i++) {
            Entry entry = standing.get(i);
            Source source = entry.source();
            rows.add(
                    new PassageList.Row(
                            seen.get(i),
                            entry.title(),
                            source.date(),
                            source.learner(),
                            source.assessor(),
                            source.unit(),
                            source.enrolmentId(),
                            Method.parse(source.method()),
                            entry.speakers(),
                            source.recordingName()));
        }
        return rows;
    }

    private static Map<PassageFacet, List<PassageList.Value>> facets(
            List<Entry> candidates, PassageQuery query) {
        Map<PassageFacet, List<PassageList.Value>> facets = new EnumMap<>(PassageFacet.class);
        for (PassageFacet facet : PassageFacet.values()) {
            Map<String, Entry> examples = new LinkedHashMap<>();
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (Entry one : candidates) {
                if (!meets(one, query, facet)) {
                    continue;
                }
                for (String value : one.values(facet)) {
                    examples.putIfAbsent(value, one);
                    counts.merge(value, 1, Integer::sum);
                }
            }
            List<PassageList.Value> values = new ArrayList<>();
            examples.forEach(
                    (value, example) -> {
                        Text label = example.label(facet, value);
                        values.add(
                                new PassageList.Value(
                                        value,
                                        label.message(),
                                        counts.getOrDefault(value, 0),
                                        label.text().isEmpty() ? null : label));
                    });
            if (facet != PassageFacet.CRITERION && facet != PassageFacet.SESSION) {
                values.sort(Comparator.comparing(PassageList.Value::label));
            }
            facets.put(facet, values);
        }
        return facets;
    }
}
