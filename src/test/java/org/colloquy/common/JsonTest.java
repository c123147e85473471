package org.colloquy.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Inner(String name, @Nullable String note) {
        Inner {
            if (name.isBlank()) {
                throw new Problem.BadInput("An inner thing needs a name.");
            }
        }
    }

    record Outer(int count, List<Inner> inner, @Nullable Instant at) {}

    @Test
    void readsWhatItWrote() {
        Outer outer =
                new Outer(2, List.of(new Inner("a", null)), Instant.parse("2026-11-23T10:00:00Z"));
        String json = Json.write(outer);
        assertTrue(json.contains("\"at\":\"2026-11-23T10:00:00Z\""), json);
        assertEquals(outer, Json.read(json, Outer.class));
    }

    @Test
    void namesTheFieldThatIsMissing() {
        assertEquals(
                "“inner[1].name” is missing.",
                refusal("{\"count\":1,\"inner\":[{\"name\":\"a\"},{}]}"));
        assertEquals("“count” is missing.", refusal("{\"inner\":[]}"));
        assertEquals("“inner[0]” is missing.", refusal("{\"count\":1,\"inner\":[null]}"));
    }

    @Test
    void passesOnWhatTheConstructorSays() {
        assertEquals(
                "An inner thing needs a name.",
                refusal("{\"count\":1,\"inner\":[{\"name\":\" \"}]}"));
    }

    @Test
    void refusesWhatIsNoJsonOrOfAnotherForm() {
        for (String bad :
                List.of(
                        "",
                        "null",
                        "[]",
                        "{",
                        "{} {}",
                        "7",
                        "{\"count\":1,\"inner\":[],\"x\":1}",
                        "{\"count\":\"many\",\"inner\":[]}",
                        "{\"count\":1,\"inner\":{}}")) {
            assertThrows(Problem.BadInput.class, () -> Json.read(bad, Outer.class), bad);
        }
    }

    @Test
    void namesTheFieldOfTheWrongKindAndNoClass() {
        String wrong = " has a value of the wrong kind, or one that is out of range.";
        assertEquals("“count”" + wrong, refusal("{\"count\":\"many\",\"inner\":[]}"));
        assertEquals("“count”" + wrong, refusal("{\"count\":1.5,\"inner\":[]}"));
        assertEquals("“count”" + wrong, refusal("{\"count\":99999999999,\"inner\":[]}"));
        assertEquals("“inner”" + wrong, refusal("{\"count\":1,\"inner\":\"x\"}"));
        assertEquals(
                "“x” is not a field that belongs here.",
                refusal("{\"count\":1,\"inner\":[],\"x\":1}"));
    }

    private static String refusal(String json) {
        String message =
                assertThrows(Problem.BadInput.class, () -> Json.read(json, Outer.class))
                        .getMessage();
        return message == null ? "" : message;
    }
}
