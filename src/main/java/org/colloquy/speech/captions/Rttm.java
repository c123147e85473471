package org.colloquy.speech.captions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.colloquy.speech.Word;

/**
 * Who speaks when, as RTTM: the lines that tools for speakers read (NIST, "Rich Transcription
 * Evaluation", 2009). A turn is words of one person with at most half a second between them.
 */
public final class Rttm {
    private static final double JOIN_SECONDS = 0.5;

    private Rttm() {}

    private record Turn(int speaker, double startSeconds, double endSeconds) {}

    /**
     * @param name of the recording; what RTTM does not allow in it becomes "_"
     * @param words those without a speaker are left out
     */
    public static String of(String name, List<Word> words) {
        String id = name.isBlank() ? "recording" : name.strip().replaceAll("[\\s;]+", "_");
        StringBuilder text = new StringBuilder();
        for (Turn turn : turns(words)) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "SPEAKER %s 1 %.3f %.3f <NA> <NA> %d <NA> <NA>\n",
                            id,
                            turn.startSeconds,
                            turn.endSeconds - turn.startSeconds,
                            turn.speaker));
        }
        return text.toString();
    }

    private static List<Turn> turns(List<Word> words) {
        List<Turn> turns = new ArrayList<>();
        List<Integer> speakers =
                words.stream().map(Word::speaker).filter(Objects::nonNull).distinct().toList();
        for (int speaker : speakers) {
            Turn turn = null;
            for (Word word : words) {
                if (!Objects.equals(word.speaker(), speaker)) {
                    continue;
                }
                if (turn == null || word.startSeconds() - turn.endSeconds > JOIN_SECONDS) {
                    if (turn != null) {
                        turns.add(turn);
                    }
                    turn = new Turn(speaker, word.startSeconds(), word.endSeconds());
                } else {
                    double end = Math.max(turn.endSeconds, word.endSeconds());
                    turn = new Turn(speaker, turn.startSeconds, end);
                }
            }
            if (turn != null) {
                turns.add(turn);
            }
        }
        turns.sort(Comparator.comparingDouble(Turn::startSeconds));
        return turns;
    }
}
