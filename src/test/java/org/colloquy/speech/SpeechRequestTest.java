package org.colloquy.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.colloquy.common.Problem;
import org.junit.jupiter.api.Test;

class SpeechRequestTest {
    @Test
    void languageIsReducedToItsCode() {
        assertEquals("en", SpeechRequest.automatic("EN-gb").language());
        assertNull(SpeechRequest.automatic("auto").language());
        assertNull(SpeechRequest.automatic(" ").language());
        assertThrows(Problem.BadInput.class, () -> SpeechRequest.automatic("English"));
    }

    @Test
    void speakersAreReadAsTheyAreWritten() {
        for (String text : new String[] {"auto", "none", "channels", "3"}) {
            assertEquals(text, Speakers.parse(text).text());
        }
        assertThrows(Problem.BadInput.class, () -> Speakers.parse("0"));
        assertThrows(Problem.BadInput.class, () -> Speakers.parse("-1"));
        assertThrows(Problem.BadInput.class, () -> Speakers.parse("99999"));
        assertThrows(Problem.BadInput.class, () -> Speakers.parse("both"));
    }

    @Test
    void engineIsReadWhateverTheCase() {
        assertEquals(Engine.VOSK, Engine.parse(" Vosk "));
        assertThrows(Problem.BadInput.class, () -> Engine.parse("kaldi"));
    }
}
