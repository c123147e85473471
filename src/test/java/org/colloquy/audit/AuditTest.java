package org.colloquy.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    @TempDir Path folder;
    private Database database;
    private Audit audit;
    private String ann;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        audit = new Audit(database, SettableClock.atTen());
        ann = new Rows(database).person("Ann", "assessor");
    }

    private void append(String action, String thing, String details) {
        database.jdbi()
                .useTransaction(
                        handle -> audit.append(handle, ann, action, "recording", thing, details));
    }

    @Test
    void eventsOfAThingAreListedInOrderAndTheChainIsWhole() {
        assertEquals(0, audit.check().events());
        append("correct", "r1", "{\"text\":\"Corrected a turn.\",\"word\":null}");
        append("tag", "r2", "{}");
        append("undo", "r1", "{\"text\":\"Took it back.\"}");
        List<AuditEvent> events = audit.list("recording", "r1");
        assertEquals(List.of(1, 3), events.stream().map(AuditEvent::number).toList());
        assertEquals("Corrected a turn.", events.getFirst().text());
        assertEquals("undo", events.getLast().action());
        assertEquals(List.of(), audit.list("enrolment", "r1"));
        AuditCheck check = audit.check();
        assertTrue(check.isWhole(), check.message());
        assertEquals(3, check.events());
        assertEquals(events.getLast().hash(), check.lastHash());
    }

    @Test
    void whatWasChangedPutInOrTakenOutIsFound() {
        for (String harm :
                List.of(
                        "UPDATE audit SET details = '{\"text\":\"x\"}' WHERE number = 4",
                        "UPDATE audit SET person_id = NULL WHERE number = 4",
                        "UPDATE audit SET at = at + 1 WHERE number = 4",
                        "UPDATE audit SET hash = previous WHERE number = 4",
                        "DELETE FROM audit WHERE number = 4",
                        "UPDATE audit SET number = 40 WHERE number = 4")) {
            database.jdbi().useHandle(handle -> handle.execute("DELETE FROM audit"));
            for (int i = 0; i < 6; i++) {
                append("correct", "r1", "{\"text\":\"Corrected.\"}");
            }
            assertTrue(audit.check().isWhole());
            database.jdbi().useHandle(handle -> handle.execute(harm));
            AuditCheck check = audit.check();
            assertFalse(check.isWhole(), harm);
            assertEquals(4, check.brokenAt(), harm);
            assertTrue(check.message().contains("entry 4"), check.message());
        }
    }

    @Test
    void detailsThatAreNoJsonAreRefused() {
        assertThrows(Problem.BadInput.class, () -> append("correct", "r1", "no"));
        assertEquals(0, audit.check().events());
    }

    @Test
    void manyAtOnceMakeOneChain() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String thing = "r" + i % 4;
                all.add(threads.submit(() -> append("correct", thing, "{}")));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertTrue(audit.check().isWhole());
        assertEquals(40, audit.check().events());
    }
}
