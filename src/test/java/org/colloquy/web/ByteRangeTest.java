package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ByteRangeTest {
    private static final ByteRange WHOLE = new ByteRange.Whole();
    private static final ByteRange BEYOND = new ByteRange.Unsatisfiable();

    @Test
    void partsWithinTheFile() {
        assertEquals(new ByteRange.Part(0, 9), ByteRange.parse("bytes=0-9", 100));
        assertEquals(new ByteRange.Part(0, 0), ByteRange.parse("bytes=0-0", 100));
        assertEquals(new ByteRange.Part(90, 99), ByteRange.parse("bytes=90-", 100));
        assertEquals(new ByteRange.Part(90, 99), ByteRange.parse("bytes=90-500", 100));
        assertEquals(new ByteRange.Part(95, 99), ByteRange.parse("bytes=-5", 100));
        assertEquals(new ByteRange.Part(0, 99), ByteRange.parse("bytes=-500", 100));
        assertEquals(new ByteRange.Part(1, 2), ByteRange.parse(" bytes = 1 - 2 ", 100));
    }

    @Test
    void beyondTheEnd() {
        assertEquals(BEYOND, ByteRange.parse("bytes=100-", 100));
        assertEquals(BEYOND, ByteRange.parse("bytes=999999999999-", 100));
        assertEquals(BEYOND, ByteRange.parse("bytes=-0", 100));
        assertEquals(BEYOND, ByteRange.parse("bytes=0-", 0));
        assertEquals(BEYOND, ByteRange.parse("bytes=-5", 0));
    }

    @Test
    void whatIsNotOneRangeIsTheWhole() {
        assertEquals(WHOLE, ByteRange.parse(null, 100));
        assertEquals(WHOLE, ByteRange.parse("bytes=0-1,5-6", 100));
        assertEquals(WHOLE, ByteRange.parse("bytes=9-5", 100));
        assertEquals(WHOLE, ByteRange.parse("bytes=-", 100));
        assertEquals(WHOLE, ByteRange.parse("bytes=a-b", 100));
        assertEquals(WHOLE, ByteRange.parse("bytes=99999999999999999999-", 100));
        assertEquals(WHOLE, ByteRange.parse("pages=1-2", 100));
    }

    @Test
    void aNameIsSavedSafely() {
        assertEquals(
                "attachment; filename=\"a _b_ _.wav\"; filename*=UTF-8''a%20%22b%22%20%C3%A9.wav",
                RangedFile.disposition("a \"b\" é.wav"));
    }
}
