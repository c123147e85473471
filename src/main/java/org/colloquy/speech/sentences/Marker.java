package org.colloquy.speech.sentences;

import java.util.ArrayList;
import java.util.List;

/**
 * Goes from word to word and weighs whether a sentence ends there: the pause, by the speaker's own
 * measure, against what the words before and after it allow.
 */
final class Marker {
    /** How much a pause twice as long counts, in the units of {@link Grammar#end}. */
    private static final double PAUSE_COUNTS = 1.6;

    private static final double MOST = 3.5;

    /** After so many words a sentence is likelier to end, and before so few it is not. */
    private static final int LONG = 22;

    private static final int SHORT = 3;
    private static final double LONG_COUNTS = 0.08;
    private static final double SHORT_COUNTS = 0.8;

    private final Said said;
    private final Grammar grammar;

    Marker(Said said, Grammar grammar) {
        this.said = said;
        this.grammar = grammar;
    }

    /** One for each word. */
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < said.size(); i++) {
            if (ends(begin, i)) {
                marks.add(grammar.isQuestion(said, begin, i + 1) ? Mark.QUESTION : Mark.STOP);
                begin = i + 1;
            } else {
                boolean comma = !said.isLastOfTurn(i) && grammar.comma(said, begin, i);
                marks.add(comma ? Mark.COMMA : Mark.NONE);
            }
        }
        return marks;
    }

    private boolean ends(int begin, int i) {
        if (said.isLastOfTurn(i)) {
            // Who is cut short has not ended a sentence.
            return i + 1 == said.size() || grammar.end(said, begin, i) > Grammar.NEVER;
        }
        int length = i + 1 - begin;
        double weight = pauseCounts(said.pause(i)) + grammar.end(said, begin, i);
        if (length > LONG) {
            weight += LONG_COUNTS * (length - LONG);
        } else if (length < SHORT && !grammar.isAnswer(said.word(i))) {
            weight -= SHORT_COUNTS * (SHORT - length);
        }
        return weight > 0;
    }

    private static double pauseCounts(double pause) {
        double doublings = Math.log(Math.max(pause, 0.05)) / Math.log(2);
        return Math.clamp(PAUSE_COUNTS * doublings, -2 * MOST, MOST);
    }
}
