package org.colloquy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.colloquy.speech.activity.Span;

/**
 * Prints the diarisation error and its parts. Arguments: the reference (RTTM), the scored regions
 * (UEM, or "-": from the start to the last end) and the answer: an RTTM of the same recordings, or
 * the JSON of {@code transcribe} with the recording's name after it.
 */
public final class DiarisationError {
    /** Words of one speaker with less silence between them are one turn. */
    private static final double JOIN_SECONDS = 0.5;

    private DiarisationError() {}

    /**
     * One line for each recording: name, error, missed, false alarm, confusion, speakers, heard.
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, List<SpeakerTurn>> reference = SpeakerTurn.rttm(Path.of(arguments[0]));
        Map<String, List<SpeakerTurn>> answer =
                arguments.length > 3
                        ? Map.of(
                                arguments[3],
                                SpeakerTurn.words(Path.of(arguments[2]), JOIN_SECONDS))
                        : SpeakerTurn.rttm(Path.of(arguments[2]));
        Map<String, List<Span>> regions =
                arguments[1].equals("-") ? Map.of() : uem(Path.of(arguments[1]));
        for (Map.Entry<String, List<SpeakerTurn>> each : answer.entrySet()) {
            List<SpeakerTurn> spoken = reference.get(each.getKey());
            if (spoken == null) {
                throw new IllegalArgumentException(
                        each.getKey() + " is not in " + arguments[0] + ": " + reference.keySet());
            }
            List<Span> scored =
                    regions.getOrDefault(each.getKey(), List.of(extent(spoken, each.getValue())));
            System.out.println(
                    line(each.getKey(), DiarisationScore.of(spoken, each.getValue(), scored)));
        }
    }

    static String line(String name, DiarisationScore score) {
        return String.format(
                Locale.ROOT,
                "%s %.4f %.4f %.4f %.4f %d %d",
                name,
                score.error(),
                score.missed() / score.speech(),
                score.falseAlarm() / score.speech(),
                score.confusion() / score.speech(),
                score.speakers(),
                score.heardSpeakers());
    }

    /** The scored regions of each recording: "name channel start end". */
    static Map<String, List<Span>> uem(Path file) throws IOException {
        Map<String, List<Span>> regions = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length == 4) {
                regions.computeIfAbsent(fields[0], first -> new ArrayList<>())
                        .add(
                                new Span(
                                        Double.parseDouble(fields[2]),
                                        Double.parseDouble(fields[3])));
            }
        }
        return regions;
    }

    private static Span extent(List<SpeakerTurn> spoken, List<SpeakerTurn> heard) {
        double end = 0;
        for (List<SpeakerTurn> turns : List.of(spoken, heard)) {
            for (SpeakerTurn turn : turns) {
                end = Math.max(end, turn.endSeconds());
            }
        }
        return new Span(0, end);
    }
}
