package org.colloquy.criteria;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reads a unit from the text of its published specification, as copied from a PDF, a Word document
 * or a web page. What it cannot place it says, line by line; it never drops wording of a criterion.
 *
 * <p>Choices: an Ofqual number ("D/601/1553") wins over a sector body's reference. Criteria that
 * are only lettered get the number of their outcome before the letter: "1a". A criterion whose
 * outcome has no line stands under an outcome without wording. Text after the criteria's section is
 * read for evidence requirements, simulation and assessment methods, not for criteria.
 */
public final class UnitParser {
    private final List<Piece> pieces;
    private final Trace trace = new Trace();
    private final BitSet furniture;
    private final MarkerOrder order;
    private final OutcomeBook book = new OutcomeBook();
    private final OutcomeReader outcomes;
    private final UnitHead head;
    private final Prose purpose;
    private final Prose evidence;
    private final Prose guidance;
    private final MethodReader methods;
    private final BesideColumn beside;
    private final Simulation simulation = new Simulation();
    private final int lastFirstCriterion;

    /** Null in the unit's head. */
    private @Nullable Heading section;

    private UnitParser(String text) {
        List<Piece> all = LeadIns.split(splitLabels(Markup.read(text)));
        pieces = Inline.split(all);
        furniture = Furniture.find(pieces);
        order = new MarkerOrder(pieces, furniture);
        Wording wording = new Wording(pieces);
        outcomes = new OutcomeReader(book, order, wording, trace);
        beside = new BesideColumn(book, trace);
        head = new UnitHead(pieces, trace);
        purpose = new Prose(wording);
        evidence = new Prose(wording);
        guidance = new Prose(wording);
        methods = new MethodReader(wording, trace);
        int last = -1;
        for (int i = 0; i < pieces.size(); i++) {
            if (order.at(i) instanceof Marker.Dotted one && one.number().equals("1.1")) {
                last = i;
            }
        }
        lastFirstCriterion = last;
    }

    /** What a text says. The text is already decoded and within the limit on size. */
    public static UnitPreview parse(String text) {
        return new UnitParser(text).read(text);
    }

    private static List<Piece> splitLabels(List<Piece> pieces) {
        List<Piece> split = new ArrayList<>(pieces.size());
        for (Piece piece : pieces) {
            Labels.Found label = Labels.at(piece.text());
            if (label == null) {
                split.add(piece);
            } else {
                Labels.split(piece.text()).forEach(part -> split.add(piece.withText(part)));
            }
        }
        return split;
    }

