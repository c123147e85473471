package org.colloquy.speech.sentences;

import java.util.Set;

/** What English words say about where sentences end. */
final class EnglishGrammar extends PauseGrammar {
    private static final double HALF_OPEN = -2.6;
    private static final double OPENER = 1.4;
    private static final double MAY_OPEN = 0.2;
    private static final double CONTINUER = -2.4;

    /** After a noun, a verb, or whatever else is in no list here. */
    private static final double OTHERWISE = -1.0;

    /** "Yes, I am" is one sentence. */
    private static final double ANSWER_GOES_ON = -2.0;

    /** These are never the object of what stands before them. */
    private static final Set<String> NOMINATIVE =
            Set.of("i", "i'm", "i've", "i'd", "i'll", "we", "we're", "we've", "he", "she", "they");

    /** Joins two whole clauses, each with its own subject. */
    private static final Set<String> JOINING = Set.of("and", "but", "so");

    private static final int SHORTEST_CLAUSE = 4;

    /** Measure of a pause that a comma stands for: before a clause, and before anything else. */
    private static final double COMMA_PAUSE = 0.75;

    private static final double LONE_COMMA_PAUSE = 1.25;

    private static final double WAITING = -2.0;

    /** A pause of this measure may stand between two clauses. */
    private static final double CLAUSE_PAUSE = 0.4;

    private static final Set<String> SUBORDINATE =
            Set.of(
                    "once",
                    "if",
                    "when",
                    "while",
                    "after",
                    "before",
                    "although",
                    "to",
                    "by",
                    "as",
                    "since");

    private static final Set<String> CLAUSES =
            Set.of("and", "but", "so", "because", "which", "who", "or", "if", "when", "where");

    private static final Set<String> ALONE =
            Set.of("yes", "yeah", "yep", "no", "well", "okay", "ok");

    private static final Set<String> SELF = Set.of("i", "i'm", "i've", "i'd", "i'll");

    EnglishGrammar() {
        super("en");
    }

    @Override
    public double end(Said said, int begin, int i) {
        String word = said.word(i);
        if (EnglishWords.OPEN.contains(word)) {
            return NEVER;
        }
        String next = said.word(i + 1);
        if (i == begin && ALONE.contains(word) && !said.isLastOfTurn(i)) {
            return EnglishWords.SUBJECTS.contains(next) ? ANSWER_GOES_ON : MAY_OPEN;
        }
        boolean over = EnglishWords.PARTICLES.contains(word) && NOMINATIVE.contains(next);
        double weight = isHalfOpen(said, i) && !over ? HALF_OPEN : 0;
        if (said.isLastOfTurn(i)) {
            return weight;
        }
        if (waitsForMainClause(said, begin, i)) {
            weight += WAITING;
        }
        if (EnglishWords.OPENERS.contains(next) || asks(said, i + 1)) {
            return weight + OPENER;
        }
        if (EnglishWords.MAY_OPEN.contains(next)) {
            return weight + MAY_OPEN;
        }
        return weight + (EnglishWords.CONTINUERS.contains(next) ? CONTINUER : OTHERWISE);
    }

    /** "in May" is no auxiliary. */
    private static boolean isHalfOpen(Said said, int i) {
        return EnglishWords.HALF_OPEN.contains(said.word(i)) && !EnglishNames.isName(said, i);
    }

    /** "Once the test is complete" is not yet a sentence; "you will find a number" makes it one. */
    private static boolean waitsForMainClause(Said said, int begin, int i) {
        int first = begin;
        while (first < i && EnglishWords.LEAD_INS.contains(said.word(first))) {
            first++;
        }
        if (!SUBORDINATE.contains(said.word(first)) || asks(said, first)) {
            return false;
        }
        for (int k = first + 1; k < i; k++) {
            if (said.pause(k) >= CLAUSE_PAUSE && beginsClause(said.word(k + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsClause(String word) {
        // "you'll" begins with "you".
        return EnglishWords.SUBJECTS.contains(word.split("'", 2)[0])
                || EnglishWords.DETERMINERS.contains(word)
                || EnglishWords.OPENERS.contains(word);
    }

    /** "what did you": a question begins here. */
    private static boolean asks(Said said, int i) {
        return EnglishWords.ASKING.contains(said.word(i))
                        && EnglishWords.AUXILIARIES.contains(said.word(i + 1))
                        && EnglishWords.SUBJECTS.contains(said.word(i + 2))
                || EnglishWords.AUXILIARIES.contains(said.word(i))
                        && Set.of("you", "they", "we").contains(said.word(i + 1));
    }

    @Override
    public boolean isAnswer(String word) {
        return EnglishWords.ANSWERS.contains(word);
    }

    @Override
    public boolean isQuestion(Said said, int from, int to) {
        return EnglishQuestions.asks(said.words(from, to)) || isAnswered(said, to);
    }

    /** "..., right": a question where somebody else then says yes or no. */
    private boolean isAnswered(Said said, int to) {
        String last = said.word(to - 1);
        return to - 2 >= 0
                && Set.of("right", "yeah", "okay").contains(last)
                && said.seconds(to - 2) > 0.15
                && said.isLastOfTurn(to - 1)
                && EnglishWords.ANSWERS.contains(said.word(to));
    }

    @Override
    public boolean comma(Said said, int begin, int i) {
        String word = said.word(i);
        if (i == begin && ALONE.contains(word)) {
            return true;
        }
        boolean joins =
                JOINING.contains(said.word(i + 1))
                        && (NOMINATIVE.contains(said.word(i + 2)) || asks(said, i + 2))
                        && i - begin + 1 >= SHORTEST_CLAUSE;
        boolean tag =
                said.word(i + 1).endsWith("n't")
                        && EnglishWords.SUBJECTS.contains(said.word(i + 2));
        boolean clause = CLAUSES.contains(said.word(i + 1)) || beginsClause(said.word(i + 1));
        boolean paused = said.pause(i) >= (clause ? COMMA_PAUSE : LONE_COMMA_PAUSE);
        return (paused || joins || tag)
                && !EnglishWords.OPEN.contains(word)
                && !isHalfOpen(said, i);
    }

    @Override
    public boolean isCapital(Said said, int i) {
        String word = said.word(i);
        return SELF.contains(word) || EnglishNames.isName(said, i);
    }
}
