package org.colloquy.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.colloquy.transcript.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Which turn a person means who marks a criterion while people talk.
 *
 * <ol>
 *   <li>Evidence is what the learner says, and one marks it while it is said or just afterwards,
 *       often when the next question is being asked already: so the learner's turn that is going on
 *       then, else their last one that ended at most 15 s before. Fifteen seconds are enough to
 *       understand, decide and find the key; what ended before that was answered by something else.
 *   <li>Where nobody knows who the learner is, or the learner said nothing for so long: the turn
 *       that is going on, else the last one before. In a pause, or after the last word, that is
 *       what was said last, however long ago: nothing else was said since.
 *   <li>Before the first word nothing was said that could be meant; one may have pressed the key as
 *       it began, so it is the first turn, where that begins within 15 s.
 * </ol>
 *
 * <p>It is the whole turn: where in it the evidence is cannot be told from a key, and the assessor
 * can narrow the tag. Of two turns that go on at once (two microphones) it is the one begun later.
 */
final class SaidThen {
    static final long REACH_MILLIS = 15_000;

    private final List<Turn> turns;
    private final @Nullable Integer learner;

    /**
     * @param learner the speaker who is the learner; null: not known
     */
    SaidThen(List<Turn> turns, @Nullable Integer learner) {
        this.turns = turns.stream().filter(turn -> !turn.words().isEmpty()).toList();
        this.learner = learner;
    }

    /** Empty where nothing can be meant. */
    Optional<Turn> at(long millis) {
        return latest(turn -> isLearners(turn) && turn.endMillis() >= millis - REACH_MILLIS, millis)
                .or(() -> latest(turn -> true, millis))
                .or(() -> first(this::isLearners, millis))
                .or(() -> first(turn -> true, millis));
    }

    private boolean isLearners(Turn turn) {
        return learner != null && learner.equals(turn.speaker());
    }

    /** The one going on, else the one that ended last, of those that began by then. */
    private Optional<Turn> latest(Predicate<Turn> wanted, long millis) {
        return begun(wanted, millis)
                .filter(turn -> turn.endMillis() >= millis)
                .max(Comparator.comparing(Turn::startMillis))
                .or(
                        () ->
                                begun(wanted, millis)
                                        .max(
                                                Comparator.comparing(Turn::endMillis)
                                                        .thenComparing(Turn::startMillis)));
    }

    private Stream<Turn> begun(Predicate<Turn> wanted, long millis) {
        return turns.stream().filter(wanted).filter(turn -> turn.startMillis() <= millis);
    }

    private Optional<Turn> first(Predicate<Turn> wanted, long millis) {
        return turns.stream()
                .filter(wanted)
                .filter(turn -> turn.startMillis() <= millis + REACH_MILLIS)
                .min(Comparator.comparing(Turn::startMillis));
    }
}
