package org.colloquy.speech.sentences;

/** What comes after a word. */
enum Mark {
    NONE,
    COMMA,
    STOP,
    QUESTION;

    boolean endsSentence() {
        return this == STOP || this == QUESTION;
    }
}
