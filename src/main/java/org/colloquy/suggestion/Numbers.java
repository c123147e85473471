package org.colloquy.suggestion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.Objects;

/** Numbers that were learned and lie in the program, of two bytes each. */
final class Numbers {
    private Numbers() {}

    static float[] read(String name) {
        try (InputStream file =
                Objects.requireNonNull(Numbers.class.getResourceAsStream(name), name)) {
            ShortBuffer halves = ByteBuffer.wrap(file.readAllBytes()).asShortBuffer();
            float[] numbers = new float[halves.remaining()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Float.float16ToFloat(halves.get(i));
            }
            return numbers;
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
