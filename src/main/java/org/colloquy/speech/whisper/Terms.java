package org.colloquy.speech.whisper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names and terms of a session, by the id that each begins with. */
final class Terms {
    static final Terms NONE = new Terms();

    /**
     * What Whisper writes with one id it knows well. The more ids a term needs, the rarer it was
     * where Whisper learned, and the more is it worth to know that it belongs to this session.
     */
    private static final double BONUS = 2;

    private static final double BONUS_FOR_EACH_MORE = 1.5;
    private static final double MOST_BONUS = 7;

    private final Map<Integer, List<Term>> byFirst = new HashMap<>();
    private final Map<String, Set<String>> bySound = new HashMap<>();

    private Terms() {}

    Terms(List<String> terms, Tokenizer tokenizer) {
        for (String term : terms) {
            bySound.computeIfAbsent(Resemblance.key(term), unused -> new HashSet<>())
                    .add(term.toLowerCase(Locale.ROOT));
        }
        for (String term : terms) {
            add(term, tokenizer);
        }
    }

    private void add(String text, Tokenizer tokenizer) {
        int[] ids = tokenizer.ids(" " + text);
        String key = Resemblance.key(text);
        if (ids.length < 2 || key.isEmpty()) {
            return;
        }
        double bonus = Math.min(MOST_BONUS, BONUS + BONUS_FOR_EACH_MORE * (ids.length - 1));
        boolean twin = bySound.getOrDefault(key, Set.of()).size() > 1;
        add(new Term(" " + text, ids, key, bonus, false, twin));
        int first = text.codePointAt(0);
        if (Character.isLowerCase(first)) {
            int length = Character.charCount(first);
            String capital = text.substring(0, length).toUpperCase(Locale.ROOT);
            String withCapital = " " + capital + text.substring(length);
            int[] capitalIds = tokenizer.ids(withCapital);
            if (capitalIds.length > 1) {
                add(new Term(withCapital, capitalIds, key, bonus, true, twin));
            }
        }
    }

    private void add(Term term) {
        byFirst.computeIfAbsent(term.ids()[0], unused -> new ArrayList<>()).add(term);
    }

    boolean isEmpty() {
        return byFirst.isEmpty();
    }

    Set<Integer> firstIds() {
        return byFirst.keySet();
    }

    List<Term> begunWith(int id) {
        return byFirst.getOrDefault(id, List.of());
    }
}
