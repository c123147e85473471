package org.colloquy.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The carried tokenizer, against ids that OpenAI gives for the same words. */
class TokenizerTest {
    private static Tokenizer tokenizer;
    private static Vocabulary vocabulary;

    @BeforeAll
    static void read() throws IOException {
        Path file = Path.of("models", "whisper-base-tokenizer.json");
        tokenizer = Tokenizer.read(file);
        vocabulary = Vocabulary.read(file, Path.of("models", "whisper-base-config.json"));
    }

    @Test
    void joinsTheMostFrequentPairsFirst() {
        assertArrayEquals(new int[] {264, 9776}, tokenizer.ids(" the duty"));
        assertArrayEquals(new int[] {7751, 1002}, tokenizer.ids(" hello world"));
        assertArrayEquals(
                new int[] {4909, 996, 3451, 293, 497, 2777, 35, 2483, 311, 2975, 22},
                tokenizer.ids(" Siobhan and RIDDOR's 117"));
        assertArrayEquals(new int[] {4042, 1221, 26465, 89, 3274}, tokenizer.ids(" Małgorzata"));
    }

    @Test
    void whatItWritesReadsTheSame() {
        for (String text :
                new String[] {
                    " Małgorzata O'Connor's NEWS2",
                    " duty of care",
                    " Wong-Baker",
                    " Llŷr \uD83D\uDE00",
                    " 한국어"
                }) {
            int[] ids = tokenizer.ids(text);
            assertEquals(text, vocabulary.text(ids, 0, ids.length));
        }
        assertEquals(0, tokenizer.ids("").length);
    }
}
