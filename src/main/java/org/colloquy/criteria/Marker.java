package org.colloquy.criteria;

/** The number or word that a line of a unit starts with, and the wording after it. */
sealed interface Marker {
    /** The wording after the marker; blank where it stands alone. */
    String rest();

    /** "2.3": criterion 3 of outcome 2. */
    record Dotted(String number, int outcome, int position, String rest) implements Marker {}

    /** "P1", "A.M2": a graded criterion, under the learning aim where it names one, else "". */
    record Graded(String number, String outcome, String rest) implements Marker {}

    /** "a)", or "1a" with its outcome; the outcome is 0 where only the letter is printed. */
    record Lettered(char letter, int outcome, String rest) implements Marker {}

    /** "LO2", "Learning outcome 2:", "Outcome 2", "Learning aim B". */
    record Named(String number, String rest) implements Marker {}

    /** "2" or "2.": an outcome, a page number, or only a number. */
    record Bare(int number, String rest) implements Marker {}
}
