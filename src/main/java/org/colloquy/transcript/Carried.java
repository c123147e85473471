package org.colloquy.transcript;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A later hearing with all that people did carried over to it: what would stand if it is accepted,
 * and how that differs from what stands now.
 *
 * @param before the words as they read now
 * @param turns those of the proposed transcript
 * @param nextWord the first word id that it does not use
 * @param corrections how many passages that people corrected were kept
 * @param changes in reading order
 * @param wordsSame how many words are in both, at the same place and reading the same
 */
public record Carried(
        List<Word> before,
        List<Turn> turns,
        List<Speaker> speakers,
        int nextWord,
        int corrections,
        List<ProposedChange> changes,
        int wordsSame,
        Places places) {

    /** Is told of an accepted proposal inside the same transaction. */
    @FunctionalInterface
    public interface Listener {
        void accepted(String oldTranscriptId, String newTranscriptId, Carried carried);
    }

    /** Where each old word is now: two places where it is gone. */
    record Places(Map<Integer, Integer> asFirst, Map<Integer, Integer> asLast) {}

    public Carried {
        before = List.copyOf(before);
        turns = List.copyOf(turns);
        speakers = List.copyOf(speakers);
        changes = List.copyOf(changes);
    }

    static Carried of(
            Carrying.Present present,
            List<Turn> turns,
            List<Speaker> speakers,
            int nextWord,
            int corrections) {
        Comparison comparison = Comparison.of(present.turns(), turns, speakers);
        return new Carried(
                present.turns().stream().flatMap(turn -> turn.words().stream()).toList(),
                turns,
                speakers,
                nextWord,
                corrections,
                comparison.changes(),
                comparison.same(),
                comparison.places());
    }

    /** The words of the proposed transcript in reading order. */
    public List<Word> words() {
        return turns.stream().flatMap(turn -> turn.words().stream()).toList();
    }

    /** How many speakers have a name that people gave, and how many turns a speaker they set. */
    public int speakersKept() {
        long named = speakers.stream().filter(Speaker::hasName).count();
        return Math.toIntExact(named + turns.stream().filter(Turn::speakerSet).count());
    }

    /**
     * The words that a passage of the old transcript goes to: those that stand for its first and
     * last word, or came in their place; the nearest word where nothing of it is left.
     *
     * @return empty where the proposed transcript has no word, or the old one had not those
     */
    public Optional<Anchors> anchors(int firstWord, int lastWord) {
        return stretch(firstWord, lastWord)
                .map(
                        stretch -> {
                            if (stretch.isThere()) {
                                return stretch.anchors();
                            }
                            int nearest = nearer(firstWord, stretch.first(), stretch.last());
                            return new Anchors(nearest, nearest);
                        });
    }

    /**
     * As {@link #anchors}, of what is left of the passage.
     *
     * @return empty also where nothing of it is left
     */
    public Optional<Anchors> left(Anchors passage) {
        return stretch(passage.firstWord(), passage.lastWord())
                .filter(Stretch::isThere)
                .map(Stretch::anchors);
    }

    /** The words that came in place of two; the first after the last where nothing is between. */
    private record Stretch(Word first, Word last, boolean isThere) {
        Anchors anchors() {
            return new Anchors(first.id(), last.id());
        }
    }

    private Optional<Stretch> stretch(int firstWord, int lastWord) {
        Integer first = places.asFirst().get(firstWord);
        Integer last = places.asLast().get(lastWord);
        if (first == null || last == null) {
            return Optional.empty();
        }
        Map<Integer, Integer> order = new HashMap<>();
        List<Word> words = words();
        for (int i = 0; i < words.size(); i++) {
            order.put(words.get(i).id(), i);
        }
        int from = Objects.requireNonNull(order.get(first));
        int to = Objects.requireNonNull(order.get(last));
        return Optional.of(new Stretch(words.get(from), words.get(to), from <= to));
    }

    private int nearer(int oldWord, Word after, Word before) {
        long start =
                this.before.stream()
                        .filter(word -> word.id() == oldWord)
                        .mapToLong(Word::startMillis)
                        .findFirst()
                        .orElse(0);
        return start - before.endMillis() <= after.startMillis() - start ? before.id() : after.id();
    }
}
