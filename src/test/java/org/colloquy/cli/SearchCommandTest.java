package org.colloquy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Json;
import org.colloquy.database.Database;
import org.colloquy.database.FolderLock;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.Speech;
import org.colloquy.transcript.Transcripts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SearchCommandTest {
    private record Ran(int code, String out, String err) {}

    @TempDir Path data;
    private String session = "";

    @BeforeEach
    void open() {
        Database database = Database.open(data);
        Rows rows = new Rows(database);
        String assessor = rows.person("Anna", "assessor");
        String unit = rows.unit("Plan events", List.of("1.1"));
        String enrolment = rows.enrolment(rows.person("Lena", "learner"), unit, assessor, null);
        session = rows.session(enrolment, assessor);
        new Hearings(
                        database,
                        SettableClock.atTen(),
                        new Transcripts(database),
                        (old, now, carried) -> {},
                        recording -> {})
                .store(
                        rows.recording(session, assessor, "ready", 9_000L),
                        null,
                        null,
                        Speech.of("we agreed a budget", "a large budget", "a budget"));
    }

    private Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all =
                Stream.concat(
                                Stream.concat(Stream.of("search"), Stream.of(arguments)),
                                Stream.of("--data", data.toString()))
                        .toArray(String[]::new);
        int code = ColloquyCommand.run(all, new PrintStream(out, true), new PrintStream(err, true));
        return new Ran(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void jsonIsOneObjectWithTheHits() {
        Ran ran = run("agreed budget", "--format", "json");
        assertEquals(0, ran.code(), ran.err());
        JsonNode found = Json.mapper().readTree(ran.out());
        assertEquals("agreed budget", found.get("query").asString());
        assertEquals(1, found.get("total").asInt());
        JsonNode hit = found.get("hits").get(0);
        assertEquals(session, hit.get("session").asString());
        assertEquals(0.4, hit.get("start").asDouble());
        assertEquals("we agreed a budget", hit.get("text").asString());
        assertEquals("[[3,9],[12,18]]", hit.get("highlights").toString());
    }

    @Test
    void textIsForReading() {
        Ran ran = run("budget", "--limit", "2");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("a budget"), ran.out());
        assertTrue(ran.out().contains("session " + session), ran.out());
        assertTrue(ran.out().endsWith("3 hits" + System.lineSeparator()), ran.out());
        assertTrue(run("budgat").out().startsWith("Did you mean: budget"));
    }

    @Test
    void theIndexIsMadeAnewUnlessAServerHasIt() {
        Ran ran = run("--rebuild");
        assertEquals(0, ran.code(), ran.err());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("2 sessions and units"), ran.err());
        try (FolderLock serving = FolderLock.take(data)) {
            Ran refused = run("--rebuild");
            assertEquals(1, refused.code());
            assertTrue(refused.err().contains("Stop that one"), refused.err());
            assertEquals(0, run("budget").code(), "reading goes on");
        }
    }

    @Test
    void withoutAQueryTheUsageIsShown() {
        assertEquals(2, run().code());
        assertEquals(2, run("x", "--limit", "0").code());
        assertEquals(2, run("x", "--format", "xml").code());
    }

    @Test
    void aFolderOfSomethingElseIsRefusedAndLeftAlone() {
        Path empty = data.resolve("elsewhere");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                ColloquyCommand.run(
                        new String[] {"search", "budget", "--data", empty.toString()},
                        new PrintStream(new ByteArrayOutputStream(), true),
                        new PrintStream(err, true));
        assertEquals(3, code);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("elsewhere"));
        assertTrue(Files.notExists(empty));
    }
}
