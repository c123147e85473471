package org.colloquy.speech.sentences;

import static org.colloquy.speech.sentences.EnglishWords.ASKING;
import static org.colloquy.speech.sentences.EnglishWords.ASKING_IS;
import static org.colloquy.speech.sentences.EnglishWords.AUXILIARIES;
import static org.colloquy.speech.sentences.EnglishWords.DETERMINERS;
import static org.colloquy.speech.sentences.EnglishWords.LEAD_INS;
import static org.colloquy.speech.sentences.EnglishWords.MEASURES;
import static org.colloquy.speech.sentences.EnglishWords.SUBJECTS;

import java.util.List;
import java.util.Set;

/**
 * Whether an English sentence asks: an auxiliary before its subject, at the beginning, after a word
 * that asks, or as a tag at the end. "Tell me how you did it" does not ask; "how did you do it"
 * does, wherever it stands, because what is only reported keeps the order of a statement.
 */
final class EnglishQuestions {
    /** With these, words like "the" begin an object: "do the list", "have a look". */
    private static final Set<String> ALSO_VERBS = Set.of("do", "have", "don't");

    /** The most words between "which" or "what" and the auxiliary: "what other signs did you". */
    private static final int LONGEST_NOUN = 4;

    private static final Set<String> NOT_BEFORE_TAG =
            Set.of(
                    "so", "nor", "neither", "as", "than", "what", "how", "who", "where", "when",
                    "why");

    private final List<String> words;

    private EnglishQuestions(List<String> words) {
        this.words = words;
    }

    static boolean asks(List<String> sentence) {
        return new EnglishQuestions(sentence).asks();
    }

    private boolean asks() {
        int first = 0;
        while (first < words.size() - 1 && LEAD_INS.contains(words.get(first))) {
            first++;
        }
        return opens(first) || asksLater(first) || hasTag();
    }

    private String word(int i) {
        return i < words.size() && i >= 0 ? words.get(i) : "";
    }

    private boolean opens(int i) {
        String word = word(i);
        if (AUXILIARIES.contains(word)) {
            return isInverted(i);
        }
        if (ASKING_IS.contains(word)) {
            return words.size() - i > 1 && !word(i + 1).equals("more");
        }
        if (!ASKING.contains(word)) {
            return false;
        }
        if (word(i + 1).equals("about") || word.equals("why") && word(i + 1).equals("not")) {
            return true;
        }
        if (AUXILIARIES.contains(word(i + 1))) {
            // "What is important is trust" states; "what is important to you" asks.
            return isInverted(i + 1) || !statesLater(i + 2);
        }
        if (word.equals("how") && MEASURES.contains(word(i + 1))
                || word.equals("which")
                || word.equals("what")
                || word.equals("whose")) {
            for (int k = i + 2; k <= i + 1 + LONGEST_NOUN && !SUBJECTS.contains(word(k - 1)); k++) {
                if (AUXILIARIES.contains(word(k))) {
                    return isInverted(k);
                }
            }
        }
        return word.equals("what") && word(i + 1).startsWith("happen") && !statesLater(i + 2);
    }

    private boolean statesLater(int from) {
        return words.subList(Math.min(from, words.size()), words.size()).stream()
                .anyMatch(Set.of("is", "was", "are", "were")::contains);
    }

    /** An auxiliary with its subject after it. */
    private boolean isInverted(int i) {
        String next = word(i + 1);
        if (next.equals("not")) {
            next = word(i + 2);
        }
        if (ALSO_VERBS.contains(word(i))) {
            return SUBJECTS.contains(next) && !next.equals("it") && !next.endsWith("thing")
                    || word(i).equals("do")
                            && Set.of("these", "those", "your").contains(next)
                            && words.size() > i + 3;
        }
        return SUBJECTS.contains(next) || DETERMINERS.contains(next);
    }

    /** A word that asks, an auxiliary and a person, in the middle: "last month what did you do". */
    private boolean asksLater(int first) {
        for (int i = first + 1; i + 2 < words.size(); i++) {
            boolean person = Set.of("you", "we", "they", "he", "she", "i").contains(word(i + 2));
            boolean asking =
                    Set.of("what", "how", "why", "where", "when", "who").contains(word(i))
                            || MEASURES.contains(word(i)) && word(i - 1).equals("how");
            if (asking && person && AUXILIARIES.contains(word(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** "isn't it", "did you" at the end; not "so did I", and not "the team did it". */
    private boolean hasTag() {
        int tag = words.size() - 2;
        if (tag < 2 || !AUXILIARIES.contains(word(tag)) || NOT_BEFORE_TAG.contains(word(tag - 1))) {
            return false;
        }
        return word(tag).endsWith("n't")
                ? SUBJECTS.contains(word(tag + 1))
                : Set.of("you", "he", "she", "we", "they").contains(word(tag + 1))
                        && !Set.of("i", "he", "she", "we", "they").contains(word(tag - 1));
    }
}
