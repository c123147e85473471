package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.List;

/**
 * Two hearings of one recording made into one. One leads: that of the engine that is better at this
 * language. Its words stand, but where it doubts them and the other is far surer. A vote between
 * equals by confidence (J. G. Fiscus, "A post-processing system to yield reduced word error rates:
 * Recognizer Output Voting Error Reduction (ROVER)", IEEE ASRU 1997) was tried first and made two
 * of three texts worse than the better engine's: engines are sure of errors, too, each in its own
 * way. A word that only one of them heard is the leading one's business: none is put in or left
 * out. Only a benchmark joins; a person takes each word of a second opinion by hand.
 */
public final class Joined {
    /** The leading engine doubts a passage with a mean below this. */
    private static final double DOUBT = 0.6;

    /** So much higher the mean of the other is. */
    private static final double SURER = 0.3;

    private Joined() {}

    /**
     * The words of the leading one, but where it doubts and the other does not.
     *
     * @param leading in order of time
     * @param second in order of time
     */
    public static List<MachineWord> of(List<MachineWord> leading, List<MachineWord> second) {
        List<Turn> turns = TurnBuilder.build(Heard.words(leading));
        List<Word> other = Heard.words(second).stream().map(TurnBuilder.Spoken::word).toList();
        List<MachineWord> joined = new ArrayList<>();
        for (Disagreements.Run run : Disagreements.of(Standing.items(turns, leading), other)) {
            boolean takeOther =
                    run.verdict() == Disagreements.Verdict.DIFFERENT
                            && isFarSurer(run.written(), run.heard());
            for (Word word : takeOther ? run.heard() : run.written()) {
                joined.add(
                        new MachineWord(
                                joined.size() + 1,
                                word.text(),
                                word.startMillis(),
                                word.endMillis(),
                                word.confidence() == null ? 1 : word.confidence(),
                                null));
            }
        }
        return joined;
    }

    private static boolean isFarSurer(List<Word> written, List<Word> heard) {
        if (written.isEmpty() || heard.isEmpty()) {
            return false;
        }
        double own = Differences.mean(written);
        return own < DOUBT && Differences.mean(heard) >= own + SURER;
    }
}
