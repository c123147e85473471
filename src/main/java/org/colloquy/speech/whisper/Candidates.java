package org.colloquy.speech.whisper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.speech.whisper.Guide.Begin;

/**
 * Terms that may be meant where one word of a text begins: those that what is written resembles in
 * sound. Found without asking the model.
 */
final class Candidates {
    /** What is written resembles a term no less than this. */
    private static final double LEAST_ALIKE = 0.45;

    /**
     * Where what is written without its first word is so much more alike, the term begins later if
     * at all: here it would swallow that word.
     */
    private static final double MUCH_MORE_ALIKE = 0.1;

    /** What the bonus grows by where the two sound quite the same. */
    private static final double BONUS_FOR_SOUND = 6;

    /**
     * What it grows by for each id that continues a word of what is written: a word in many pieces
     * is likely none, so that it has less of a claim than a word that people use.
     */
    private static final double BONUS_FOR_A_PIECE = 1.5;

    private static final double MOST_BONUS_FOR_PIECES = 4;

    /** In what order to ask: found by what wins within the bound of questions. */
    private static final double PROMISE_OF_SOUND = 12;

    /** A term stands for so many ids more than its own at most. */
    static final int MOST_MORE = 6;

    private final Draft draft;
    private final int from;
    private final Vocabulary vocabulary;
    private final Map<Integer, String> keys = new HashMap<>();

    /**
     * A term that may be meant.
     *
     * @param beginning logarithm of the probability of its first id
     * @param alike what is written to the term, where it is most so
     * @param bonus for the term in this place
     * @param least what term and rest must be likelier than, as a logarithm
     */
    record Candidate(Term term, double beginning, double alike, double bonus, double least) {
        /** How worth a question it is: sound tells more than the first id. */
        double promise() {
            return PROMISE_OF_SOUND * alike + beginning;
        }
    }

    /**
     * @param from where a word of the draft begins
     */
    Candidates(Draft draft, int from, Vocabulary vocabulary) {
        this.draft = draft;
        this.from = from;
        this.vocabulary = vocabulary;
    }

    /** Those that can win, most promising first. */
    List<Candidate> of(List<Begin> begins, Terms terms) {
        List<Candidate> candidates = new ArrayList<>();
        for (Begin begin : begins) {
            for (Term term : terms.begunWith(begin.id())) {
                if (!term.capital() || beginsSentence()) {
                    add(term, begin.logProbability(), candidates);
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::promise).reversed());
        return candidates;
    }

    private boolean beginsSentence() {
        return from == 0 || vocabulary.text(draft.ids(), from - 1, from).matches(".*[.?!]");
    }

    private void add(Term term, double beginning, List<Candidate> candidates) {
        int to = from + 1;
        double alike = 0;
        int last = Math.min(draft.ids().length, from + term.ids().length + MOST_MORE);
        for (int end = from + 1; end <= last; end++) {
            if (!vocabulary.continuesWord(draft.at(end))) {
                double one = Resemblance.of(term.key(), key(end));
                if (one > alike) {
                    to = end;
                    alike = one;
                }
            }
        }
        if (alike < LEAST_ALIKE || beginsLater(term, to, alike)) {
            return;
        }
        double bonus =
                term.bonus()
                        + BONUS_FOR_SOUND * (alike - LEAST_ALIKE)
                        + Math.min(MOST_BONUS_FOR_PIECES, BONUS_FOR_A_PIECE * pieces(to));
        double least = draft.logProbability(from, to) - bonus;
        if (beginning > least) {
            candidates.add(new Candidate(term, beginning, alike, bonus, least));
        }
    }

    private boolean beginsLater(Term term, int to, double alike) {
        int second = from + 1;
        while (second < to && !vocabulary.beginsWord(draft.at(second))) {
            second++;
        }
        return second < to
                && Resemblance.of(
                                term.key(),
                                Resemblance.key(vocabulary.text(draft.ids(), second, to)))
                        > alike + MUCH_MORE_ALIKE;
    }

    /** What is written from here, as it may sound. */
    String key(int to) {
        return keys.computeIfAbsent(
                to, end -> Resemblance.key(vocabulary.text(draft.ids(), from, end)));
    }

    private int pieces(int to) {
        int pieces = 0;
        for (int i = from + 1; i < to; i++) {
            if (vocabulary.continuesWord(draft.ids()[i])) {
                pieces++;
            }
        }
        return pieces;
    }
}
