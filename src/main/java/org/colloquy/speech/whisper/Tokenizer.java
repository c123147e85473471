package org.colloquy.speech.whisper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.common.Json;

/**
 * Text to the pieces that Whisper writes it with: byte-level pair encoding as in OpenAI's GPT-2
 * (encoder.py, MIT). Pieces that often stand together are joined, the most frequent pair first: the
 * one whose piece has the lowest id, as in tiktoken. The merges of the carried file are not used:
 * they lack pairs, and " the" would become two pieces.
 */
final class Tokenizer {
    /** What is encoded by itself: words with the space before them, numbers, signs. */
    private static final Pattern PARTS =
            Pattern.compile(
                    "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+");

    private final Map<String, Integer> ids = new HashMap<>();
    private final char[] characterOf = Pieces.charactersOfBytes();

    /**
     * @param tokenizer in its Hugging Face form
     */
    Tokenizer(Map<?, ?> tokenizer) {
        Map<?, ?> model = (Map<?, ?>) Pieces.value(tokenizer, "model");
        ((Map<?, ?>) Pieces.value(model, "vocab"))
                .forEach((piece, id) -> ids.put((String) piece, (Integer) id));
    }

    static Tokenizer read(Path file) throws IOException {
        return new Tokenizer(Json.read(Files.readString(file), Map.class));
    }

    int[] ids(String text) {
        List<Integer> all = new ArrayList<>();
        Matcher parts = PARTS.matcher(text);
        while (parts.find()) {
            for (String piece : joined(characters(parts.group()))) {
                // Every single byte is a piece, so there is an id for whatever is left.
                all.add(ids.getOrDefault(piece, Vocabulary.END));
            }
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private List<String> characters(String part) {
        List<String> characters = new ArrayList<>();
        for (byte one : part.getBytes(StandardCharsets.UTF_8)) {
            characters.add(String.valueOf(characterOf[one & 0xFF]));
        }
        return characters;
    }

    private List<String> joined(List<String> pieces) {
        while (true) {
            int best = -1;
            int bestRank = Integer.MAX_VALUE;
            for (int i = 0; i + 1 < pieces.size(); i++) {
                int rank = ids.getOrDefault(pieces.get(i) + pieces.get(i + 1), Integer.MAX_VALUE);
                if (rank < bestRank) {
                    best = i;
                    bestRank = rank;
                }
            }
            if (best < 0) {
                return pieces;
            }
            pieces.set(best, pieces.get(best) + pieces.remove(best + 1));
        }
    }
}
