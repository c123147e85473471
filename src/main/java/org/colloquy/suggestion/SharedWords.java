package org.colloquy.suggestion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The stems that a passage has in common with criteria, weighed by how rare they are (BM25). */
final class SharedWords implements AutoCloseable {
    private static final String TEXT = "text";
    private static final String OUTCOME = "outcome";
    private static final Analyzer ENGLISH = new EnglishAnalyzer();

    /** A query of an hour would be refused: a passage is far below that. */
    private static final int MOST_STEMS = 1_000;

    /** A word of the outcome says less than one of the criterion itself. */
    private static final float OUTCOME_WEIGHT = 0.4f;

    private final ByteBuffersDirectory folder = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final int criteria;

    SharedWords(List<Wording> wordings) {
        criteria = wordings.size();
        try (IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig(ENGLISH))) {
            for (Wording wording : wordings) {
                Document document = new Document();
                document.add(new TextField(TEXT, wording.text(), Field.Store.NO));
                document.add(new TextField(OUTCOME, wording.outcome(), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        try {
            reader = DirectoryReader.open(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The BM25 of each criterion for a passage; 0 where they share nothing. */
    double[] scores(String passage) {
        double[] scores = new double[criteria];
        Set<String> stems = new LinkedHashSet<>(stems(passage));
        if (stems.isEmpty() || criteria == 0) {
            return scores;
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        stems.stream()
                .limit(MOST_STEMS / 2)
                .forEach(
                        stem -> {
                            query.add(
                                    new TermQuery(new Term(TEXT, stem)),
                                    BooleanClause.Occur.SHOULD);
                            query.add(
                                    new BoostQuery(
                                            new TermQuery(new Term(OUTCOME, stem)), OUTCOME_WEIGHT),
                                    BooleanClause.Occur.SHOULD);
                        });
        try {
            for (ScoreDoc hit :
                    new IndexSearcher(reader).search(query.build(), criteria).scoreDocs) {
                scores[hit.doc] = hit.score;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return scores;
    }

    /** The stems of a text, without words that say nothing. */
    static List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        try (TokenStream tokens = ENGLISH.tokenStream(TEXT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.add(term.toString());
            }
            tokens.end();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return stems;
    }

    @Override
    public void close() {
        try {
            reader.close();
            folder.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
