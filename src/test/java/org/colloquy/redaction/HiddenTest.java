package org.colloquy.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HiddenTest {
    private static Hidden of(long... times) {
        List<Hidden.Span> spans = new java.util.ArrayList<>();
        for (int i = 0; i < times.length; i += 2) {
            spans.add(new Hidden.Span(times[i], times[i + 1]));
        }
        return new Hidden(spans);
    }

    @Test
    void stretchesThatTouchAreOne() {
        assertEquals(of(0, 30, 50, 60), of(50, 60, 10, 30, 0, 20, 12, 15));
        assertEquals(1, of(0, 10, 10, 20).spans().size());
        assertThrows(IllegalArgumentException.class, () -> of(5, 5));
        assertThrows(IllegalArgumentException.class, () -> of(-1, 5));
    }

    @Test
    void aWordIsHiddenByItsMiddle() {
        Hidden hidden = of(100, 200);
        assertTrue(hidden.hides(100, 100));
        assertTrue(hidden.hides(60, 140));
        assertFalse(hidden.hides(60, 139));
        assertTrue(hidden.hides(180, 218));
        assertFalse(hidden.hides(180, 220));
        assertFalse(Hidden.NONE.hides(0, 100));
        Hidden several = of(0, 10, 20, 30, 40, 50);
        for (long middle = 0; middle < 60; middle++) {
            assertEquals(
                    middle < 50 && middle / 10 % 2 == 0,
                    several.hides(middle, middle),
                    String.valueOf(middle));
        }
    }

    @Test
    void inAPartOfARecordingEverythingIsAtItsOwnTime() {
        assertEquals(of(0, 5, 10, 20), of(15, 25, 30, 40, 5, 10).shifted(-20));
        assertEquals(of(25, 30), of(5, 10).shifted(20));
        assertEquals(Hidden.NONE, of(5, 10).shifted(-10));
    }

    @Test
    void namesAreHiddenInTextsWhateverStandsAroundThem() {
        Veil veil = new Veil(of(0, 1), Set.of("smith", "zoë", "07700"), Set.of());
        assertEquals(
                "█████ said █████ is █████ at █████",
                veil.clean("Zoë said “Smith's” is SMITH-JONES at 07700-900"));
        assertEquals("a $1 \\ line\nsmithy", veil.clean("a $1 \\ line\nsmithy"));
        assertTrue(veil.names("about (smith)"));
        assertEquals("█████ came", veil.clean("Zoe\u0308 came"));
        assertFalse(veil.names("about smithies"));
        String same = "nothing";
        assertSame(same, Veil.NONE.clean(same));
    }

    @Test
    void aTextOfWhichNobodyKnowsIsHiddenWordByWord() {
        assertEquals("█████ █████\n█████", Masking.maskAll("one two\nthree"));
        assertEquals("", Masking.maskAll(""));
        assertTrue(Masking.isMasked(Masking.maskAll("one")));
    }
}
