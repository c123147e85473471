package org.colloquy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.colloquy.common.Json;
import org.colloquy.speech.ErrorRate;

/**
 * Prints the share of characters that are wrong: {@code REFERENCES.json NAME TIMES HEARD ...}, one
 * line for each of what was heard, where the text of that name was said so many times.
 */
public final class CharacterErrors {
    private CharacterErrors() {}

    public static void main(String[] arguments) throws IOException {
        Map<?, ?> references = Json.read(Files.readString(Path.of(arguments[0])), Map.class);
        String said = String.valueOf(references.get(arguments[1])) + " ";
        String all = said.repeat(Integer.parseInt(arguments[2]));
        for (int i = 3; i < arguments.length; i++) {
            double rate = ErrorRate.ofCharacters(all, HeardText.text(Path.of(arguments[i])));
            System.out.printf(Locale.ROOT, "%.4f%n", rate);
        }
    }
}
