package org.colloquy.search;

import java.io.IOException;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the accents of Latin, Greek and Cyrillic letters away, however they are written: as one
 * sign or as a letter and a mark. Vowel signs of other scripts stay, for they make other words.
 */
final class AccentFilter extends TokenFilter {
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]+");
    private static final int FIRST_ACCENTED = 0x80;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    AccentFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (term.chars().anyMatch(sign -> sign >= FIRST_ACCENTED)) {
            String apart = Normalizer.normalize(term, Normalizer.Form.NFD);
            String bare = MARKS.matcher(apart).replaceAll("");
            term.setEmpty().append(Normalizer.normalize(bare, Normalizer.Form.NFC));
        }
        return true;
    }
}
