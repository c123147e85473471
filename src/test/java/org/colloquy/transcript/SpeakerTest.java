package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.colloquy.common.Text;
import org.junit.jupiter.api.Test;

class SpeakerTest {
    @Test
    void oneThatNobodyNamedSaysItsNumber() {
        assertFalse(Speaker.unnamed(2).hasName());
        assertEquals(
                new Text("Speaker 2", "Speaker {number}", Map.of("number", "2")),
                Speaker.unnamed(2).said());
    }

    @Test
    void aNameIsTheSameInEveryLanguage() {
        assertTrue(new Speaker(1, "Ann").hasName());
        assertTrue(new Speaker(1, "Speaker 2").hasName(), "a person called the first one so");
        assertEquals(Text.asItIs("Ann"), new Speaker(1, "Ann").said());
    }

    @Test
    void theNumberIsReadFromTheNameOnlyWhereItIsThatAndNoMore() {
        assertEquals(2, Speaker.unnamedNumber("Speaker 2"));
        assertEquals(50, Speaker.unnamedNumber("Speaker 50"));
        for (String name :
                List.of("Ann", "", "Speaker", "Speaker 0", "Speaker 02", "Speaker 2 (Ann)")) {
            assertNull(Speaker.unnamedNumber(name), name);
        }
        assertNull(Speaker.unnamedNumber(null));
    }

    @Test
    void theLogOfWhoSpeaksReadsAsItIsWritten() {
        for (String names :
                List.of("Ann", "Speaker 1, Lee, Ann", "nobody known", "", "{number}", "a, , b")) {
            assertEquals(names, Speaker.said(names).message());
        }
        Text said = Speaker.said("Speaker 1, Ann");
        assertEquals("{before}, {next}", said.text());
        assertEquals(Speaker.unnamed(1).said(), said.values().get("before"));
        assertEquals(Text.asItIs("Ann"), said.values().get("next"));
        assertEquals("nobody known", Speaker.said("nobody known").text());
    }
}
