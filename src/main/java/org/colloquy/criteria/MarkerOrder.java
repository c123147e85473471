package org.colloquy.criteria;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides by what stands around it whether a number at the start of a line counts: "2 of the
 * Building Regulations" and "1.5 metres" are wrapped wording, not an outcome and a criterion.
 */
final class MarkerOrder {
    private static final Set<String> MEASURES =
            Set.of(
                    "m", "metre", "metres", "meters", "mm", "cm", "km", "kg", "g", "mg", "litres",
                    "litre", "ml", "hours", "hour", "minutes", "million", "billion", "per", "times",
                    "volts", "v", "kv", "kw", "amps", "and", "or", "to", "of", "above", "below");

    private final @Nullable Marker[] markers;
    private final int[] nextOutcome;
    private final boolean capitals;
    private final boolean dotted;
    private final boolean graded;

    MarkerOrder(List<Piece> pieces, BitSet furniture) {
        markers = new @Nullable Marker[pieces.size()];
        nextOutcome = new int[pieces.size() + 1];
        int small = 0;
        int large = 0;
        boolean anyGraded = false;
        for (int i = pieces.size() - 1; i >= 0; i--) {
            Marker marker = furniture.get(i) ? null : Markers.read(pieces.get(i).unbulleted());
            markers[i] = marker;
            nextOutcome[i] = nextOutcome[i + 1];
            if (marker instanceof Marker.Dotted criterion) {
                nextOutcome[i] = criterion.outcome();
                if (!criterion.rest().isEmpty()) {
                    if (Character.isLowerCase(criterion.rest().codePointAt(0))) {
                        small++;
                    } else {
                        large++;
                    }
                }
            }
            anyGraded |= marker instanceof Marker.Graded;
        }
        capitals = large >= small;
        dotted = small + large > 0 || nextOutcome[0] > 0;
        graded = anyGraded;
    }

    @Nullable Marker at(int index) {
        return markers[index];
    }

    /** Whether a dotted or graded criterion starts after this piece. */
    boolean moreAfter(int index) {
        return nextOutcome[index + 1] > 0 || (graded && !dotted);
    }

    boolean hasDotted() {
        return dotted;
    }

    boolean hasGraded() {
        return graded;
    }

    /** Whether a dotted number opens a criterion, given the criterion that is open. */
    boolean isCriterion(Marker.Dotted marker, @Nullable Outcomes open) {
        String rest = marker.rest();
        if (rest.isEmpty() || !Character.isLowerCase(rest.codePointAt(0))) {
            return true;
        }
        boolean due = open == null || open.isDue(marker);
        String word = rest.split("[ ,.;]", 2)[0].toLowerCase(Locale.ROOT);
        return due
                ? !MEASURES.contains(word) || word.equals("to")
                : !capitals && !MEASURES.contains(word);
    }

    /** What is open while reading. */
    record Outcomes(int outcome, int position) {
        boolean isDue(Marker.Dotted marker) {
            return (marker.outcome() == outcome && marker.position() == position + 1)
                    || (marker.outcome() == outcome + 1 && marker.position() == 1);
        }
    }

    /**
     * Whether a bare number at the start of a line opens an outcome.
     *
     * @param last the number of the newest outcome, 0 for none
     * @param begun whether criteria were read already
     */
    boolean isOutcome(int index, Marker.Bare marker, int last, boolean begun, boolean known) {
        String rest = marker.rest();
        int number = marker.number();
        boolean likely = Markers.startsLikeOutcome(rest);
        boolean capital = !rest.isEmpty() && !Character.isLowerCase(rest.codePointAt(0));
        if (!dotted) {
            return (number == last + 1 || likely) && (likely || capital) && !known;
        }
        if (nextOutcome[index + 1] == number && !known) {
            if (likely || capital || rest.isEmpty()) {
                return true;
            }
            String word = rest.split("[ ,.;]", 2)[0].toLowerCase(Locale.ROOT);
            return number == last + 1 && !MEASURES.contains(word) && !comesAgain(index, number);
        }
        if (known) {
            return likely && nextOutcome[index + 1] == number;
        }
        boolean listed = !begun && number == last + 1 && (likely || capital);
        return listed || likely;
    }

    /** Whether the next numbered line is the first criterion of this outcome. */
    boolean opensCriteria(int index, String number) {
        int limit = Math.min(markers.length, index + 8);
        for (int i = index + 1; i < limit; i++) {
            if (markers[i] != null) {
                return markers[i] instanceof Marker.Dotted dotted
                        && dotted.number().equals(number + ".1");
            }
        }
        return false;
    }

    /** Whether a nearer line before the outcome's first criterion starts with the same number. */
    private boolean comesAgain(int index, int number) {
        int limit = Math.min(markers.length, index + 100);
        for (int i = index + 1; i < limit; i++) {
            Marker marker = markers[i];
            if (marker instanceof Marker.Dotted) {
                return false;
            }
            if (marker instanceof Marker.Bare bare && bare.number() == number) {
                return true;
            }
        }
        return false;
    }
}
