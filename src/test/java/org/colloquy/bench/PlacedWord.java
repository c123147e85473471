package org.colloquy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.colloquy.common.Json;

/** A word of a transcript or of its truth, with its place in seconds. */
record PlacedWord(String text, double start, double end) {

    PlacedWord {
        if (!(start >= 0) || !(end >= start)) {
            throw new IllegalArgumentException(text + " from " + start + " to " + end);
        }
    }

    double seconds() {
        return end - start;
    }

    double middle() {
        return (start + end) / 2;
    }

    /** The "words" of a JSON object, in order: the form of {@code transcribe --format json}. */
    static List<PlacedWord> read(Path json) throws IOException {
        Map<?, ?> object = Json.read(Files.readString(json), Map.class);
        List<PlacedWord> words = new ArrayList<>();
        for (Object each : (List<?>) Objects.requireNonNull(object.get("words"))) {
            Map<?, ?> word = (Map<?, ?>) each;
            words.add(
                    new PlacedWord(
                            String.valueOf(word.get("text")),
                            seconds(word, "start"),
                            seconds(word, "end")));
        }
        return words;
    }

    private static double seconds(Map<?, ?> word, String name) {
        return ((Number) Objects.requireNonNull(word.get(name))).doubleValue();
    }
}
