package org.colloquy.transcript;

import java.util.List;
import java.util.Optional;
import org.colloquy.transcript.TurnChange.NewWord;
import org.jspecify.annotations.Nullable;

/**
 * The first and last word of a passage, carried over a correction. A passage keeps what its words
 * became; words put in strictly inside it belong to it, words put in at its edges do not. Where
 * nothing of its words is left in the turn, it shrinks to its words in the other turns.
 */
public record Anchors(int firstWord, int lastWord) {
    /**
     * The anchors after the change; unchanged where the change does not touch them, and where no
     * word is left in the whole transcript. Where nothing of the passage is left, it moves to the
     * nearest word there is.
     */
    public Anchors after(TurnChange change) {
        return left(change)
                .orElseGet(
                        () -> {
                            Integer nearest = nearest(change, indexOf(change.before(), firstWord));
                            return nearest == null ? this : new Anchors(nearest, nearest);
                        });
    }

    /**
     * The anchors of what the change leaves of the passage, unchanged where it does not touch them.
     *
     * @return empty where nothing is left
     */
    public Optional<Anchors> left(TurnChange change) {
        int first = indexOf(change.before(), firstWord);
        int last = indexOf(change.before(), lastWord);
        if (first < 0 && last < 0) {
            return Optional.of(this);
        }
        int from = Math.max(first, 0);
        boolean startsBefore = first < 0;
        boolean goesOn = last < 0;
        int to = goesOn ? change.before().size() - 1 : last;
        List<NewWord> inside =
                change.after().stream()
                        .filter(word -> isInside(word, from, to, startsBefore, goesOn))
                        .toList();
        if (!inside.isEmpty()) {
            return Optional.of(
                    new Anchors(
                            startsBefore ? firstWord : inside.getFirst().word().id(),
                            goesOn ? lastWord : inside.getLast().word().id()));
        }
        if (goesOn) {
            return Optional.of(new Anchors(or(change.wordAfter(), firstWord), lastWord));
        }
        if (startsBefore) {
            return Optional.of(new Anchors(firstWord, or(change.wordBefore(), lastWord)));
        }
        return Optional.empty();
    }

    private static boolean isInside(
            NewWord word, int from, int to, boolean startsBefore, boolean goesOn) {
        boolean putIn = word.from() == word.to();
        boolean afterStart = startsBefore || (putIn ? word.from() > from : word.to() > from);
        boolean beforeEnd = goesOn || word.from() <= to;
        return afterStart && beforeEnd;
    }

    /** Nothing of the passage is left: the word after it in the turn, before it, or outside. */
    private static @Nullable Integer nearest(TurnChange change, int from) {
        for (NewWord word : change.after()) {
            if (word.from() >= from) {
                return word.word().id();
            }
        }
        if (!change.after().isEmpty()) {
            return change.after().getLast().word().id();
        }
        return change.wordAfter() == null ? change.wordBefore() : change.wordAfter();
    }

    private static int or(@Nullable Integer word, int otherwise) {
        return word == null ? otherwise : word;
    }

    private static int indexOf(List<Word> words, int id) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }
}
