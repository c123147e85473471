package org.colloquy.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints how far the times of words are off, all files together. Arguments: "text" (words are found
 * again by their text) or "place" (by where they are), then truth and transcript of each recording,
 * as JSON with "words". With "each" after the first argument also a line for each recording.
 */
public final class WordTimesError {
    private WordTimesError() {}

    public static void main(String[] arguments) throws IOException {
        boolean byText = arguments[0].equals("text");
        boolean each = arguments[1].equals("each");
        List<WordTimesScore> scores = new ArrayList<>();
        for (int i = each ? 2 : 1; i + 1 < arguments.length; i += 2) {
            List<PlacedWord> truth = PlacedWord.read(Path.of(arguments[i]));
            List<PlacedWord> heard = PlacedWord.read(Path.of(arguments[i + 1]));
            WordTimesScore score =
                    byText
                            ? WordTimesScore.byText(truth, heard)
                            : WordTimesScore.byPlace(truth, heard);
            if (each) {
                System.out.println(Path.of(arguments[i]).getFileName() + " " + score.line());
            }
            scores.add(score);
        }
        System.out.println((each ? "all " : "") + WordTimesScore.joined(scores).line());
    }
}
