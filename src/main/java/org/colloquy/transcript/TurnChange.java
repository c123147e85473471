package org.colloquy.transcript;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a correction did to a turn's words, for those who hold word ids.
 *
 * @param before the words as they were
 * @param after the words as they are
 * @param wordBefore the nearest word before the turn, null where there is none
 * @param wordAfter the nearest word after the turn, null where there is none
 */
public record TurnChange(
        String transcriptId,
        String recordingId,
        List<Word> before,
        List<NewWord> after,
        @Nullable Integer wordBefore,
        @Nullable Integer wordAfter) {

    /**
     * A word and which of the old ones it came from.
     *
     * @param from first place in the old list
     * @param to place after the last one; the same as {@code from} where the word was put in there
     */
    public record NewWord(Word word, int from, int to) {}

    /** Is told of changes inside the same transaction, before anybody else can see it. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Changes of one transcript, made one after the other.
         *
         * @param holds what is to be as it was, where it is still as the change left it: a change
         *     is taken back or done again
         */
        Outcome turnsChanged(List<TurnChange> changes, List<Hold> holds);

        /** Both are told, this one first; no id of theirs is the same. */
        default Listener and(Listener next) {
            return (changes, holds) ->
                    turnsChanged(changes, holds).and(next.turnsChanged(changes, holds));
        }
    }

    /**
     * What a change did to something that holds words, in that one's own form.
     *
     * @param before as it was
     * @param after as it is
     */
    public record Hold(String id, String before, String after) {
        Hold back() {
            return new Hold(id, after, before);
        }

        /** How it is to be, where it is as it was before: nobody touched it since. */
        public Optional<String> from(String now) {
            return now.equals(before) ? Optional.of(after) : Optional.empty();
        }

        public static Map<String, Hold> byId(List<Hold> holds) {
            Map<String, Hold> byId = new HashMap<>();
            holds.forEach(hold -> byId.put(hold.id(), hold));
            return byId;
        }
    }

    /**
     * @param toReview ids of the tags whose words were touched and that now wait for review
     * @param holds of all that hold words and are other than before
     */
    public record Outcome(List<String> toReview, List<Hold> holds) {
        public static final Outcome NOTHING = new Outcome(List.of(), List.of());

        public Outcome {
            toReview = List.copyOf(toReview);
            holds = List.copyOf(holds);
        }

        private Outcome and(Outcome next) {
            return new Outcome(
                    Stream.concat(toReview.stream(), next.toReview.stream()).toList(),
                    Stream.concat(holds.stream(), next.holds.stream()).toList());
        }
    }

    public TurnChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
