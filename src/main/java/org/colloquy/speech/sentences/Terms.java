package org.colloquy.speech.sentences;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names and terms of a vocabulary, looked for among words: the longest that begins at a word has
 * it. An acronym is also found where it was heard letter by letter. Terms in small letters change
 * nothing, nor does a name by itself that is also an everyday word.
 */
final class Terms {
    /** A possessive belongs to no term: "Amina's". */
    private static final String POSSESSIVE = "'s";

    /** English names that are said more often as other words: "will", "mark my work". */
    private static final Set<String> EVERYDAY =
            Set.of(
                    "will", "mark", "may", "grace", "rose", "hope", "faith", "joy", "bill", "rob",
                    "jack", "frank", "grant", "guy", "sue", "pat", "dawn", "drew", "chase", "art",
                    "dean", "cook", "baker", "brown", "green", "white", "black", "long", "short",
                    "young", "day", "page", "case", "price", "read", "wood", "hill", "field",
                    "best", "good", "wise", "law", "carter", "potter", "king", "gray", "grey");

    /** First word in small letters to the terms that begin with it, each as its words. */
    private final Map<String, List<List<String>>> terms = new HashMap<>();

    private Terms() {}

    static Terms of(List<String> vocabulary) {
        Terms all = new Terms();
        for (String term : vocabulary) {
            boolean name = term.codePoints().anyMatch(Character::isUpperCase);
            if (name && !EVERYDAY.contains(Capitals.lower(term))) {
                all.add(List.of(term.strip().split("[\\s]+")));
                if (term.matches("\\p{Lu}{2,6}")) {
                    all.add(term.codePoints().mapToObj(Character::toString).toList());
                }
            }
        }
        all.terms.values().forEach(same -> same.sort((a, b) -> b.size() - a.size()));
        return all;
    }

    private void add(List<String> words) {
        terms.computeIfAbsent(Capitals.lower(words.getFirst()), first -> new ArrayList<>())
                .add(words);
    }

    /** The words, those of terms as the vocabulary writes them. */
    List<String> written(List<String> words) {
        List<String> written = new ArrayList<>(words);
        int i = 0;
        while (i < words.size()) {
            i += Math.max(1, write(written, i));
        }
        return written;
    }

    /** How many words the term has that begins there. */
    private int write(List<String> words, int at) {
        for (List<String> term : terms.getOrDefault(bare(words.get(at)), List.of())) {
            if (isAt(words, at, term)) {
                for (int k = 0; k < term.size(); k++) {
                    String heard = words.get(at + k);
                    boolean possessive = isPossessive(heard) && !isPossessive(term.get(k));
                    words.set(at + k, term.get(k) + (possessive ? POSSESSIVE : ""));
                }
                return term.size();
            }
        }
        return 0;
    }

    private static boolean isAt(List<String> words, int at, List<String> term) {
        if (at + term.size() > words.size()) {
            return false;
        }
        for (int k = 0; k < term.size(); k++) {
            if (!bare(words.get(at + k)).equals(bare(term.get(k)))) {
                return false;
            }
        }
        return true;
    }

    private static String bare(String word) {
        String lower = Capitals.lower(word);
        return isPossessive(lower)
                ? lower.substring(0, lower.length() - POSSESSIVE.length())
                : lower;
    }

    private static boolean isPossessive(String word) {
        return word.length() > POSSESSIVE.length() && Capitals.lower(word).endsWith(POSSESSIVE);
    }
}
