package org.colloquy.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.speech.whisper.TokenWords.TokenWord;
import org.junit.jupiter.api.Test;

class TokenWordsTest {
    /** The words of a text that was written in these pieces. */
    private static List<TokenWord> words(String language, byte[]... pieces) {
        Map<String, Integer> vocabulary = new HashMap<>();
        int[] ids = new int[pieces.length];
        for (byte[] piece : pieces) {
            vocabulary.putIfAbsent(coded(piece), vocabulary.size());
        }
        for (int i = 0; i < pieces.length; i++) {
            ids[i] = vocabulary.get(coded(pieces[i]));
        }
        Vocabulary made =
                new Vocabulary(
                        Map.of("model", Map.of("vocab", vocabulary), "added_tokens", List.of()),
                        Map.of(
                                "lang_ids", List.of(),
                                "suppress_ids", List.of(),
                                "suppress_ids_begin", List.of()));
        int[] firstFrames = new int[ids.length + 1];
        for (int i = 0; i < firstFrames.length; i++) {
            firstFrames[i] = i;
        }
        return TokenWords.split(ids, firstFrames, made, language);
    }

    private static List<String> texts(String language, String... pieces) {
        List<byte[]> bytes = new ArrayList<>();
        for (String piece : pieces) {
            bytes.add(piece.getBytes(StandardCharsets.UTF_8));
        }
        return words(language, bytes.toArray(new byte[0][])).stream().map(TokenWord::text).toList();
    }

    /** Bytes as GPT-2 writes them in its vocabulary. */
    private static String coded(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte one : bytes) {
            int value = one & 0xFF;
            boolean printable =
                    value >= '!' && value <= '~' || value >= 0xA1 && value <= 0xAC || value >= 0xAE;
            int others = value <= 32 ? value : value <= 0xA0 ? value - 127 + 33 : 67;
            text.append((char) (printable ? value : 256 + others));
        }
        return text.toString();
    }

    @Test
    void spacesPartWordsAndPunctuationStaysWithThem() {
        assertEquals(
                List.of("Good", "morning,", "you'll", "see", "side-by-side."),
                texts(
                        "en",
                        " Good",
                        " morning",
                        ",",
                        " you",
                        "'ll",
                        " see",
                        " side",
                        "-",
                        "by",
                        "-side",
                        "."));
    }

    @Test
    void openingQuotesStayWithTheNextWord() {
        assertEquals(
                List.of("He", "said", "\"yes\"", "(twice)."),
                texts("en", " He", " said", " \"", "yes", "\"", " (", "tw", "ice", ")."));
    }

    @Test
    void numbersAndSignsAreWords() {
        assertEquals(
                List.of("100%", "of", "£5.50"),
                texts("en", " 100", "%", " of", " £", "5", ".", "50"));
    }

    @Test
    void punctuationTakesNoTime() {
        byte[][] pieces = {
            " yes".getBytes(StandardCharsets.UTF_8), ".".getBytes(StandardCharsets.UTF_8)
        };
        assertEquals(List.of(new TokenWord("yes.", 0, 1, 2)), words("en", pieces));
    }

    @Test
    void charactersSplitOverPiecesAreWhole() {
        byte[] korean = " 결과".getBytes(StandardCharsets.UTF_8);
        byte[] first = {korean[0], korean[1], korean[2]};
        byte[] second = {korean[3], korean[4], korean[5], korean[6]};
        assertEquals(List.of(new TokenWord("결과", 0, 2, 2)), words("ko", first, second));
    }

    @Test
    void languagesWithoutSpacesArePartedByPiece() {
        assertEquals(List.of("你好", "世界。"), texts("zh", "你好", "世界", "。"));
    }

    @Test
    void onlyPunctuationIsNoWord() {
        assertEquals(List.of(), texts("en", " ...", " -"));
    }
}
