package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The machine's words cut into turns, none of them empty. A turn ends where the speaker changes; at
 * a pause of {@value #PAUSE_MILLIS} ms after the end of a sentence; at a pause of {@value
 * #LONG_PAUSE_MILLIS} ms anywhere, because some engines write no punctuation; once it is {@value
 * #LONG_MILLIS} ms long, at the next end of a sentence or short pause; and in the end anywhere.
 */
final class TurnBuilder {
    private static final long PAUSE_MILLIS = 1_500;
    private static final long LONG_PAUSE_MILLIS = 3_000;
    private static final long LONG_MILLIS = 60_000;
    private static final long SHORT_PAUSE_MILLIS = 400;
    private static final long LONGEST_MILLIS = 90_000;
    private static final int MOST_WORDS = WordText.MOST_WORDS / 4;
    private static final String SENTENCE_ENDS = ".?!…。？！؟।";
    private static final String CLOSING_MARKS = "\"'”’»)]";

    /** A word and who said it. */
    record Spoken(Word word, @Nullable Integer speaker) {}

    private TurnBuilder() {}

    /** The turns, numbered from 1; all words, in the order given. */
    static List<Turn> build(List<Spoken> words) {
        List<Turn> turns = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= words.size(); next++) {
            if (next == words.size() || endsBefore(words, first, next)) {
                List<Word> turn = words.subList(first, next).stream().map(Spoken::word).toList();
                turns.add(Turn.of(turns.size() + 1, words.get(first).speaker(), turn, false));
                first = next;
            }
        }
        return turns;
    }

    /** Whether a turn that begins at {@code first} ends before the word at {@code next}. */
    static boolean endsBefore(List<Spoken> words, int first, int next) {
        if (!Objects.equals(words.get(first).speaker(), words.get(next).speaker())) {
            return true;
        }
        Word last = words.get(next - 1).word();
        long pause = words.get(next).word().startMillis() - last.endMillis();
        long length = last.endMillis() - words.get(first).word().startMillis();
        boolean sentenceEnds = endsSentence(last.text());
        return pause >= LONG_PAUSE_MILLIS
                || pause >= PAUSE_MILLIS && sentenceEnds
                || length >= LONG_MILLIS && (sentenceEnds || pause >= SHORT_PAUSE_MILLIS)
                || length >= LONGEST_MILLIS
                || next - first >= MOST_WORDS;
    }

    private static boolean endsSentence(String word) {
        int end = word.length();
        while (end > 1 && CLOSING_MARKS.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return SENTENCE_ENDS.indexOf(word.charAt(end - 1)) >= 0;
    }
}
