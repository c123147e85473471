package org.colloquy.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The notice of recording: one text at a time, and every earlier one for ever. */
public final class Notices {
    private static final int LONGEST = 20_000;
    private static final String SELECT =
            """
            SELECT notice.version, notice.text, notice.changed_at, person.id, person.name
            FROM notice LEFT JOIN person ON person.id = notice.changed_by
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    public Notices(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    /** The one that people are told now. */
    public Notice get() {
        return jdbi.withHandle(Notices::newest);
    }

    /**
     * An earlier one, or the one there is.
     *
     * @throws Problem.NotFound where there never was one of that number
     */
    public Notice get(int version) {
        return jdbi.withHandle(handle -> find(handle, version))
                .orElseThrow(
                        () ->
                                new Problem.NotFound(
                                        "There is no notice number {version}.",
                                        Map.of("version", version)));
    }

    static Optional<Notice> find(Handle handle, int version) {
        return handle.createQuery(SELECT + " WHERE notice.version = :version")
                .bind("version", version)
                .map((row, context) -> notice(row))
                .findOne();
    }

    /**
     * Puts another text in its place; the same text again changes nothing.
     *
     * @param seen number of the notice that the person changed
     * @throws Problem.Conflict where that is not the one there is
     */
    public Notice change(String personId, String text, int seen) {
        String clean = clean(text);
        return jdbi.inTransaction(
                handle -> {
                    Notice present = newest(handle);
                    if (present.text().equals(clean)) {
                        return present;
                    }
                    if (present.version() != seen) {
                        PersonName by = present.changedBy();
                        throw by == null
                                ? new Problem.Conflict(
                                        "The notice was changed meanwhile. Look at it "
                                                + "as it is now; your text was not stored.")
                                : new Problem.Conflict(
                                        "The notice was changed meanwhile by "
                                                + "{person}. Look at it as it is now; your text "
                                                + "was not stored.",
                                        Map.of("person", by.name()));
                    }
                    handle.createUpdate(
                                    """
                                    INSERT INTO notice (version, text, changed_by, changed_at)
                                    VALUES (:version, :text, :by, :at)
                                    """)
                            .bind("version", present.version() + 1)
                            .bind("text", clean)
                            .bind("by", personId)
                            .bind("at", Database.now(clock))
                            .execute();
                    return newest(handle);
                });
    }

    private static Notice newest(Handle handle) {
        return handle.createQuery(SELECT + " ORDER BY notice.version DESC LIMIT 1")
                .map((row, context) -> notice(row))
                .one();
    }

    private static String clean(String text) {
        String clean = text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
        if (clean.isEmpty()) {
            throw new Problem.BadInput(
                    "The notice is empty: people must be told that they are recorded. Write what"
                            + " they are told.");
        }
        if (clean.length() > LONGEST) {
            throw new Problem.TooLarge(
                    "The notice can have at most 20,000 characters: nobody reads more.");
        }
        return clean;
    }

    private static Notice notice(ResultSet row) throws SQLException {
        @Nullable String by = row.getString("id");
        @Nullable Timestamp at = row.getTimestamp("changed_at");
        return new Notice(
                row.getInt("version"),
                row.getString("text"),
                by == null ? null : new PersonName(by, row.getString("name")),
                at == null ? null : at.toInstant());
    }
}
