package org.colloquy.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void onlyTheNameOnOneLineIsKept() {
        assertEquals("talk.wav", FileNames.clean("talk.wav"));
        assertEquals("talk.wav", FileNames.clean("C:\\fakepath\\talk.wav"));
        assertEquals("passwd", FileNames.clean("../../etc/passwd"));
        assertEquals("a \"b\" 'c'.wav", FileNames.clean("a \"b\"\n'c'.wav"));
        assertEquals("a vaw.exe", FileNames.clean("a\u202Evaw.exe"));
        assertEquals("면담 녹음.m4a", FileNames.clean("면담 녹음.m4a"));
        assertEquals("recording", FileNames.clean("\u0000\n"));
        assertEquals("recording", FileNames.clean("folder/"));
        assertEquals(200, FileNames.clean("x".repeat(999)).length());
    }
}
