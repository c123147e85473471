package org.colloquy.redaction;

import java.util.List;
import org.colloquy.transcript.MachineWord;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Turn;
import org.colloquy.transcript.Word;

/** Puts blocks where words are hidden. Ids, times and order stay. */
public final class Masking {
    /** What stands for a hidden word. */
    public static final String BLOCK = "█████";

    private Masking() {}

    public static Transcript mask(Transcript transcript, Hidden hidden) {
        return hidden.isEmpty()
                ? transcript
                : new Transcript(
                        transcript.id(),
                        transcript.recordingId(),
                        transcript.version(),
                        transcript.engine(),
                        transcript.model(),
                        transcript.language(),
                        transcript.durationMillis(),
                        transcript.createdAt(),
                        transcript.speakers(),
                        transcript.turns().stream().map(turn -> mask(turn, hidden)).toList(),
                        transcript.gaps());
    }

    public static Turn mask(Turn turn, Hidden hidden) {
        return hidden.isEmpty()
                ? turn
                : new Turn(
                        turn.id(),
                        turn.speaker(),
                        turn.startMillis(),
                        turn.endMillis(),
                        turn.words().stream().map(word -> mask(word, hidden)).toList(),
                        turn.corrected());
    }

    public static Word mask(Word word, Hidden hidden) {
        return hidden.hides(word.startMillis(), word.endMillis())
                ? new Word(
                        word.id(),
                        BLOCK,
                        word.startMillis(),
                        word.endMillis(),
                        null,
                        null,
                        word.given())
                : word;
    }

    public static MachineWord mask(MachineWord word, Hidden hidden) {
        return hidden.hides(word.startMillis(), word.endMillis())
                ? new MachineWord(
                        word.id(), BLOCK, word.startMillis(), word.endMillis(), 0, word.speaker())
                : word;
    }

    public static List<MachineWord> mask(List<MachineWord> words, Hidden hidden) {
        return words.stream().map(word -> mask(word, hidden)).toList();
    }

    /** A block for each of its words: of a text of which nobody knows which words are hidden. */
    public static String maskAll(String text) {
        return text.replaceAll("\\S+", BLOCK);
    }

    /** Whether a word of the text is hidden. */
    public static boolean isMasked(String text) {
        return text.contains(BLOCK);
    }
}
