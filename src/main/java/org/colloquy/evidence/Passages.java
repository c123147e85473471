package org.colloquy.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.common.Problem;
import org.colloquy.transcript.Anchors;
import org.colloquy.transcript.Word;

/** A transcript's words in reading order, out of which passages are taken. */
final class Passages {
    /** The most words of one passage: half an hour of speech. */
    static final int MOST_WORDS = 5_000;

    private final List<Word> words;
    private final Map<Integer, Integer> places;

    Passages(List<Word> words) {
        this.words = words;
        this.places = HashMap.newHashMap(words.size());
        for (int i = 0; i < words.size(); i++) {
            places.put(words.get(i).id(), i);
        }
    }

    /** Which word in reading order it is, from 0. */
    OptionalInt place(int word) {
        Integer place = places.get(word);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    private int requirePlace(int word) {
        Integer place = places.get(word);
        if (place == null) {
            throw new Problem.BadInput(
                    "Word {word} is not in this transcript, or not any more: load the "
                            + "page again.",
                    Map.of("word", Integer.toString(word)));
        }
        return place;
    }

    /**
     * The passage from one word to another, as a person asked for it.
     *
     * @throws Problem.BadInput where a word is not there or the last is before the first
     * @throws Problem.TooLarge where it is longer than {@link #MOST_WORDS}
     */
    Passage chosen(int firstWord, int lastWord) {
        int first = requirePlace(firstWord);
        int last = requirePlace(lastWord);
        if (last < first) {
            throw new Problem.BadInput("That passage ends before it begins.");
        }
        if (last - first >= MOST_WORDS) {
            throw new Problem.TooLarge(
                    "A passage can have at most {most} words: choose the part that "
                            + "is the evidence.",
                    Map.of("most", MOST_WORDS));
        }
        return between(firstWord, lastWord);
    }

    /** The passage between two words, where both are there. */
    Optional<Passage> find(int firstWord, int lastWord) {
        return words(firstWord, lastWord).isEmpty()
                ? Optional.empty()
                : Optional.of(between(firstWord, lastWord));
    }

    /** Active where the tag's words read as its quote does; for review where they do not. */
    Tag.State stateOf(Tag tag) {
        return find(tag.firstWord(), tag.lastWord())
                        .filter(passage -> passage.text().equals(tag.quote()))
                        .isPresent()
                ? Tag.State.ACTIVE
                : Tag.State.REVIEW;
    }

    /** Whether a word of the passage is one of these. */
    boolean holdsAny(Anchors anchors, Set<Integer> wordIds) {
        Integer first = places.get(anchors.firstWord());
        Integer last = places.get(anchors.lastWord());
        return first != null
                && last != null
                && words.subList(first, last + 1).stream()
                        .anyMatch(word -> wordIds.contains(word.id()));
    }

    /** The words from one to another; none where either is gone. */
    List<Word> words(int firstWord, int lastWord) {
        Integer first = places.get(firstWord);
        Integer last = places.get(lastWord);
        return first == null || last == null || last < first
                ? List.of()
                : words.subList(first, last + 1);
    }

    /** As people read it, with single spaces. */
    static String text(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    private Passage between(int firstWord, int lastWord) {
        List<Word> passage = words.subList(requirePlace(firstWord), requirePlace(lastWord) + 1);
        return new Passage(
                firstWord,
                lastWord,
                passage.getFirst().startMillis(),
                passage.getLast().endMillis(),
                text(passage));
    }
}