    private UnitPreview read(String text) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (furniture.get(i)) {
                trace.became(piece, Text.of("page header or footer"));
            } else if (startsOtherUnit(piece, i)) {
                trace.doubt(
                        piece.line(),
                        Text.of(
                                "Line {line} starts another unit. Only the first unit was "
                                        + "read.",
                                Map.of("line", piece.line())));
                break;
            } else {
                read(piece, i);
            }
        }
        noteFurniture();
        String title = head.title();
        new UnitChecks(trace).check(book);
        UnitDraft draft =
                new UnitDraft(
                        title,
                        head.text(Field.NUMBER),
                        head.reference(),
                        head.level(),
                        head.whole(Field.CREDIT),
                        head.whole(Field.HOURS),
                        purpose.finished(),
                        simulation.allowed(trace),
                        evidence.isEmpty() ? guidance.finished() : evidence.finished(),
                        book.drafts(),
                        methods.drafts());
        return new UnitPreview(draft, trace.doubts(), trace.lines(text));
    }

    private boolean startsOtherUnit(Piece piece, int index) {
        return index < lastFirstCriterion
                && book.hasCriteria()
                && (piece.apart() || piece.heading())
                && head.isOtherUnit(piece);
    }

    private void noteFurniture() {
        int first = furniture.nextSetBit(0);
        if (first >= 0) {
            int count = furniture.cardinality();
            Piece piece = pieces.get(first);
            trace.doubt(
                    piece.line(),
                    Text.plural(
                            count,
                            "One line was left out as page headers and footers, first line "
                                    + "{line}: “{words}”.",
                            "{count} lines were left out as page headers and footers, first "
                                    + "line {line}: “{words}”.",
                            Map.of("line", piece.line(), "words", piece.text())));
        }
    }

    private void read(Piece piece, int index) {
        if (outcomes.awaitsWording() && outcomes.readUnmarkedAwaited(piece, order.at(index))) {
            return;
        }
        Heading heading = headingOf(piece);
        if (heading != null) {
            open(heading, piece);
            return;
        }
        if (beside.holds(piece, order.at(index))) {
            return;
        }
        if (LeadIns.isLeadIn(piece.text())) {
            trace.became(piece, Text.of("heading"));
            outcomes.criteriaFollow();
            return;
        }
        if (MethodReader.isLeadIn(piece.text()) && !midWording(piece)) {
            enter(Heading.METHODS);
            methods.readLeadIn(piece);
            return;
        }
        if (readHead(piece, index) || readMarked(piece, index) || readHeadingWithText(piece)) {
            return;
        }
        readText(piece, index);
    }

    private boolean midWording(Piece piece) {
        return section == Heading.OUTCOMES
                && outcomes.hasOpenWording()
                && (!piece.apart() || piece.startsSmall());
    }

    private @Nullable Heading headingOf(Piece piece) {
        Heading heading = Headings.of(piece.text());
        boolean wrapped = midWording(piece) && piece.startsSmall();
        if (heading == null && section == Heading.OUTCOMES && LeadIns.isTableWord(piece.text())) {
            return wrapped ? null : Heading.OUTCOMES;
        }
        return wrapped ? null : heading;
    }

    private void open(Heading heading, Piece piece) {
        trace.became(piece, Text.of("heading"));
        if (heading == Heading.OUTCOMES) {
            String words = Headings.normal(piece.text());
            if (piece.column() > 0 && words.startsWith("assessment criteri")) {
                beside.begin(piece.column() + 1);
            }
            section = heading;
            if (words.contains("criteri")) {
                outcomes.criteriaFollow();
            }
            return;
        }
        boolean inTableHead = section == Heading.OUTCOMES && beside.startsAt(piece.column());
        if (inTableHead) {
            beside.note(piece);
            return;
        }
        boolean late = heading == Heading.PURPOSE && (!purpose.isEmpty() || book.hasCriteria());
        enter(late ? Heading.OTHER : heading);
    }

    private void enter(Heading next) {
        section = next;
        beside.end();
        outcomes.close();
        evidence.breakParagraph();
    }

    private boolean readHead(Piece piece, int index) {
        if (section == Heading.METHODS || (section == Heading.OUTCOMES && book.hasCriteria())) {
            return false;
        }
        Piece next = index + 1 < pieces.size() ? pieces.get(index + 1) : null;
        boolean loose = section == null || section == Heading.PURPOSE;
        Marker marker = order.at(index);
        if (marker instanceof Marker.Dotted || marker instanceof Marker.Named) {
            return false;
        }
        boolean read =
                head.read(piece, index, next, loose)
                        || (section == null && head.readUnitLine(piece))
                        || (section == null
                                && index > 0
                                && head.readRestOfTitle(piece, pieces.get(index - 1)));
        if (read) {
            outcomes.close();
        }
        if (read && section == Heading.PURPOSE) {
            section = null;
        }
        return read;
    }

    private boolean readMarked(Piece piece, int index) {
        boolean inOutcomes = section == Heading.OUTCOMES;
        boolean before = section == null || section == Heading.PURPOSE || !book.hasCriteria();
        Marker marker = order.at(index);
        boolean named = marker instanceof Marker.Named;
        if (!inOutcomes && !before && !named) {
            return false;
        }
        boolean outcomeStart =
                marker instanceof Marker.Bare && (section == null || section == Heading.PURPOSE);
        if (!inOutcomes && !named && !outcomeStart && !(marker instanceof Marker.Dotted)) {
            return false;
        }
        if (outcomes.readMarked(piece, index, inOutcomes)) {
            section = Heading.OUTCOMES;
            return true;
        }
        return false;
    }

    /** "Aim: To show ..." and "Relationship to NOS: ..." on one line. */
    private boolean readHeadingWithText(Piece piece) {
        int colon = piece.text().indexOf(':');
        Heading heading = Headings.before(piece.text(), colon);
        if (heading == null || midWording(piece) || section == Heading.METHODS) {
            return false;
        }
        String rest = piece.text().substring(colon + 1).strip();
        open(heading, piece);
        if (!rest.isEmpty() && heading != Heading.OUTCOMES) {
            readText(piece.withText(rest), -1);
        }
        return true;
    }

    private void readText(Piece piece, int index) {
        Heading now = section;
        if (now == Heading.OUTCOMES) {
            readInOutcomes(piece, index);
            return;
        }
        simulation.read(piece);
        switch (now) {
            case null -> head.readLoose(piece);
            case PURPOSE -> prose(purpose, piece, Text.of("purpose"));
            case EVIDENCE -> prose(evidence, piece, Text.of("evidence requirements"));
            case GUIDANCE -> prose(guidance, piece, Text.of("assessment guidance"));
            case METHODS -> {
                if (!methods.read(piece)) {
                    section = Heading.OTHER;
                }
            }
            case OUTCOMES, OTHER -> {}
        }
    }

    private void prose(Prose prose, Piece piece, Text part) {
        if (piece.heading()) {
            section = Heading.OTHER;
            return;
        }
        prose.add(piece);
        trace.became(piece, part);
    }

    private void readInOutcomes(Piece piece, int index) {
        if (index >= 0 && outcomes.readUnmarked(piece)) {
            return;
        }
        outcomes.close();
        simulation.read(piece);
        if (book.hasCriteria() && moreCriteriaAfter(index)) {
            trace.doubt(
                    piece.line(),
                    Text.of(
                            "Line {line} stands between the criteria and was not used. Check "
                                    + "whether it belongs to one of them.",
                            Map.of("line", piece.line())));
        } else if (book.hasCriteria()) {
            section = Heading.OTHER;
        }
    }

    private boolean moreCriteriaAfter(int index) {
        return index >= 0 && order.moreAfter(index);
    }
}
