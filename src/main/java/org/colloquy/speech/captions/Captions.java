package org.colloquy.speech.captions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.colloquy.speech.Word;
import org.jspecify.annotations.Nullable;

/** Words as WebVTT, SubRip or plain text. */
public final class Captions {
    /** A pause that makes a new paragraph where speakers are not told apart. */
    private static final double PARAGRAPH_SECONDS = 2;

    private Captions() {}

    public static String webVtt(List<Word> words) {
        StringBuilder text = new StringBuilder("WEBVTT\n");
        for (Cue cue : Cues.of(words)) {
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

    public static String subRip(List<Word> words) {
        boolean named = words.stream().map(Word::speaker).distinct().count() > 1;
        StringBuilder text = new StringBuilder();
        int number = 1;
        for (Cue cue : Cues.of(words)) {
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

    /** Turns, each with its time and speaker; a blank line between them. */
    public static String plainText(List<Word> words) {
        StringBuilder text = new StringBuilder();
        @Nullable Word before = null;
        for (Word word : words) {
            if (before == null || turnEnds(before, word)) {
                if (before != null) {
                    text.append("\n\n");
                }
                text.append('[').append(clock(word.startSeconds())).append(']');
                if (word.speaker() != null) {
                    text.append(" Speaker ").append(word.speaker());
                }
                text.append('\n');
            } else {
                text.append(' ');
            }
            text.append(word.text());
            before = word;
        }
        return words.isEmpty() ? "" : text.append('\n').toString();
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
