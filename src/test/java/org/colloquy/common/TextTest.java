package org.colloquy.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void placesAreFilledFromValues() {
        Text text =
                Text.of(
                        "{name} has {most} of {most}; {share} in {folder}.",
                        Map.of(
                                "name",
                                "Ada",
                                "most",
                                20_000,
                                "share",
                                0.5,
                                "folder",
                                Path.of("x")));
        assertEquals("Ada has 20,000 of 20,000; 0.5 in x.", text.message());
        assertEquals("{name} has {most} of {most}; {share} in {folder}.", text.text());
        assertEquals("x", text.values().get("folder"));
        assertEquals(20_000, text.values().get("most"));
    }

    @Test
    void bracesThatPeopleTypedAreNoPlaces() {
        Text text =
                Text.of(
                        "“{term}” is no term of {unit}.",
                        Map.of("term", "{unit} $1 \\ {other}", "unit", "{term}"));
        assertEquals("“{unit} $1 \\ {other}” is no term of {term}.", text.message());
    }

    @Test
    void aPlaceWithoutAValueIsABug() {
        assertThrows(AssertionError.class, () -> Text.of("At most {most}.", Map.of("least", 1)));
        assertThrows(AssertionError.class, () -> new Problem.BadInput("At most {most}."));
    }

    @Test
    void namesOfTheAnswerItselfAreNoNamesOfValues() {
        for (String taken : List.of("kind", "message", "text")) {
            assertThrows(
                    AssertionError.class,
                    () -> new Problem.Conflict("It was changed.", Map.of(taken, "x")));
        }
    }

    @Test
    void countsAsEnglishDoes() {
        assertEquals("A minute", minutes(1).message());
        assertEquals("0 minutes", minutes(0).message());
        assertEquals("1,200 minutes", minutes(1200).message());
        assertEquals("{count} minutes", minutes(1).text());
        assertEquals(1L, minutes(1).values().get("count"));
    }

    private static Text minutes(long count) {
        return Text.plural(count, "A minute", "{count} minutes");
    }

    @Test
    void aTextCanStandInATextAndAfterOne() {
        Text inner = Text.of("Part {number}", Map.of("number", 2));
        Text all = Text.joined(List.of(Text.of("{part} is gone.", Map.of("part", inner)), inner));
        assertEquals("Part 2 is gone. Part 2", all.message());
        assertEquals(inner, ((Text) all.values().get("before")).values().get("part"));
        assertEquals("Part 2", Text.joined(List.of(inner)).message());
    }

    @Test
    void isTheSameAfterItWasStored() {
        Text text =
                Text.of(
                        "{file}: {reason}",
                        Map.of(
                                "file",
                                "{\"message\":",
                                "reason",
                                Text.plural(3, "{count} byte", "{count} bytes")));
        String stored = Text.toStore(text);
        Text read = Text.stored(stored);
        assertEquals(text.message(), read.message());
        assertEquals("{\"message\":: 3 bytes", read.message());
        assertEquals(text.text(), read.text());
        assertEquals("{count} bytes", ((Text) read.values().get("reason")).text());
        assertEquals(
                Json.write(text.values().get("reason")), Json.write(read.values().get("reason")));
    }

    @Test
    void aTextWithoutPlacesIsStoredAsItIs() {
        assertEquals("Done", Text.toStore(Text.of("Done")));
        assertEquals("ada.wav", Text.toStore(Text.asItIs("ada.wav")));
        assertEquals(Text.of("Done"), Text.stored("Done"));
        assertNull(Text.toStore(null));
        assertNull(Text.stored(null));
    }

    @Test
    void aProblemSaysItsTextAndItsFacts() {
        Problem problem =
                new Problem.TooLarge(
                        "Search for at most {most} words.", Map.of("most", 64, "reason", "words"));
        assertEquals("Search for at most 64 words.", problem.getMessage());
        assertEquals("Search for at most {most} words.", problem.text().text());
        assertEquals(Map.of("most", 64, "reason", "words"), problem.facts());
        assertTrue(Json.write(problem.text()).contains("\"most\":64"));
    }
}
