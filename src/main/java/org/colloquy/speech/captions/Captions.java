package org.colloquy.speech.captions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.colloquy.speech.Gap;
import org.colloquy.speech.Word;

/** Words as WebVTT, SubRip or plain text. */
public final class Captions {
    /** A pause that makes a new paragraph where speakers are not told apart. */
    private static final double PARAGRAPH_SECONDS = 2;

    private Captions() {}

    public static String webVtt(List<Word> words, List<Gap> gaps) {
        StringBuilder text = new StringBuilder("WEBVTT\n");
        for (Cue cue : Cues.of(words, gaps)) {
            text.append('\n').append(times(cue, '.')).append('\n');
            String lines = String.join("\n", cue.lines());
            String escaped = lines.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            if (cue.speaker() != null) {
                text.append("<v Speaker ").append(cue.speaker()).append('>');
            }
            text.append(escaped).append('\n');
        }
        return text.toString();
    }

    public static String subRip(List<Word> words, List<Gap> gaps) {
        boolean named = words.stream().map(Word::speaker).distinct().count() > 1;
        StringBuilder text = new StringBuilder();
        int number = 1;
        for (Cue cue : Cues.of(words, gaps)) {
            List<String> lines = cue.lines();
            if (named && cue.turnBegins() && cue.speaker() != null) {
                lines = Cues.lines("Speaker " + cue.speaker() + ": " + String.join(" ", lines));
            }
            text.append(number++).append('\n');
            text.append(times(cue, ',')).append('\n');
            text.append(String.join("\n", lines)).append("\n\n");
        }
        return text.toString();
    }

    /** Turns, each with its time and speaker, and gaps; a blank line between them. */
    public static String plainText(List<Word> words, List<Gap> gaps) {
        List<String> paragraphs = new ArrayList<>();
        int first = 0;
        int gap = 0;
        for (int next = 1; next <= words.size(); next++) {
            while (gap < gaps.size()
                    && gaps.get(gap).startSeconds() < words.get(first).startSeconds()) {
                paragraphs.add(paragraph(gaps.get(gap++)));
            }
            if (next == words.size()
                    || turnEnds(words.get(next - 1), words.get(next))
                    || gap < gaps.size()
                            && gaps.get(gap).startSeconds() < words.get(next).startSeconds()) {
                paragraphs.add(paragraph(words.subList(first, next)));
                first = next;
            }
        }
        gaps.subList(gap, gaps.size()).forEach(left -> paragraphs.add(paragraph(left)));
        return paragraphs.isEmpty() ? "" : String.join("\n\n", paragraphs) + "\n";
    }

    private static String paragraph(List<Word> turn) {
        Integer speaker = turn.getFirst().speaker();
        return "["
                + clock(turn.getFirst().startSeconds())
                + (speaker == null ? "]\n" : "] Speaker " + speaker + "\n")
                + turn.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    private static String paragraph(Gap gap) {
        return "["
                + clock(gap.startSeconds())
                + "] could not be transcribed, until ["
                + clock(gap.endSeconds())
                + "]";
    }

    private static boolean turnEnds(Word before, Word next) {
        boolean longPause = next.startSeconds() - before.endSeconds() >= PARAGRAPH_SECONDS;
        return !Objects.equals(before.speaker(), next.speaker())
                || before.speaker() == null && longPause;
    }

    private static String times(Cue cue, char point) {
        List<String> both = new ArrayList<>();
        for (double seconds : new double[] {cue.startSeconds(), cue.endSeconds()}) {
            long millis = Math.round(seconds * 1000);
            both.add(
                    String.format(
                            Locale.ROOT,
                            "%02d:%02d:%02d%c%03d",
                            millis / 3_600_000,
                            millis / 60_000 % 60,
                            millis / 1000 % 60,
                            point,
                            millis % 1000));
        }
        return String.join(" --> ", both);
    }

    private static String clock(double seconds) {
        long whole = (long) seconds;
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
