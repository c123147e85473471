package org.colloquy.criteria;

import java.util.Locale;
import java.util.Map;
import org.colloquy.common.Text;
import org.colloquy.criteria.OutcomeBook.Entry;
import org.colloquy.criteria.OutcomeBook.Outcome;
import org.jspecify.annotations.Nullable;

/** Reads learning outcomes and criteria, piece by piece, into an {@link OutcomeBook}. */
final class OutcomeReader {
    private final OutcomeBook book;
    private final MarkerOrder order;
    private final Wording wording;
    private final Trace trace;
    private @Nullable Entry open;
    private @Nullable Entry openOutcome;
    private @Nullable Entry openCriterion;

    /** the newest marker stands alone: its wording is the next piece */
    private boolean awaiting;

    /** a graded criterion ("P1") cannot be given to one of the outcomes listed before it */
    private boolean unplaced;

    /** the newest outcome came as "Outcome 2", and the heading of its criteria after it */
    private boolean ownCriteria;

    private boolean namedLast;
    private int lastRow = -1;
    private int lastNumber;
    private int lastPosition;

    OutcomeReader(OutcomeBook book, MarkerOrder order, Wording wording, Trace trace) {
        this.book = book;
        this.order = order;
        this.wording = wording;
        this.trace = trace;
    }

    boolean hasOpenWording() {
        return open != null;
    }

    boolean awaitsWording() {
        return awaiting;
    }

    /** A heading such as "Assessment criteria" was read, or "The learner can:". */
    void criteriaFollow() {
        ownCriteria = namedLast;
    }

    /** Nothing more belongs to the wording read so far. */
    void close() {
        open = null;
        awaiting = false;
    }

    /** Opens a criterion or outcome where the piece starts with its number; false where not. */
    boolean readMarked(Piece piece, int index, boolean inOutcomes) {
        boolean read =
                switch (order.at(index)) {
                    case Marker.Dotted dotted -> dotted(dotted, piece);
                    case Marker.Named named -> named(named, piece, index);
                    case Marker.Graded graded when inOutcomes -> graded(graded, piece);
                    case Marker.Lettered lettered when inOutcomes -> lettered(lettered, piece);
                    case Marker.Bare bare -> bare(bare, piece, index, inOutcomes);
                    case null, default -> false;
                };
        if (read) {
            lastRow = piece.row();
        }
        return read;
    }

    private boolean dotted(Marker.Dotted marker, Piece piece) {
        MarkerOrder.Outcomes now =
                lastNumber == 0 ? null : new MarkerOrder.Outcomes(lastNumber, lastPosition);
        if (open != null && !order.isCriterion(marker, now)) {
            return false;
        }
        lastNumber = marker.outcome();
        lastPosition = marker.position();
        Outcome outcome = book.forCriterion(Integer.toString(marker.outcome()), piece);
        criterion(outcome, marker.number(), marker.rest(), piece);
        return true;
    }

    private boolean graded(Marker.Graded marker, Piece piece) {
        Outcome current = book.current();
        Outcome outcome;
        if (!marker.outcome().isEmpty()) {
            outcome = book.forCriterion(marker.outcome(), piece);
        } else if (unplaced || current == null || isLastOfList(current)) {
            unplaced = true;
            outcome = book.forCriterion(OutcomeBook.GRADED, piece);
        } else {
            outcome = current;
        }
        criterion(outcome, marker.number(), marker.rest(), piece);
        return true;
    }

    private boolean isLastOfList(Outcome current) {
        return !reopened
                && current.criteria.isEmpty()
                && book.emptyCount() > 1
                && book.all().getLast() == current;
    }

    private boolean reopened;

    private boolean lettered(Marker.Lettered marker, Piece piece) {
        Outcome current =
                marker.outcome() == 0
                        ? book.current()
                        : book.find(Integer.toString(marker.outcome()));
        if (order.hasDotted() || order.hasGraded() || current == null) {
            return false;
        }
        int due = current.criteria.size();
        if (marker.letter() != 'a' + due) {
            return false;
        }
        criterion(current, current.entry.number + marker.letter(), marker.rest(), piece);
        return true;
    }

    private boolean named(Marker.Named marker, Piece piece, int index) {
        String rest = marker.rest();
        String small = rest.toLowerCase(Locale.ROOT);
        boolean mention =
                small.startsWith("and ")
                        || small.startsWith("or ")
                        || small.startsWith("to ")
                        || small.startsWith("of ")
                        || small.startsWith(",");
        boolean wrapped =
                open != null
                        && !awaiting
                        && !piece.apart()
                        && piece.startsSmall()
                        && !order.opensCriteria(index, marker.number());
        Outcome known = book.find(marker.number());
        if (mention || wrapped || (known != null && !known.criteria.isEmpty() && known.printed)) {
            return false;
        }
        outcome(marker.number(), LeadIns.isLeadIn(rest) ? "" : afterLeadIn(rest), piece);
        namedLast = true;
        return true;
    }

    private static String afterLeadIn(String rest) {
        int colon = rest.indexOf(':');
        boolean leadIn = colon > 0 && colon < 120 && LeadIns.isLeadIn(rest.substring(0, colon + 1));
        return leadIn ? rest.substring(colon + 1).strip() : rest;
    }

