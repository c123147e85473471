package org.colloquy.bench;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * How a text reads beside the one it should be: which of its marks are right (precision), which of
 * those it should have are there (recall).
 *
 * @param right marks that both have at the same letter
 * @param set marks of the text
 * @param wanted marks of the reference
 */
record ReadingScore(int right, int set, int wanted) {
    static final ReadingScore NONE = new ReadingScore(0, 0, 0);

    ReadingScore {
        if (right < 0 || right > set || right > wanted) {
            throw new IllegalArgumentException(right + " right of " + set + " and " + wanted);
        }
    }

    static ReadingScore ofEnds(ReadText reference, ReadText text) {
        return of(reference, text, ReadText.Letter::ends);
    }

    static ReadingScore ofQuestions(ReadText reference, ReadText text) {
        return of(reference, text, ReadText.Letter::asks);
    }

    static ReadingScore ofCapitals(ReadText reference, ReadText text) {
        return of(reference, text, ReadText.Letter::capital);
    }

    private static ReadingScore of(
            ReadText reference, ReadText text, Predicate<ReadText.Letter> mark) {
        int[] partners = reference.partners(text);
        int right = 0;
        for (int i = 0; i < partners.length; i++) {
            boolean both =
                    partners[i] >= 0
                            && mark.test(reference.letters().get(i))
                            && mark.test(text.letters().get(partners[i]));
            right += both ? 1 : 0;
        }
        return new ReadingScore(right, count(text, mark), count(reference, mark));
    }

    private static int count(ReadText text, Predicate<ReadText.Letter> mark) {
        return (int) text.letters().stream().filter(mark).count();
    }

    ReadingScore and(ReadingScore other) {
        return new ReadingScore(right + other.right, set + other.set, wanted + other.wanted);
    }

    double precision() {
        return set == 0 ? 0 : right / (double) set;
    }

    double recall() {
        return wanted == 0 ? 1 : right / (double) wanted;
    }

    /** The harmonic mean of both. */
    double f1() {
        return right == 0 ? 0 : 2.0 * right / (set + wanted);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.2f (precision %.2f, recall %.2f of %d)",
                f1(),
                precision(),
                recall(),
                wanted);
    }
}
