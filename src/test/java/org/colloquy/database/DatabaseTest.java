package org.colloquy.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.colloquy.common.Problem;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir Path folder;

    @Test
    void keepsRowsAndInstantsWhenOpenedAgain() {
        Instant at =
                Database.now(
                        Clock.fixed(Instant.parse("2026-11-23T10:00:00.123456Z"), ZoneOffset.UTC));
        Database.open(folder)
                .jdbi()
                .useHandle(
                        handle ->
                                handle.createUpdate(
                                                "INSERT INTO centre VALUES (1, 'C', NULL, 'UTC',"
                                                        + " :sample, :at)")
                                        .bind("sample", true)
                                        .bind("at", at)
                                        .execute());
        Instant read =
                Database.open(folder)
                        .jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery("SELECT created_at FROM centre")
                                                .mapTo(Instant.class)
                                                .one());
        assertEquals(Instant.parse("2026-11-23T10:00:00.123Z"), at);
        assertEquals(at, read);
    }

    @Test
    void refusesARowThatPointsNowhere() {
        Database database = Database.open(folder);
        assertThrows(
                UnableToExecuteStatementException.class,
                () ->
                        database.jdbi()
                                .useHandle(
                                        handle ->
                                                handle.execute(
                                                        "INSERT INTO person_role VALUES ('nobody',"
                                                                + " 'assessor')")));
    }

    @Test
    void saysWhenTheFolderIsAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("taken"), "x");
        Problem.Unavailable problem =
                assertThrows(Problem.Unavailable.class, () -> Database.open(file));
        assertTrue(problem.getMessage().contains("--data"), problem.getMessage());
    }

    @Test
    void saysWhenTheFileIsNoDatabase() throws Exception {
        Files.writeString(folder.resolve("colloquy.db"), "not a database ".repeat(100));
        assertThrows(Problem.Unavailable.class, () -> Database.open(folder));
    }
}
