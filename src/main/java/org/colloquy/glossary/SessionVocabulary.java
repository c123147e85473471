package org.colloquy.glossary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What guides recognition in one session.
 *
 * @param unit words of its unit that are more than everyday words
 * @param names of the people who are there
 * @param glossary the centre's
 */
public record SessionVocabulary(List<String> unit, List<String> names, List<String> glossary) {
    public SessionVocabulary {
        unit = List.copyOf(unit);
        names = List.copyOf(names);
        glossary = List.copyOf(glossary);
    }

    /**
     * All of them, none twice, at most so many: what the centre wrote down comes first, then names,
     * then the unit's words.
     */
    public List<String> terms(int most, int longestTerm) {
        Map<String, String> terms = new LinkedHashMap<>();
        Stream.of(glossary, names, unit)
                .flatMap(List::stream)
                .filter(term -> term.length() <= longestTerm)
                .forEach(term -> terms.putIfAbsent(term.toLowerCase(Locale.ROOT), term));
        return terms.values().stream().limit(most).toList();
    }
}
