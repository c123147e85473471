package org.colloquy.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Finds where in a text the words stand for which it was found. */
final class LitWords {
    /** The whole text is one passage; its matches are what is wanted. */
    private static final class Places extends PassageFormatter {
        @Override
        public List<Snippet.Span> format(Passage[] passages, String content) {
            List<Snippet.Span> spans = new ArrayList<>();
            for (Passage passage : passages) {
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    spans.add(
                            new Snippet.Span(
                                    passage.getMatchStarts()[i], passage.getMatchEnds()[i]));
                }
            }
            return spans;
        }
    }

    private final UnifiedHighlighter highlighter;
    private final Query query;

    LitWords(Query query, WordAnalyzer analyzer) {
        this.query = query;
        highlighter =
                UnifiedHighlighter.builderWithoutSearcher(analyzer)
                        .withBreakIterator(WholeBreakIterator::new)
                        .withMaxLength(Integer.MAX_VALUE - 1)
                        .withFormatter(new Places())
                        .build();
    }

    /** In order, none overlapping or touching another. */
    List<Snippet.Span> in(String text) throws IOException {
        List<Snippet.Span> spans = new ArrayList<>();
        Object found = highlighter.highlightWithoutSearcher(Fields.TEXT, query, text, 1);
        if (found instanceof List<?> list) {
            list.forEach(span -> spans.add((Snippet.Span) span));
        }
        spans.sort(Comparator.comparingInt(Snippet.Span::start));
        List<Snippet.Span> merged = new ArrayList<>();
        for (Snippet.Span span : spans) {
            if (!merged.isEmpty() && span.start() <= merged.getLast().end()) {
                Snippet.Span last = merged.removeLast();
                merged.add(new Snippet.Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
