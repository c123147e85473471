package org.colloquy.search;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.colloquy.assessment.Access;
import org.colloquy.database.Database;
import org.colloquy.people.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was said, tagged, noted and planned. What the viewer may not see is not in what is
 * searched: it changes no hit, count, facet or suggestion.
 */
public final class Searches {
    /**
     * What was said and tagged comes before what was planned and published, which often has the
     * same words: more than a word's own score (BM25) is worth.
     */
    private static final Query EVIDENCE_FIRST =
            new BoostQuery(
                    new ConstantScoreQuery(
                            new TermInSetQuery(
                                    Fields.KIND,
                                    List.of(
                                            new BytesRef(Kind.TRANSCRIPT.toString()),
                                            new BytesRef(Kind.TAG.toString())))),
                    20);

    private final Indexer indexer;
    private final Visible visible;
    private final Clock clock;
    private final HitReader hits;
    private final FacetCounts facets;
    private final WordQueries words = new WordQueries();

    /** One way to read what was typed, and what was found by it. */
    private record Found(Query words, TopFieldDocs documents, @Nullable Facets facets) {
        int total() {
            return Math.toIntExact(documents.totalHits.value());
        }
    }

    public Searches(Database database, Access access, Indexer indexer, Clock clock) {
        this.indexer = indexer;
        this.visible = new Visible(database, access);
        this.clock = clock;
        LabelStore labels = new LabelStore(database);
        this.hits = new HitReader(labels);
        this.facets = new FacetCounts(labels);
    }

    /**
     * Looks for it. Where nothing has the words as they are, the last may be only begun, and then
     * words may be misspelled.
     */
    public SearchResult search(Viewer viewer, SearchQuery query) {
        long started = clock.millis();
        Query filter = visible.to(viewer);
        IndexView view = indexer.view();
        return view.read(searcher -> search(view, searcher, query, filter, started));
    }

    private SearchResult search(
            IndexView view, IndexSearcher searcher, SearchQuery query, Query filter, long started)
            throws IOException {
        String text = query.text();
        if (text.replace('*', ' ').isBlank()) {
            Found all = find(view, searcher, query, filter, MatchAllDocsQuery.INSTANCE);
            return result(searcher, query, all, null, started);
        }
        Found found = find(view, searcher, query, filter, words.parse(text));
        if (found.total() == 0 && endsInWord(text)) {
            found = find(view, searcher, query, filter, words.parse(text + "*"));
        }
        if (found.total() > 0) {
            return result(searcher, query, found, null, started);
        }
        List<WordAnalyzer.Place> places = words.words(text);
        Map<String, List<String>> others =
                new Misspellings(searcher, filter)
                        .of(places.stream().map(WordAnalyzer.Place::word).toList());
        if (others.isEmpty()) {
            return result(searcher, query, found, null, started);
        }
        Found near = find(view, searcher, query, filter, words.parse(text, others));
        String suggestion = corrected(text, places, others);
        boolean finds = find(view, searcher, query, filter, words.parse(suggestion)).total() > 0;
        return result(searcher, query, near, finds ? suggestion : null, started);
    }

    private static boolean endsInWord(String text) {
        return Character.isLetterOrDigit(text.codePointBefore(text.length()))
                && text.chars().noneMatch(sign -> sign == '"' || sign == '“' || sign == '”');
    }

    private static String corrected(
            String text, List<WordAnalyzer.Place> places, Map<String, List<String>> others) {
        StringBuilder corrected = new StringBuilder(text);
        for (WordAnalyzer.Place place : places.reversed()) {
            List<String> instead = others.get(place.word());
            if (instead != null) {
                corrected.replace(place.start(), place.end(), instead.getFirst());
            }
        }
        return corrected.toString();
    }

    private Found find(
            IndexView view,
            IndexSearcher searcher,
            SearchQuery query,
            Query filter,
            Query wordsQuery)
            throws IOException {
        BooleanQuery.Builder base =
                new BooleanQuery.Builder()
                        .add(wordsQuery, Occur.MUST)
                        .add(filter, Occur.FILTER)
                        .add(EVIDENCE_FIRST, Occur.SHOULD);
        if (query.from() != null || query.to() != null) {
            base.add(
                    LongField.newRangeQuery(
                            Fields.DAY,
                            day(query.from(), Long.MIN_VALUE),
                            day(query.to(), Long.MAX_VALUE)),
                    Occur.FILTER);
        }
        DrillDownQuery narrowed = new DrillDownQuery(Documents.FACETS, base.build());
        query.chosen().forEach((name, value) -> narrowed.add(name.toString(), value));
        TopFieldCollectorManager best =
                new TopFieldCollectorManager(
                        order(wordsQuery), query.page() * SearchQuery.PAGE_SIZE, Integer.MAX_VALUE);
        SortedSetDocValuesReaderState state = view.facets(searcher);
        if (state == null) {
            return new Found(wordsQuery, searcher.search(narrowed, best), null);
        }
        DrillSideways.ConcurrentDrillSidewaysResult<TopFieldDocs> result =
                new DrillSideways(searcher, Documents.FACETS, state).search(narrowed, best);
        return new Found(wordsQuery, result.collectorResult, result.facets);
    }

    /**
     * The best first, of equals the newest; without words the newest, each session in its order.
     */
    private static Sort order(Query wordsQuery) {
        SortField newest = LongField.newSortField(Fields.DAY, true, SortedNumericSelector.Type.MIN);
        newest.setMissingValue(Long.MIN_VALUE);
        return wordsQuery instanceof MatchAllDocsQuery
                ? new Sort(newest, SortField.FIELD_DOC)
                : new Sort(SortField.FIELD_SCORE, newest, SortField.FIELD_DOC);
    }

    private static long day(@Nullable LocalDate date, long otherwise) {
        return date == null ? otherwise : date.toEpochDay();
    }

    private SearchResult result(
            IndexSearcher searcher,
            SearchQuery query,
            Found found,
            @Nullable String suggestion,
            long started)
            throws IOException {
        int size = SearchQuery.PAGE_SIZE;
        return new SearchResult(
                query.text(),
                found.total(),
                query.page(),
                (found.total() + size - 1) / size,
                hits.read(
                        searcher,
                        Arrays.stream(found.documents().scoreDocs)
                                .skip((query.page() - 1L) * size)
                                .toList(),
                        new LitWords(found.words(), words.analyzer())),
                facets.of(found.facets()),
                suggestion,
                clock.millis() - started);
    }
}
