package org.colloquy.speech.activity;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.activity.Window.Piece;
import org.colloquy.speech.sound.Sound;

/**
 * Packs speech into windows of 20 to 29 seconds that begin and end in pauses. Few long windows are
 * heard better and faster than many short ones; silence longer than {@link #LONGEST_SILENCE} is
 * left out, since Whisper invents text for it.
 */
public final class WindowPacker {

    /** Kept before and after speech. */
    private static final double EDGE = 0.4;

    public static final double LONGEST_SILENCE = 2 * EDGE;

    /** A shorter part than this is not split off. */
    private static final double SHORTEST_PART = 5;

    private final Activity activity;
    private final double duration;
    private final double leastSeconds;
    private final double mostSeconds;

    /**
     * @param durationSeconds of the recording
     * @param leastSeconds of a window, where more speech follows and there is a pause
     * @param mostSeconds of a window
     */
    public WindowPacker(
            Activity activity, double durationSeconds, double leastSeconds, double mostSeconds) {
        this.activity = activity;
        this.duration = durationSeconds;
        this.leastSeconds = leastSeconds;
        this.mostSeconds = mostSeconds;
    }

    /** All speech, in order. */
    public List<Window> pack() {
        List<Window> windows = new ArrayList<>();
        List<Span> left = new ArrayList<>(activity.spans());
        while (!left.isEmpty()) {
            double length = packedSeconds(left);
            if (length <= mostSeconds) {
                windows.add(window(left));
                break;
            }
            // Cut in two, the parts have two more edges; both are to be windows of their own.
            double both = length + 2 * EDGE;
            double least =
                    both <= mostSeconds + leastSeconds
                            ? Math.max(SHORTEST_PART, both - mostSeconds)
                            : leastSeconds;
            int taken = takeUpTo(left, least, mostSeconds);
            windows.add(window(left.subList(0, taken)));
            left = new ArrayList<>(left.subList(taken, left.size()));
        }
        return windows;
    }

    /** The window in two, cut at its best pause; itself where it is too short for that. */
    public List<Window> halves(Window window) {
        List<Span> spans = spansOf(window);
        double length = packedSeconds(spans);
        if (length < 2 * SHORTEST_PART || spans.isEmpty()) {
            return List.of(window);
        }
        int taken = takeUpTo(spans, length * 0.3, length * 0.7);
        if (taken == spans.size()) {
            return List.of(window);
        }
        return List.of(window(spans.subList(0, taken)), window(spans.subList(taken, spans.size())));
    }

    private List<Span> spansOf(Window window) {
        List<Span> spans = new ArrayList<>();
        for (Piece piece : window.pieces()) {
            double start = piece.start() / (double) Sound.RATE;
            double end = piece.end() / (double) Sound.RATE;
            for (Span span : activity.spans()) {
                if (span.overlap(start, end) > 0) {
                    spans.add(
                            new Span(
                                    Math.max(start, span.startSeconds()),
                                    Math.min(end, span.endSeconds())));
                }
            }
        }
        return spans;
    }

    /**
     * How many spans to take so that they fill between least and most seconds and end in the
     * longest pause; where there is no pause a span is cut in two where speech is least likely.
     */
    private int takeUpTo(List<Span> spans, double least, double most) {
        int best = 0;
        double bestPause = -1;
        int fitting = 0;
        for (int count = 1; count < spans.size(); count++) {
            double length = packedSeconds(spans.subList(0, count));
            if (length > most) {
                break;
            }
            fitting = count;
            double pause = spans.get(count).startSeconds() - spans.get(count - 1).endSeconds();
            // Above a second a longer pause says nothing more; a little for a fuller window.
            double worth = Math.min(1, pause) + 0.01 * length;
            if (length >= least && worth > bestPause) {
                best = count;
                bestPause = worth;
            }
        }
        return best > 0 ? best : cut(spans, fitting, least, most);
    }

    /** Cuts the span after the fitting ones in two and says how many spans then are taken. */
    private int cut(List<Span> spans, int fitting, double least, double most) {
        Span span = spans.get(fitting);
        double before = fitting == 0 ? 0 : packedSeconds(spans.subList(0, fitting));
        // Where the cut span would begin so that the whole has the wanted length.
        double earliest = span.startSeconds() + Math.max(0.5, least - before);
        double latest = Math.min(span.endSeconds(), span.startSeconds() + most - before - 3 * EDGE);
        if (latest - earliest < 1 && fitting > 0) {
            return fitting;
        }
        double at = leastLikely(Math.min(earliest, latest - 0.5), latest);
        if (at <= span.startSeconds() || at >= span.endSeconds()) {
            return Math.max(1, fitting);
        }
        spans.set(fitting, new Span(span.startSeconds(), at));
        spans.add(fitting + 1, new Span(at, span.endSeconds()));
        return fitting + 1;
    }

    /** The middle of the fifth of a second in which speech is least likely and quietest. */
    private double leastLikely(double from, double to) {
        float[] probabilities = activity.probabilities();
        float[] levels = activity.levels();
        int first = Math.clamp((int) (from / Activity.FRAME_SECONDS), 3, levels.length - 1);
        int last = Math.clamp((int) (to / Activity.FRAME_SECONDS), first + 1, levels.length);
        double least = Double.MAX_VALUE;
        int best = first;
        for (int frame = first; frame < last - 3; frame++) {
            double cost = 0;
            for (int near = frame - 3; near <= frame + 3; near++) {
                cost += probabilities[near] + Math.sqrt(levels[near]);
            }
            if (cost < least) {
                least = cost;
                best = frame;
            }
        }
        return (best + 0.5) * Activity.FRAME_SECONDS;
    }

    /** Length of the window that the spans would make. */
    private double packedSeconds(List<Span> spans) {
        double seconds = 2 * EDGE;
        for (int i = 0; i < spans.size(); i++) {
            seconds += spans.get(i).seconds();
            if (i > 0) {
                double silence = spans.get(i).startSeconds() - spans.get(i - 1).endSeconds();
                seconds += Math.min(silence, LONGEST_SILENCE);
            }
        }
        return seconds;
    }

    private Window window(List<Span> spans) {
        List<Piece> pieces = new ArrayList<>();
        double start = Math.max(edgeBefore(spans.getFirst()), 0);
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            boolean last = i == spans.size() - 1;
            double next = last ? 0 : spans.get(i + 1).startSeconds();
            if (last || next - span.endSeconds() > LONGEST_SILENCE) {
                double end = last ? edgeAfter(span) : span.endSeconds() + EDGE;
                pieces.add(piece(start, end));
                start = next - EDGE;
            }
        }
        return new Window(pieces);
    }

    /** A window never hears speech of its neighbours: its edge ends half-way to them. */
    private double edgeBefore(Span span) {
        double before = 0;
        for (Span other : activity.spans()) {
            if (other.startSeconds() < span.startSeconds()) {
                before = Math.min(other.endSeconds(), span.startSeconds());
            } else {
                break;
            }
        }
        return Math.max(span.startSeconds() - EDGE, (before + span.startSeconds()) / 2);
    }

    private double edgeAfter(Span span) {
        double after = duration;
        for (Span other : activity.spans()) {
            if (other.endSeconds() > span.endSeconds()) {
                after = Math.max(other.startSeconds(), span.endSeconds());
                return Math.min(span.endSeconds() + EDGE, (span.endSeconds() + after) / 2);
            }
        }
        return Math.min(span.endSeconds() + EDGE, after);
    }

    private static Piece piece(double start, double end) {
        long first = Math.round(start * Sound.RATE);
        return new Piece(first, (int) (Math.round(end * Sound.RATE) - first));
    }
}
