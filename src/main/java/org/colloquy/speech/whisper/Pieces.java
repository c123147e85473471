package org.colloquy.speech.whisper;

import java.util.Map;

/** How Whisper's tokenizer file writes bytes: {@code bytes_to_unicode} of OpenAI's GPT-2 (MIT). */
final class Pieces {
    private Pieces() {}

    /**
     * The character each byte is written as: printable Latin-1 as itself, the others as characters
     * from 256 on.
     */
    static char[] charactersOfBytes() {
        char[] characterOf = new char[256];
        int others = 0;
        for (int value = 0; value < 256; value++) {
            boolean printable =
                    value >= '!' && value <= '~' || value >= 0xA1 && value <= 0xAC || value >= 0xAE;
            characterOf[value] = (char) (printable ? value : 256 + others++);
        }
        return characterOf;
    }

    /** The byte each character stands for. */
    static byte[] bytesOfCharacters() {
        byte[] byteOf = new byte[512];
        char[] characterOf = charactersOfBytes();
        for (int value = 0; value < 256; value++) {
            byteOf[characterOf[value]] = (byte) value;
        }
        return byteOf;
    }

    static Object value(Map<?, ?> map, String name) {
        Object value = map.get(name);
        if (value == null) {
            throw new IllegalStateException("Whisper's tokenizer or config lacks " + name);
        }
        return value;
    }
}