    private boolean bare(Marker.Bare marker, Piece piece, int index, boolean inOutcomes) {
        String number = Integer.toString(marker.number());
        Outcome known = book.find(number);
        boolean printed = known != null && known.printed;
        Outcome current = book.current();
        if (inOutcomes && current != null && countsAlone(marker, current)) {
            criterion(current, current.entry.number + "." + number, marker.rest(), piece);
            return true;
        }
        int last = 0;
        if (current != null && Character.isDigit(current.entry.number.charAt(0))) {
            last = Integer.parseInt(current.entry.number);
        }
        boolean opens = order.isOutcome(index, marker, last, book.hasCriteria(), printed);
        boolean sure =
                inOutcomes
                        || Markers.startsLikeOutcome(marker.rest())
                        || order.opensCriteria(index, number);
        if (!opens || !sure || awaiting) {
            return false;
        }
        outcome(number, LeadIns.isLeadIn(marker.rest()) ? "" : marker.rest(), piece);
        return true;
    }

    /** Criteria counted 1, 2, 3 anew under each outcome get the outcome's number before theirs. */
    private boolean countsAlone(Marker.Bare marker, Outcome current) {
        return ownCriteria
                && !order.hasDotted()
                && !order.hasGraded()
                && marker.number() == current.criteria.size() + 1;
    }

    private void outcome(String number, String rest, Piece piece) {
        ownCriteria = false;
        namedLast = false;
        Outcome before = book.find(number);
        boolean repeat = before != null && before.printed && !before.entry.text.isEmpty();
        Outcome outcome = book.open(number, piece);
        reopened = repeat;
        unplaced = false;
        trace.became(piece, Text.of("outcome {number}", Map.of("number", number)));
        if (repeat) {
            open = null;
            openOutcome = null;
            awaiting = false;
            return;
        }
        openOutcome = outcome.entry;
        start(outcome.entry, rest);
    }

    private void criterion(Outcome outcome, String number, String rest, Piece piece) {
        Entry entry = new Entry(number, piece);
        outcome.criteria.add(entry);
        openCriterion = entry;
        trace.became(piece, Text.of("criterion {number}", Map.of("number", number)));
        start(entry, rest);
    }

    private void start(Entry entry, String rest) {
        open = entry;
        awaiting = rest.isEmpty();
        wording.append(entry.text, rest);
    }

    /** Takes the wording of a number that stood alone, unless another criterion comes instead. */
    boolean readUnmarkedAwaited(Piece piece, @Nullable Marker marker) {
        boolean other =
                marker instanceof Marker.Dotted
                        || marker instanceof Marker.Named
                        || marker instanceof Marker.Graded;
        boolean heading = Headings.of(piece.text()) != null || LeadIns.isLeadIn(piece.text());
        return !other && !heading && readUnmarked(piece);
    }

    /** Adds wording without a number to what it continues; false where it continues nothing. */
    boolean readUnmarked(Piece piece) {
        Entry entry = continued(piece);
        if (entry == null) {
            return false;
        }
        boolean sameCell = piece.row() == lastRow && awaiting;
        if (!sameCell && isNewParagraph(piece, entry)) {
            return false;
        }
        lastRow = piece.row();
        awaiting = false;
        entry.listing |= piece.bullet();
        boolean doubtful = wording.append(entry.text, piece.text());
        Map<String, Object> number = Map.of("number", entry.number);
        Text part =
                isCriterion(entry)
                        ? Text.of("criterion {number}", number)
                        : Text.of("outcome {number}", number);
        trace.became(piece, part);
        if (doubtful) {
            trace.doubt(
                    piece.line(),
                    Text.of(
                            "The line before line {line} ends in a hyphen, which was kept in "
                                    + "{part}. Check that word.",
                            Map.of("line", piece.line(), "part", part)));
        }
        return true;
    }

    private boolean isCriterion(Entry entry) {
        Entry criterion = openCriterion;
        return criterion == entry;
    }

    /** Which open wording a piece continues, by its column where the text has columns. */
    private @Nullable Entry continued(Piece piece) {
        Entry outcome = openOutcome;
        Entry criterion = openCriterion;
        if (awaiting || open == null || outcome == null || criterion == null) {
            return open;
        }
        boolean columns = criterion.drawn && criterion.offset - outcome.offset > 8;
        if (columns && piece.offset() >= criterion.offset - 2) {
            return criterion;
        }
        if (columns && piece.offset() < criterion.offset - 4 && piece.column() == 0) {
            return outcome;
        }
        return open;
    }

    /** A paragraph of its own does not continue a finished sentence before an empty line. */
    private boolean isNewParagraph(Piece piece, Entry entry) {
        boolean footnote = piece.text().startsWith("* ") && entry.text.indexOf("*") < 0;
        if (awaiting || !piece.apart() || piece.startsSmall() || (piece.bullet() && !footnote)) {
            return false;
        }
        if (piece.heading() || footnote) {
            return true;
        }
        return !entry.goesOn() && !entry.listing && !continuesList(piece);
    }

    private static boolean continuesList(Piece piece) {
        return Markers.read(piece.text()) instanceof Marker.Lettered;
    }
}
