package org.colloquy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.colloquy.common.Json;
import org.colloquy.speech.ErrorRate;
import org.colloquy.speech.Word;
import org.colloquy.transcript.Joined;
import org.colloquy.transcript.MachineWord;

/**
 * Prints the shares of characters that are wrong in the leading hearing, in another, and in what
 * joining both gives: {@code REFERENCES.json NAME LEADING.json OTHER.json}.
 */
public final class JoinedHearings {
    private JoinedHearings() {}

    public static void main(String[] arguments) throws IOException {
        Map<?, ?> references = Json.read(Files.readString(Path.of(arguments[0])), Map.class);
        String said = String.valueOf(references.get(arguments[1]));
        List<MachineWord> first = machine(HeardText.words(Path.of(arguments[2])));
        List<MachineWord> second = machine(HeardText.words(Path.of(arguments[3])));
        System.out.printf(
                Locale.ROOT,
                "%.3f %.3f %.3f%n",
                rate(said, first),
                rate(said, second),
                rate(said, Joined.of(first, second)));
    }

    private static double rate(String said, List<MachineWord> words) {
        String heard = words.stream().map(MachineWord::text).collect(Collectors.joining(" "));
        return ErrorRate.ofCharacters(said, heard);
    }

    static List<MachineWord> machine(List<Word> words) {
        List<MachineWord> machine = new ArrayList<>();
        for (Word word : words) {
            machine.add(
                    new MachineWord(
                            machine.size() + 1,
                            word.text(),
                            Math.round(word.startSeconds() * 1000),
                            Math.round(word.endSeconds() * 1000),
                            word.confidence(),
                            word.speaker()));
        }
        return machine;
    }
}
