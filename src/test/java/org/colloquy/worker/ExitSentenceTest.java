package org.colloquy.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExitSentenceTest {
    @Test
    void aCrashIsToldFromAKill() {
        assertTrue(ExitSentence.isCrash(139));
        assertTrue(ExitSentence.isCrash(134));
        assertFalse(ExitSentence.isCrash(137));
        assertFalse(ExitSentence.isCrash(1));
        assertEquals(
                "The worker process crashed in native code (signal 11).",
                ExitSentence.of(139, "# noise of the machine").message());
        assertEquals(
                "The worker process failed (exit code 3). It said: no room",
                ExitSentence.of(3, "no room").message());
    }

    @Test
    void whatPeopleReadHasNoStackTrace() {
        ErrorTail tail = new ErrorTail();
        tail.add("Picked up JAVA_TOOL_OPTIONS: -Dx");
        tail.add("Exception in thread \"main\" java.lang.IllegalStateException: The model is gone");
        tail.add("\tat org.colloquy.Main.main(Main.java:1)");
        tail.add("Caused by: java.io.IOException: x");
        assertEquals("The model is gone", tail.forPeople());
        for (int i = 0; i < 100; i++) {
            tail.add("line " + i);
        }
        assertEquals("line 98 line 99", tail.forPeople());
    }
}
