package org.colloquy.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds what a misspelled word may have meant, among the words of those documents alone that the
 * viewer may see: one letter other, missing, too much or swapped from {@value #ONE_FROM} letters,
 * two from {@value #TWO_FROM}.
 */
final class Misspellings {
    private static final int ONE_FROM = 4;
    private static final int TWO_FROM = 8;
    private static final int MOST_LOOKED_AT = 200;
    private static final int MOST_KEPT = 5;

    private record Candidate(String word, float likeness, int count) {}

    private final IndexSearcher searcher;
    private final Query visible;

    Misspellings(IndexSearcher searcher, Query visible) {
        this.searcher = searcher;
        this.visible = visible;
    }

    /** For each of the words that nothing visible has: those like it that something has. */
    Map<String, List<String>> of(List<String> words) throws IOException {
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (String word : words) {
            if (!others.containsKey(word) && count(word) == 0) {
                List<String> like = like(word);
                if (!like.isEmpty()) {
                    others.put(word, like);
                }
            }
        }
        return others;
    }

    private List<String> like(String word) throws IOException {
        int letters = word.codePointCount(0, word.length());
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.TEXT);
        if (letters < ONE_FROM || terms == null) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        FuzzyTermsEnum near =
                new FuzzyTermsEnum(
                        terms, new Term(Fields.TEXT, word), letters < TWO_FROM ? 1 : 2, 0, true);
        int looked = 0;
        while (looked < MOST_LOOKED_AT && near.next() != null) {
            String candidate = near.term().utf8ToString();
            int count = count(candidate);
            looked++;
            if (count > 0) {
                candidates.add(new Candidate(candidate, near.getBoost(), count));
            }
        }
        return candidates.stream()
                .sorted(
                        Comparator.comparing(Candidate::likeness)
                                .thenComparing(Candidate::count)
                                .reversed()
                                .thenComparing(Candidate::word))
                .limit(MOST_KEPT)
                .map(Candidate::word)
                .toList();
    }

    private int count(String word) throws IOException {
        return searcher.count(
                new BooleanQuery.Builder()
                        .add(new TermQuery(new Term(Fields.TEXT, word)), Occur.FILTER)
                        .add(visible, Occur.FILTER)
                        .build());
    }
}
