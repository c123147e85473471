package org.colloquy.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private static final WordPiece PIECES = new WordPiece(MiniLm.vocabulary());

    @Test
    void givesTheIdsThatTheLibraryOfItsMakersGives() {
        List<String> lines =
                new String(
                                MiniLm.resource("/org/colloquy/embedding/wordpiece.tsv"),
                                StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toList();
        assertTrue(lines.size() >= 15);
        for (String line : lines) {
            String[] parts = line.split("\t");
            long[] expected =
                    Arrays.stream(parts[1].split(" ")).mapToLong(Long::parseLong).toArray();
            assertArrayEquals(expected, PIECES.cut(parts[0].replace("\\t", "\t")).ids(), parts[0]);
        }
    }

    @Test
    void saysOfWhichWordEachPieceIs() {
        WordPiece.Pieces cut = PIECES.cut("Wash hands, unbelievablyweirdword");
        assertEquals(-1, cut.words()[0]);
        assertEquals(-1, cut.words()[cut.words().length - 1]);
        assertArrayEquals(
                new int[] {0, 1, 1, 2}, IntStream.range(1, 5).map(i -> cut.words()[i]).toArray());
    }

    @Test
    void readsNoMoreThanTheModelTakes() {
        assertEquals(WordPiece.MOST_PIECES + 2, PIECES.cut("go ".repeat(9_000)).ids().length);
    }

    @Test
    void severalProductsAtOnceAreWhatEachIsByItself() {
        List<float[]> vectors =
                IntStream.range(0, 7)
                        .mapToObj(
                                i -> {
                                    float[] one = new float[Embedding.DIMENSIONS];
                                    for (int d = 0; d < one.length; d++) {
                                        one[d] = (float) Math.sin(i * 31 + d);
                                    }
                                    return one;
                                })
                        .toList();
        float[] products = new Columns(vectors).products(vectors.get(3));
        for (int i = 0; i < products.length; i++) {
            assertEquals(Embedding.product(vectors.get(i), vectors.get(3)), products[i], 1e-3);
        }
        assertEquals(0, new Columns(List.of()).products(vectors.get(0)).length);
    }
}
