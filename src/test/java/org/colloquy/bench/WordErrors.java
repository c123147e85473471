package org.colloquy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.colloquy.common.Json;
import org.colloquy.speech.ErrorRate;

/**
 * The word error rate over several recordings together: {@code WordErrors REFERENCES.json
 * NAME=HEARD.json ...}. References: names to texts. Heard: what {@code transcribe --format json}
 * writes, of which only the text of the words counts.
 */
public final class WordErrors {
    private WordErrors() {}

    public static void main(String[] arguments) throws IOException {
        Map<?, ?> references = Json.read(Files.readString(Path.of(arguments[0])), Map.class);
        StringBuilder said = new StringBuilder();
        StringBuilder heard = new StringBuilder();
        for (String pair : List.of(arguments).subList(1, arguments.length)) {
            int at = pair.indexOf('=');
            said.append(references.get(pair.substring(0, at))).append(' ');
            heard.append(text(Files.readString(Path.of(pair.substring(at + 1))))).append(' ');
        }
        double rate = ErrorRate.ofWords(said.toString(), heard.toString());
        System.out.println(String.format(Locale.ROOT, "%.4f", rate));
    }

    static String text(String json) {
        List<?> words = (List<?>) Json.read(json, Map.class).get("words");
        return words == null
                ? ""
                : words.stream()
                        .map(word -> String.valueOf(((Map<?, ?>) word).get("text")))
                        .collect(Collectors.joining(" "));
    }
}
