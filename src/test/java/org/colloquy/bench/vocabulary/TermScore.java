package org.colloquy.bench.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How well terms were heard, and at what price to the words around them.
 *
 * @param terms that were said
 * @param found of them, written with these very letters (capitals and signs aside)
 * @param others words said that belong to no term
 * @param errors among those: wrong, missing or put in
 * @param invented terms of the whole list that were written more often than they were said
 */
record TermScore(int terms, int found, int others, int errors, int invented) {
    static final TermScore NOTHING = new TermScore(0, 0, 0, 0, 0);

    private static final Pattern TERM = Pattern.compile("\\[([^|\\]]*)(?:\\|[^\\]]*)?]");
    private static final Map<String, String> NUMBERS =
            Map.ofEntries(
                    Map.entry("one", "1"),
                    Map.entry("two", "2"),
                    Map.entry("three", "3"),
                    Map.entry("four", "4"),
                    Map.entry("five", "5"),
                    Map.entry("six", "6"),
                    Map.entry("seven", "7"),
                    Map.entry("eight", "8"),
                    Map.entry("nine", "9"),
                    Map.entry("ten", "10"));

    TermScore plus(TermScore other) {
        return new TermScore(
                terms + other.terms,
                found + other.found,
                others + other.others,
                errors + other.errors,
                invented + other.invented);
    }

    double recall() {
        return found / (double) terms;
    }

    double errorRate() {
        return errors / (double) others;
    }

    /**
     * @param sentence with its terms in brackets: {@code [as written|as spoken]}
     * @param heard what an engine wrote
     * @param list every term that it knew of
     */
    static TermScore of(String sentence, String heard, List<String> list) {
        List<String> said = new ArrayList<>();
        List<Boolean> inTerm = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        Matcher brackets = TERM.matcher(sentence);
        int end = 0;
        while (brackets.find()) {
            add(sentence.substring(end, brackets.start()), false, said, inTerm);
            add(brackets.group(1), true, said, inTerm);
            terms.add(brackets.group(1));
            end = brackets.end();
        }
        add(sentence.substring(end), false, said, inTerm);
        List<String> written = words(heard);
        int found = 0;
        for (String term : terms) {
            found += Math.min(1, times(words(term), written));
        }
        int others = (int) inTerm.stream().filter(in -> !in).count();
        int invented = 0;
        for (String term : list) {
            List<String> words = words(term);
            invented += Math.max(0, times(words, written) - times(words, said));
        }
        return new TermScore(terms.size(), found, others, errors(said, inTerm, written), invented);
    }

    private static void add(String text, boolean isTerm, List<String> said, List<Boolean> inTerm) {
        for (String word : words(text)) {
            said.add(word);
            inTerm.add(isTerm);
        }
    }

    /** Small letters, no signs, small numbers as digits. */
    static List<String> words(String text) {
        return Arrays.stream(
                        text.toLowerCase(Locale.ROOT)
                                .replaceAll("['’.]", "")
                                .split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> NUMBERS.getOrDefault(word, word))
                .toList();
    }

    /** How often these words stand together in others. */
    static int times(List<String> words, List<String> in) {
        int times = 0;
        for (int i = 0; i + words.size() <= in.size(); i++) {
            if (in.subList(i, i + words.size()).equals(words)) {
                times++;
            }
        }
        return times;
    }

    /** Least edits, of which those at a term that was not understood do not count. */
    private static int errors(List<String> said, List<Boolean> inTerm, List<String> written) {
        int[][] cost = new int[said.size() + 1][written.size() + 1];
        for (int i = 0; i <= said.size(); i++) {
            for (int k = 0; k <= written.size(); k++) {
                if (i == 0 || k == 0) {
                    cost[i][k] = i + k;
                } else {
                    int same = said.get(i - 1).equals(written.get(k - 1)) ? 0 : 1;
                    cost[i][k] =
                            Math.min(
                                    cost[i - 1][k - 1] + same,
                                    1 + Math.min(cost[i - 1][k], cost[i][k - 1]));
                }
            }
        }
        boolean[] wrong = new boolean[said.size()];
        List<Integer> put = new ArrayList<>();
        int i = said.size();
        int k = written.size();
        while (i > 0 || k > 0) {
            if (i > 0 && k > 0) {
                int same = said.get(i - 1).equals(written.get(k - 1)) ? 0 : 1;
                if (cost[i][k] == cost[i - 1][k - 1] + same) {
                    i--;
                    k--;
                    wrong[i] = same == 1;
                    continue;
                }
            }
            if (i > 0 && cost[i][k] == cost[i - 1][k] + 1) {
                i--;
                wrong[i] = true;
            } else {
                k--;
                put.add(i);
            }
        }
        int errors = 0;
        for (int word = 0; word < wrong.length; word++) {
            errors += wrong[word] && !inTerm.get(word) ? 1 : 0;
        }
        for (int place : put) {
            boolean atTerm =
                    place > 0 && inTerm.get(place - 1) && wrong[place - 1]
                            || place < wrong.length && inTerm.get(place) && wrong[place];
            errors += atTerm ? 0 : 1;
        }
        return errors;
    }
}
