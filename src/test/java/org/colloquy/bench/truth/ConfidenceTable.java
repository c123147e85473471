package org.colloquy.bench.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.colloquy.bench.truth.Matches.Rated;
import org.colloquy.bench.truth.Matches.Unit;
import org.colloquy.bench.truth.Reliability.Bin;

/** Prints how often words are right by their confidence. */
public final class ConfidenceTable {
    private ConfidenceTable() {}

    /**
     * @param arguments a folder of {@link TalkMaker}, and the folder of the Korean Vosk model where
     *     its files are Korean; the table goes to standard error, and to standard output: words,
     *     right, calibration error, separation, words around 0.9, right of these, right below 0.6
     */
    public static void main(String[] arguments) throws IOException {
        boolean korean = arguments.length > 1;
        List<Rated> rated = new ArrayList<>();
        try (Ear ear = korean ? Ear.korean(Path.of(arguments[1])) : Ear.english()) {
            for (SaidText said : SaidText.in(Path.of(arguments[0]))) {
                Matches matches =
                        Matches.of(
                                said.text(),
                                ear.hear(said.wav()),
                                korean ? Unit.CHARACTER : Unit.WORD);
                rated.addAll(matches.right());
                System.err.printf(
                        Locale.ROOT,
                        "%s: %d words heard, %d right%n",
                        said.name(),
                        matches.right().size(),
                        matches.right().stream().filter(Rated::right).count());
            }
        }
        Reliability all = new Reliability(rated);
        System.err.print(all.table());
        Bin nine = all.between(0.85, 0.95);
        System.out.printf(
                Locale.ROOT,
                "%d\t%.3f\t%.3f\t%.3f\t%d\t%.3f\t%.3f%n",
                rated.size(),
                all.between(0, 1.01).rightly(),
                all.calibrationError(),
                all.separation(),
                nine.count(),
                nine.rightly(),
                all.between(0, 0.6).rightly());
    }
}
