package org.colloquy.speech.whisper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.colloquy.common.Json;

/**
 * Whisper's vocabulary: byte-level pieces of text, and special ids after them. Read from the
 * Hugging Face form of the tokenizer and the model's own settings; only decoding is needed.
 */
final class Vocabulary {
    static final int END = 50257;
    static final int START = 50258;
    static final int TRANSCRIBE = 50359;
    static final int NO_SPEECH = 50362;
    static final int NO_TIMESTAMPS = 50363;
    static final int SIZE = 51865;

    private final byte[][] pieces = new byte[END][];
    private final Map<String, Integer> languages = new HashMap<>();
    private final int[] suppressed;
    private final int[] suppressedFirst;

    Vocabulary(Map<?, ?> tokenizer, Map<?, ?> config) {
        byte[] byteOf = Pieces.bytesOfCharacters();
        Map<?, ?> vocabulary =
                (Map<?, ?>) Pieces.value((Map<?, ?>) Pieces.value(tokenizer, "model"), "vocab");
        vocabulary.forEach(
                (text, id) -> {
                    if ((Integer) id < END) {
                        pieces[(Integer) id] = bytes((String) text, byteOf);
                    }
                });
        List<?> languageIds = (List<?>) Pieces.value(config, "lang_ids");
        for (Object added : (List<?>) Pieces.value(tokenizer, "added_tokens")) {
            Map<?, ?> special = (Map<?, ?>) added;
            Object id = Pieces.value(special, "id");
            if (languageIds.contains(id)) {
                String content = (String) Pieces.value(special, "content");
                languages.put(content.substring(2, content.length() - 2), (Integer) id);
            }
        }
        IntStream always =
                IntStream.concat(
                        ids((List<?>) Pieces.value(config, "suppress_ids")),
                        IntStream.range(END + 1, SIZE));
        suppressed = always.toArray();
        suppressedFirst =
                IntStream.concat(
                                IntStream.of(suppressed),
                                ids((List<?>) Pieces.value(config, "suppress_ids_begin")))
                        .toArray();
    }

    /**
     * That of an installed model.
     *
     * @param name what the model's files begin with
     */
    static Vocabulary ofModel(Path folder, String name) {
        try {
            return read(
                    folder.resolve(name + "-tokenizer.json"),
                    folder.resolve(name + "-config.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Vocabulary read(Path tokenizer, Path config) throws IOException {
        return new Vocabulary(
                Json.read(Files.readString(tokenizer), Map.class),
                Json.read(Files.readString(config), Map.class));
    }

    /** Languages by their codes ("en"), each with its id. */
    Map<String, Integer> languages() {
        return languages;
    }

    Optional<Integer> language(String code) {
        return Optional.ofNullable(languages.get(code));
    }

    /** Ids that are never text here: of sounds, of other tasks, and times. */
    int[] suppressed(boolean first) {
        return first ? suppressedFirst : suppressed;
    }

    /** The bytes of a piece of text; a character may need the next piece too. */
    byte[] bytes(int id) {
        return pieces[id];
    }

    String text(int[] ids, int from, int to) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = from; i < to; i++) {
            bytes.writeBytes(pieces[ids[i]]);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Whether a piece is more of the word before it: it begins with a letter or a digit. */
    boolean continuesWord(int id) {
        if (id == END) {
            return false;
        }
        byte first = pieces[id][0];
        return first < 0 || Character.isLetterOrDigit(first);
    }

    /** Whether a piece begins with a space and a letter or a digit. */
    boolean beginsWord(int id) {
        byte[] piece = pieces[id];
        return piece.length > 1
                && piece[0] == ' '
                && (piece[1] < 0 || Character.isLetterOrDigit(piece[1]));
    }

    private static IntStream ids(List<?> ids) {
        return ids.stream().mapToInt(id -> (Integer) id);
    }

    private static byte[] bytes(String text, byte[] byteOf) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        text.chars().forEach(character -> bytes.write(byteOf[character]));
        return bytes.toByteArray();
    }
}
