package org.colloquy.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts text into words by Unicode's rules; case and accents do not count. Each word is there as it
 * is and, at the same place, by its English stem, so that "negotiated" finds "negotiating" and an
 * exact match still scores higher. Words of other languages pass unchanged.
 */
final class WordAnalyzer extends Analyzer {
    /** A word as it is compared, and where it stands: [start, end) in UTF-16 units. */
    record Place(String word, int start, int end) {}

    private final boolean stems;

    private WordAnalyzer(boolean stems) {
        this.stems = stems;
    }

    /** As everything is indexed. */
    static WordAnalyzer withStems() {
        return new WordAnalyzer(true);
    }

    /** Each word as it is written and no more. */
    static WordAnalyzer plain() {
        return new WordAnalyzer(false);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer words = new StandardTokenizer();
        TokenStream stream = new EnglishPossessiveFilter(words);
        stream = new LowerCaseFilter(stream);
        stream = new ASCIIFoldingFilter(new AccentFilter(stream));
        if (stems) {
            stream = new KeywordRepeatFilter(stream);
            stream = new KStemFilter(stream);
            stream = new RemoveDuplicatesTokenFilter(stream);
        }
        return new TokenStreamComponents(words, stream);
    }

    @Override
    protected TokenStream normalize(String fieldName, TokenStream in) {
        return new ASCIIFoldingFilter(new AccentFilter(new LowerCaseFilter(in)));
    }

    /** The words of a text, in order. */
    List<Place> words(String text) {
        List<Place> places = new ArrayList<>();
        try (TokenStream stream = tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                places.add(new Place(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Text in memory could not be read", impossible);
        }
        return places;
    }
}
