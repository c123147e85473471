package org.colloquy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.colloquy.common.Json;
import org.colloquy.speech.Word;

/** What a program wrote down: the words of {@code transcribe}'s JSON, or a plain text. */
final class HeardText {
    private HeardText() {}

    static List<Word> words(Path json) throws IOException {
        List<Word> words = new ArrayList<>();
        Object list = Json.read(Files.readString(json), Map.class).get("words");
        for (Object entry : (List<?>) list) {
            Map<?, ?> word = (Map<?, ?>) entry;
            words.add(
                    new Word(
                            String.valueOf(word.get("text")),
                            number(word.get("start")),
                            number(word.get("end")),
                            number(word.get("confidence")),
                            word.get("speaker") instanceof Integer speaker ? speaker : null));
        }
        return words;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    static String text(Path file) throws IOException {
        return file.toString().endsWith(".json")
                ? words(file).stream().map(Word::text).collect(Collectors.joining(" "))
                : Files.readString(file);
    }
}
