package org.colloquy.speech.captions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.colloquy.speech.Gap;
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

    static final String NOT_TRANSCRIBED = "[could not be transcribed]";

    private final List<Cue> cues = new ArrayList<>();

    private Cues() {}

    /**
     * @param gaps what could not be transcribed; each a caption of its own that says so
     */
    public static List<Cue> of(List<Word> words, List<Gap> gaps) {
        Cues maker = new Cues();
        int first = 0;
        int gap = 0;
        for (int next = 1; next <= words.size(); next++) {
            while (gap < gaps.size()
                    && gaps.get(gap).startSeconds() < words.get(first).startSeconds()) {
                maker.addCue(gaps.get(gap++));
            }
            if (next == words.size()
                    || parted(words.subList(first, next), words.get(next))
                    || gap < gaps.size()
                            && gaps.get(gap).startSeconds() < words.get(next).startSeconds()) {
                maker.add(words.subList(first, next));
                first = next;
            }
        }
        gaps.subList(gap, gaps.size()).forEach(maker::addCue);
        return lengthened(maker.cues);
    }

    private void addCue(Gap gap) {
        double earliest = cues.isEmpty() ? 0 : cues.getLast().endSeconds();
        double start = Math.max(gap.startSeconds(), earliest);
        double end = Math.max(start, gap.endSeconds());
        cues.add(new Cue(start, end, List.of(NOT_TRANSCRIBED), null, true));
    }

    /** Whether the next word begins a new caption whatever its length. */
    private static boolean parted(List<Word> words, Word next) {
        Word last = words.getLast();
        double pause = next.startSeconds() - last.endSeconds();
        boolean sentence = last.text().matches(".*[.?!…。？！][\"'”’)]?");
        return !Objects.equals(last.speaker(), next.speaker())
                || pause >= LONG_PAUSE
                || sentence && (text(words).length() >= ENOUGH_CHARACTERS || pause >= 0.3);
    }

    /** Adds the words as one caption, or as several of about the same length. */
    private void add(List<Word> words) {
        double seconds = words.getLast().endSeconds() - words.getFirst().startSeconds();
        boolean fits =
                text(words).length() <= MOST_CHARACTERS
                        && seconds <= MOST_SECONDS
                        && lines(text(words)).stream().allMatch(line -> line.length() <= LINE);
        if (fits || words.size() == 1) {
            addCue(words);
            return;
        }
        int cut = bestCut(words);
        add(words.subList(0, cut));
        add(words.subList(cut, words.size()));
    }

    /** Near the middle, rather at a comma or a pause. */
    private static int bestCut(List<Word> words) {
        double length = text(words).length();
        int best = 1;
        double least = Double.MAX_VALUE;
        double before = 0;
        for (int cut = 1; cut < words.size(); cut++) {
            Word last = words.get(cut - 1);
            before += last.text().length() + 1;
            double pause = words.get(cut).startSeconds() - last.endSeconds();
            double cost = Math.abs(before / length - 0.5) - Math.min(0.5, pause) / 2;
            if (last.text().matches(".*[,;:、，]")) {
                cost -= 0.2;
            }
            if (cost < least) {
                least = cost;
                best = cut;
            }
        }
        return best;
    }

    private void addCue(List<Word> words) {
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
