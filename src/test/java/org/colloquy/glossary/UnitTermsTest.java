package org.colloquy.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.colloquy.criteria.Criterion;
import org.colloquy.criteria.Unit;
import org.junit.jupiter.api.Test;

class UnitTermsTest {
    private static Unit unit(String title, String outcome, String criterion) {
        return new Unit(
                "u",
                title,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(
                        new Unit.Outcome(
                                "o", "1", outcome, List.of(new Criterion("c", "1.1", criterion)))),
                List.of(),
                false);
    }

    @Test
    void takesAcronymsNamesAndLongWordsOnce() {
        assertEquals(
                List.of("safeguarding", "COSHH", "RIDDOR", "Ofsted", "multi-agency"),
                UnitTerms.of(
                        unit(
                                "Safeguarding",
                                "Know how to use COSHH and RIDDOR",
                                "Say what Ofsted asks of multi-agency work; safeguarding (COSHH's)"
                                        + " too")));
    }

    @Test
    void aSentenceMayBeginWithACapital() {
        assertEquals(List.of(), UnitTerms.of(unit("Use it", "Know. Then do", "Tell us: Why")));
    }
}
