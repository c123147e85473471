package org.colloquy.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.speech.SpeechRequest;

/** Names and terms from a text file, one a line. */
final class VocabularyFile {
    /** More than the most terms of the greatest length, by far. */
    private static final long MOST_BYTES = 1_000_000;

    private VocabularyFile() {}

    /**
     * Blank lines are left out, spaces made single; of two that differ in case the first stays.
     *
     * @throws Problem.BadInput where the file cannot be read, is no text, or has too many terms, or
     *     one that is too long or has no letter or digit
     */
    static List<String> read(Path file) {
        Map<String, String> terms = new LinkedHashMap<>();
        int number = 0;
        for (String line : text(file).split("\\R")) {
            number++;
            String term = line.replaceAll("[\\s\\p{Z}\\p{Cntrl}\\uFEFF]+", " ").strip();
            if (!term.isEmpty()) {
                check(file, number, term);
                terms.putIfAbsent(term.toLowerCase(Locale.ROOT), term);
            }
        }
        if (terms.size() > SpeechRequest.MOST_TERMS) {
            throw new Problem.BadInput(
                    "{file} has {terms} terms; a vocabulary can have at most "
                            + "{mostTerms}. Leave out everyday words: they are known anyway.",
                    Map.of(
                            "file",
                            file,
                            "terms",
                            terms.size(),
                            "mostTerms",
                            SpeechRequest.MOST_TERMS));
        }
        return List.copyOf(terms.values());
    }

    private static String text(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new Problem.BadInput(
                        "{file} is a folder, not a file with one term a line.",
                        Map.of("file", file));
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new Problem.BadInput(
                        "{file} is too large for a vocabulary: give a text file, one term "
                                + "a line.",
                        Map.of("file", file));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException noText) {
            throw new Problem.BadInput(
                    "{file} is no text in UTF-8: save it as plain text, one term a " + "line.",
                    Map.of("file", file));
        } catch (IOException unreadable) {
            throw new Problem.BadInput(
                    "The vocabulary {file} cannot be read: is it there, and may it be " + "read?",
                    Map.of("file", file));
        }
    }

    private static void check(Path file, int number, String term) {
        if (term.length() > SpeechRequest.LONGEST_TERM) {
            throw new Problem.BadInput(
                    "Line {number} of {file} is too long for a term: at most "
                            + "{longestTerm} characters, one term a line.",
                    Map.of(
                            "number",
                            number,
                            "file",
                            file,
                            "longestTerm",
                            SpeechRequest.LONGEST_TERM));
        }
        if (term.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new Problem.BadInput(
                    "Line {number} of {file} is no term: it has no letter and no digit.",
                    Map.of("number", number, "file", file));
        }
    }
}
