package org.colloquy.speech.captions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.colloquy.speech.Word;

/**
 * Cuts words into captions of at most two lines: at a change of speaker, at pauses and ends of
 * sentences, else at a comma; none begins before the one before it has ended.
 */
public final class Cues {
    /** Characters a line, as broadcasters do. */
    public static final int LINE = 42;

    /** Leaves room for "Speaker 2: ". */
    private static final int MOST_CHARACTERS = 2 * LINE - 14;

    private static final double MOST_SECONDS = 6.5;
    private static final double LEAST_SECONDS = 1;
    private static final double LONG_PAUSE = 0.8;

    /** A sentence end closes a caption that has at least so much text. */
    private static final int ENOUGH_CHARACTERS = 24;

    private final List<Cue> cues = new ArrayList<>();
    private List<Word> open = new ArrayList<>();

    private Cues() {}

    public static List<Cue> of(List<Word> words) {
        Cues maker = new Cues();
        for (Word word : words) {
            maker.add(word);
        }
        maker.close(maker.open.size());
        return lengthened(maker.cues);
    }

    private void add(Word word) {
        if (!open.isEmpty() && endsBefore(word)) {
            close(open.size());
        }
        if (!open.isEmpty() && !fits(word)) {
            close(bestCut());
        }
        open.add(word);
    }

    private boolean endsBefore(Word next) {
        Word last = open.getLast();
        double pause = next.startSeconds() - last.endSeconds();
        boolean sentence = last.text().matches(".*[.?!…。？！][\"'”’)]?");
        return !Objects.equals(last.speaker(), next.speaker())
                || pause >= LONG_PAUSE
                || sentence && (text(open).length() >= ENOUGH_CHARACTERS || pause >= 0.3);
    }

    private boolean fits(Word next) {
        return text(open).length() + 1 + next.text().length() <= MOST_CHARACTERS
                && next.endSeconds() - open.getFirst().startSeconds() <= MOST_SECONDS;
    }

    /** How many of the open words to close: up to the last comma or pause past the middle. */
    private int bestCut() {
        for (int count = open.size() - 1; count > open.size() / 2; count--) {
            double pause = open.get(count).startSeconds() - open.get(count - 1).endSeconds();
            if (open.get(count - 1).text().matches(".*[,;:、，]") || pause >= 0.3) {
                return count;
            }
        }
        return open.size();
    }

    private void close(int count) {
        if (count == 0) {
            return;
        }
        List<Word> words = open.subList(0, count);
        Word first = words.getFirst();
        double earliest = cues.isEmpty() ? 0 : cues.getLast().endSeconds();
        double start = Math.max(first.startSeconds(), earliest);
        boolean turnBegins =
                cues.isEmpty() || !Objects.equals(cues.getLast().speaker(), first.speaker());
        cues.add(
                new Cue(
                        start,
                        Math.max(start, words.getLast().endSeconds()),
                        lines(text(words)),
                        first.speaker(),
                        turnBegins));
        open = new ArrayList<>(open.subList(count, open.size()));
    }

    /** Short captions stay on a little, where the next one lets them. */
    private static List<Cue> lengthened(List<Cue> cues) {
        List<Cue> longer = new ArrayList<>();
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            double most = i + 1 < cues.size() ? cues.get(i + 1).startSeconds() : Double.MAX_VALUE;
            double wanted = Math.max(cue.endSeconds(), cue.startSeconds() + LEAST_SECONDS);
            longer.add(
                    new Cue(
                            cue.startSeconds(),
                            Math.max(cue.endSeconds(), Math.min(wanted, most)),
                            cue.lines(),
                            cue.speaker(),
                            cue.turnBegins()));
        }
        return longer;
    }

    /** One line, or two of about the same length. */
    static List<String> lines(String text) {
        if (text.length() <= LINE) {
            return List.of(text);
        }
        int best = -1;
        int shortest = Integer.MAX_VALUE;
        for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
            int longer = Math.max(space, text.length() - space - 1);
            if (longer < shortest) {
                shortest = longer;
                best = space;
            }
        }
        return best < 0
                ? List.of(text)
                : List.of(text.substring(0, best), text.substring(best + 1));
    }

    private static String text(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
