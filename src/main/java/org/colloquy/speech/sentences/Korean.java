package org.colloquy.speech.sentences;

/** Syllables of Hangul, by their place in Unicode (section 3.12 of the standard). */
final class Korean {
    private static final int FIRST = 0xAC00;
    private static final int LAST = 0xD7A3;
    private static final int FINALS = 28;

    /** Places of the final consonants ㄹ and ㅂ. */
    static final int RIEUL = 8;

    static final int PIEUP = 17;

    private Korean() {}

    static boolean isSyllable(int character) {
        return character >= FIRST && character <= LAST;
    }

    /** Place of the syllable's final consonant, 0 where it has none, -1 where it is no syllable. */
    static int finalOf(int character) {
        return isSyllable(character) ? (character - FIRST) % FINALS : -1;
    }
}
