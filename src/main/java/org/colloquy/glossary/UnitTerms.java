package org.colloquy.glossary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.criteria.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The words of a unit that an engine may not expect: acronyms, names, and long words. Everyday
 * words are left out, because an engine knows them, and a long list weakens each term of it.
 */
final class UnitTerms {
    /** Shorter lower-case words are everyday words, or too easily taken for others. */
    private static final int LONG = 9;

    private static final int MOST = 150;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’&/-]*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;•\\n]\\s*$");

    private final Map<String, String> terms = new LinkedHashMap<>();

    private UnitTerms() {}

    /** In the order of the unit, none twice. */
    static List<String> of(Unit unit) {
        UnitTerms terms = new UnitTerms();
        terms.add(unit.title());
        for (Unit.Outcome outcome : unit.outcomes()) {
            terms.add(outcome.text());
            outcome.criteria().forEach(criterion -> terms.add(criterion.text()));
        }
        return new ArrayList<>(terms.terms.values()).stream().limit(MOST).toList();
    }

    private void add(String text) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group().replaceAll("['’/-]+$|['’]s$", "");
            boolean begins =
                    words.start() == 0
                            || SENTENCE_END.matcher(text.substring(0, words.start())).find();
            String term = term(word, begins);
            if (term != null) {
                terms.putIfAbsent(term.toLowerCase(Locale.ROOT), term);
            }
        }
    }

    private static @Nullable String term(String word, boolean begins) {
        boolean acronym =
                word.length() >= 2 && word.codePoints().filter(Character::isUpperCase).count() >= 2;
        boolean name = !begins && word.length() >= 3 && Character.isUpperCase(word.codePointAt(0));
        if (acronym || name) {
            return word;
        }
        return word.length() >= LONG ? word.toLowerCase(Locale.ROOT) : null;
    }
}
