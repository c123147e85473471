package org.colloquy.criteria;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes apart texts that hold several criteria in one line, as a table does that was copied without
 * its lines: "1 Be able to plan 1.1 Identify the parties 1.2 Agree the aims". A number within
 * wording is taken for a criterion only where it is the next one due, a capital follows it, no line
 * of the text starts with it, and it is one of several such or would be missing.
 */
final class Inline {
    private static final int LONGEST_OUTCOME = 600;
    private final Set<String> starts = new HashSet<>();
    private final List<Piece> split = new ArrayList<>();

    /** A criterion within a text, and where it starts. */
    private record Cut(int at, Marker.Dotted next) {}

    private Inline(List<Piece> pieces) {
        for (Piece piece : pieces) {
            if (Markers.read(piece.unbulleted()) instanceof Marker.Dotted dotted) {
                starts.add(dotted.number());
            }
        }
    }

    static List<Piece> split(List<Piece> pieces) {
        Inline inline = new Inline(pieces);
        for (Piece piece : pieces) {
            inline.add(piece);
        }
        return inline.split;
    }

    private void add(Piece piece) {
        int outcome;
        int position;
        switch (Markers.read(piece.text())) {
            case Marker.Dotted dotted -> {
                outcome = dotted.outcome();
                position = dotted.position();
            }
            case Marker.Bare bare -> {
                outcome = bare.number();
                position = 0;
            }
            case Marker.Named named when Character.isDigit(named.number().charAt(0)) -> {
                outcome = Integer.parseInt(named.number());
                position = 0;
            }
            case null, default -> {
                split.add(piece);
                return;
            }
        }
        List<Cut> cuts = cuts(piece.text(), outcome, position);
        boolean flattened = cuts.size() > 1 || starts.size() <= 2;
        int start = 0;
        for (Cut cut : cuts) {
            if (flattened || fillsGap(cut.next())) {
                addCut(piece, piece.text().substring(start, cut.at()).strip(), cut.next());
                start = cut.at();
            }
        }
        split.add(piece.withText(piece.text().substring(start)));
    }

    private List<Cut> cuts(String text, int firstOutcome, int firstPosition) {
        List<Cut> cuts = new ArrayList<>();
        int outcome = firstOutcome;
        int position = firstPosition;
        for (int space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
            int at = space + 1;
            boolean digit = at < text.length() && text.charAt(at) >= '1' && text.charAt(at) <= '9';
            if (!digit || !Markers.startsWithDotted(text, at)) {
                continue;
            }
            String head = text.substring(at, Math.min(text.length(), at + 60));
            if (Markers.read(head) instanceof Marker.Dotted next
                    && isDue(next, outcome, position)
                    && isFree(next)) {
                cuts.add(new Cut(at, next));
                outcome = next.outcome();
                position = next.position();
            }
        }
        return cuts;
    }

    /** Whether the criterion after this one starts a line, so that this one would be missing. */
    private boolean fillsGap(Marker.Dotted next) {
        return starts.contains(next.outcome() + "." + (next.position() + 1));
    }

    private static boolean isDue(Marker.Dotted next, int outcome, int position) {
        boolean following = next.outcome() == outcome && next.position() == position + 1;
        boolean opening = next.outcome() == outcome + 1 && next.position() == 1;
        return following || opening;
    }

    private boolean isFree(Marker.Dotted next) {
        return !starts.contains(next.number())
                && !next.rest().isEmpty()
                && Character.isUpperCase(next.rest().codePointAt(0));
    }

    /** Adds the wording before a criterion; where that opens an outcome, its line stands within. */
    private void addCut(Piece piece, String before, Marker.Dotted next) {
        if (next.position() == 1) {
            String number = " " + next.outcome();
            int from = Math.max(0, before.length() - LONGEST_OUTCOME);
            for (int at = before.lastIndexOf(number);
                    at > from;
                    at = before.lastIndexOf(number, at - 1)) {
                String tail = before.substring(at + 1);
                if (Markers.read(tail) instanceof Marker.Bare bare
                        && bare.number() == next.outcome()
                        && Markers.startsLikeOutcome(bare.rest())) {
                    split.add(piece.withText(before.substring(0, at).strip()));
                    split.add(piece.withText(tail));
                    return;
                }
            }
        }
        split.add(piece.withText(before));
    }
}
