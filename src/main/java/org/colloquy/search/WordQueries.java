package org.colloquy.search;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person typed: all words must be there; "a phrase" in this order; a star after the
 * beginning of a word. Every other sign is a sign like any other, so nothing that is typed fails.
 */
final class WordQueries {
    /** Nobody types more; each costs a look through the index. */
    private static final int MOST_WORDS = 200;

    private static final Pattern TYPED_QUOTES = Pattern.compile("[“”„«»]");

    private final WordAnalyzer analyzer = WordAnalyzer.withStems();
    private final WordAnalyzer plain = WordAnalyzer.plain();

    /** The query; nothing is found by a text of signs alone. */
    Query parse(String text) {
        return parse(text, Map.of());
    }

    /**
     * The query in which some words may stand differently.
     *
     * @param others for a word as {@link WordAnalyzer#plain} gives it, those in its place, the best
     *     first
     */
    Query parse(String text, Map<String, List<String>> others) {
        String straight = TYPED_QUOTES.matcher(text).replaceAll("\"");
        if (plain.words(straight).size() > MOST_WORDS) {
            throw new Problem.TooLarge(
                    "Search for at most {mostWords} words at once.",
                    Map.of("mostWords", MOST_WORDS));
        }
        Parser parser = new Parser(analyzer, plain, others);
        Query query = parser.parse(straight);
        return query == null ? new MatchNoDocsQuery() : query;
    }

    WordAnalyzer analyzer() {
        return analyzer;
    }

    /** The words as they are compared, and where they stand. */
    List<WordAnalyzer.Place> words(String text) {
        return plain.words(text);
    }

    private static final class Parser extends SimpleQueryParser {
        private final WordAnalyzer plain;
        private final Map<String, List<String>> others;

        Parser(Analyzer analyzer, WordAnalyzer plain, Map<String, List<String>> others) {
            super(
                    analyzer,
                    Map.of(Fields.TEXT, 1f),
                    PHRASE_OPERATOR | PREFIX_OPERATOR | WHITESPACE_OPERATOR);
            this.plain = plain;
            this.others = others;
            setDefaultOperator(Occur.MUST);
        }

        @Override
        protected @Nullable Query newDefaultQuery(String text) {
            return all(plain.words(text).stream().map(WordAnalyzer.Place::word).toList(), null);
        }

        @Override
        protected @Nullable Query newPhraseQuery(String text, int slop) {
            List<String> words =
                    plain.words(text).stream()
                            .map(place -> others.getOrDefault(place.word(), List.of(place.word())))
                            .map(List::getFirst)
                            .toList();
            return createPhraseQuery(Fields.TEXT, String.join(" ", words), slop);
        }

        /** "face-to-f*": the words before the last whole, the last as a beginning. */
        @Override
        protected @Nullable Query newPrefixQuery(String text) {
            List<String> words = plain.words(text).stream().map(WordAnalyzer.Place::word).toList();
            return words.isEmpty()
                    ? null
                    : all(words.subList(0, words.size() - 1), words.getLast());
        }

        private @Nullable Query all(List<String> words, @Nullable String beginning) {
            Set<Query> clauses = new HashSet<>();
            for (String word : words) {
                clauses.add(one(word));
            }
            if (beginning != null) {
                clauses.add(new PrefixQuery(new Term(Fields.TEXT, beginning)));
            }
            if (clauses.size() <= 1) {
                return clauses.isEmpty() ? null : clauses.iterator().next();
            }
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            clauses.forEach(clause -> all.add(clause, Occur.MUST));
            return all.build();
        }

        private Query one(String word) {
            List<String> instead = others.get(word);
            if (instead == null) {
                Query query = createBooleanQuery(Fields.TEXT, word, Occur.MUST);
                return query == null ? new TermQuery(new Term(Fields.TEXT, word)) : query;
            }
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            for (int i = 0; i < instead.size(); i++) {
                any.add(
                        new BoostQuery(
                                new TermQuery(new Term(Fields.TEXT, instead.get(i))), 1f / (i + 1)),
                        Occur.SHOULD);
            }
            return any.build();
        }
    }
}
