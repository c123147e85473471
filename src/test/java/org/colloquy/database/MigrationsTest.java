package org.colloquy.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A centre's database of the first release, with work in it, opened by this one. */
class MigrationsTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir Path folder;

    private Jdbi firstRelease() {
        String address = "jdbc:sqlite:" + folder.resolve("colloquy.db");
        Flyway.configure()
                .dataSource(address, "", "")
                .locations("classpath:org/colloquy/database/migrations")
                .target("1")
                .load()
                .migrate();
        return Jdbi.create(address);
    }

    private static void talk(Handle handle) {
        handle.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        for (String sql :
                List.of(
                        "INSERT INTO person VALUES ('p', 'Ann', NULL, NULL, NULL, FALSE, :at)",
                        "INSERT INTO unit (id, title, created_at) VALUES ('u', 'Unit', :at)",
                        "INSERT INTO learning_outcome VALUES ('o', 'u', 1, '1', 'Outcome')",
                        "INSERT INTO criterion VALUES ('c', 'o', 1, '1.1', 'Criterion')",
                        "INSERT INTO enrolment VALUES ('e', 'p', 'u', 'p', NULL, :at)",
                        """
                        INSERT INTO session VALUES ('s', 'e', 'professional-discussion',
                            '2026-11-23', NULL, NULL, 'remote', 'en', '', 'p', :at)
                        """,
                        """
                        INSERT INTO recording VALUES ('r', 's', 'talk.wav', 'audio/wav', 'file',
                            'ready', 1, NULL, 9000, 1, 'wav', NULL, FALSE, 'p', :at, :at)
                        """,
                        "INSERT INTO chunk VALUES ('r', 0, 0, 1, 'ab', :at)",
                        """
                        INSERT INTO transcript VALUES ('old', 'r', 'vosk', 'm', 'h', 'en', 9000, 1,
                            1000)
                        """,
                        """
                        INSERT INTO transcript VALUES ('new', 'r', 'whisper', 'm', 'h', 'en', 9000,
                            3, 2000)
                        """,
                        "INSERT INTO machine_word VALUES ('new', 1, 'how', 0, 300, 0.9, 1)",
                        "INSERT INTO machine_word VALUES ('new', 2, 'so', 400, 700, 0.9, 1)",
                        "INSERT INTO speaker_name VALUES ('new', 1, 'Ann')",
                        "INSERT INTO turn VALUES ('new', 1, 1, 1, 2)",
                        "INSERT INTO turn VALUES ('new', 2, 2, 2, 3)",
                        "INSERT INTO word VALUES ('new', 1, 1, 0, 'How', 0, 300, NULL, 1)",
                        "INSERT INTO word VALUES ('new', 2, 2, 0, 'so', 400, 700, 0.9, 2)",
                        "INSERT INTO next_word VALUES ('new', 3)",
                        "INSERT INTO correction VALUES ('new', 2, 1, 'p', :at, 'how', 'How')",
                        """
                        INSERT INTO tag VALUES ('t', 'new', 'c', 1, 2, 0, 700, 'How so', 'why',
                            'active', 'p', :at, NULL, NULL)
                        """)) {
            handle.createUpdate(sql).bind("at", AT).execute();
        }
    }

    @Test
    void whatPeopleDidInTheFirstReleaseIsThereInThisOne() {
        firstRelease().useHandle(MigrationsTest::talk);
        Jdbi now = Database.open(folder).jdbi();
        now.useHandle(
                handle -> {
                    assertEquals(
                            List.of("new present", "old earlier"),
                            handle.createQuery(
                                            "SELECT id || ' ' || state FROM transcript ORDER BY id")
                                    .mapTo(String.class)
                                    .list());
                    assertEquals(
                            List.of("1 How null", "2 so 1"),
                            handle.createQuery(
                                            """
                                            SELECT id || ' ' || text || ' '
                                                || CASE WHEN speaker_set
                                                    THEN speaker_before ELSE 'null' END
                                            FROM word ORDER BY id
                                            """)
                                    .mapTo(String.class)
                                    .list());
                    assertEquals(
                            0,
                            handle.createQuery("SELECT part FROM chunk WHERE sha256 = 'ab'")
                                    .mapTo(Integer.class)
                                    .one());
                    assertEquals(
                            9000,
                            handle.createQuery(
                                            "SELECT duration_ms FROM recording_part WHERE number = 0")
                                    .mapTo(Integer.class)
                                    .one());
                    Map<String, Object> first = turn(handle, 1);
                    assertTrue(isTrue(first.get("corrected")));
                    assertFalse(isTrue(first.get("speaker_set")));
                    Map<String, Object> second = turn(handle, 2);
                    assertFalse(isTrue(second.get("corrected")));
                    assertTrue(isTrue(second.get("speaker_set")));
                    assertEquals(
                            "How so",
                            handle.createQuery("SELECT quote FROM tag WHERE state = 'active'")
                                    .mapTo(String.class)
                                    .one());
                    assertEquals(
                            0,
                            handle.createQuery("SELECT COUNT(*) FROM pragma_foreign_key_check")
                                    .mapTo(Integer.class)
                                    .one());
                });
    }

    private static Map<String, Object> turn(Handle handle, int id) {
        return handle.createQuery("SELECT corrected, speaker_set FROM turn WHERE id = :id")
                .bind("id", id)
                .mapToMap()
                .one();
    }

    private static boolean isTrue(Object stored) {
        return stored instanceof Boolean yes ? yes : ((Number) stored).intValue() == 1;
    }
}
