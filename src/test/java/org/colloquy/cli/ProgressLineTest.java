package org.colloquy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.colloquy.common.Text;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    @Test
    void aLineForEveryTenth() {
        StringWriter text = new StringWriter();
        ProgressLine line = new ProgressLine(new PrintWriter(text));
        for (int percent = 0; percent <= 30; percent++) {
            line.at(Text.of("Listening"), percent / 100.0);
        }
        line.at(Text.of("Waiting"), null);
        assertEquals(5, text.toString().lines().count(), text.toString());
        assertEquals("Waiting", text.toString().lines().toList().getLast());
    }

    @Test
    void theTimeLeftIsAsRoughAsItIsKnown() {
        assertEquals("a few seconds left", ProgressLine.sentence(4));
        assertEquals("10 seconds left", ProgressLine.sentence(12));
        assertEquals("110 seconds left", ProgressLine.sentence(114));
        assertEquals("2 minutes left", ProgressLine.sentence(116));
        assertEquals("61 minutes left", ProgressLine.sentence(3650));
    }
}
