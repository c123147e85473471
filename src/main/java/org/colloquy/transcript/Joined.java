package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.List;

/**
 * Two hearings of one recording made into one: where they differ, the surer has it. The simplest of
 * the votes of J. G. Fiscus, "A post-processing system to yield reduced word error rates:
 * Recognizer Output Voting Error Reduction (ROVER)", IEEE ASRU 1997, by confidence alone, for two.
 */
public final class Joined {
    private Joined() {}

    /**
     * The words of the first, but where the second is surer.
     *
     * @param first in order of time
     * @param second in order of time
     */
    public static List<MachineWord> of(List<MachineWord> first, List<MachineWord> second) {
        List<Turn> turns = TurnBuilder.build(Heard.words(first));
        List<Word> other = Heard.words(second).stream().map(TurnBuilder.Spoken::word).toList();
        List<MachineWord> joined = new ArrayList<>();
        for (Disagreements.Run run : Disagreements.of(Standing.items(turns, first), other)) {
            boolean takeOther =
                    run.verdict() == Disagreements.Verdict.DIFFERENT
                            && Differences.isSurer(run.written(), run.heard());
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
}
