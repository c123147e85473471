package org.colloquy.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.colloquy.common.Hashes;
import org.colloquy.common.Json;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The audit trail: what was done is added, and nothing is ever changed or taken out. */
public final class Audit {
    /** So many events of one thing are read at most: the newest. */
    public static final int MOST_EVENTS = 5_000;

    private static final String BEFORE_THE_FIRST = "0".repeat(64);

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditStore store = new AuditStore();

    public Audit(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    /**
     * Adds an event, inside the caller's transaction.
     *
     * @param personId null: Colloquy itself
     * @param action one word, such as "correct"
     * @param kind what it was done to, such as "recording"
     * @param id of that
     * @param details a JSON object; its "text" is the sentence for people
     */
    public void append(
            Handle handle,
            @Nullable String personId,
            String action,
            String kind,
            String id,
            String details) {
        Json.read(details, Map.class);
        AuditStore.Row newest = store.newest(handle).orElse(null);
        int number = newest == null ? 1 : newest.number() + 1;
        String previous = newest == null ? BEFORE_THE_FIRST : newest.hash();
        Instant at = Database.now(clock);
        store.insert(
                handle,
                new AuditStore.Row(
                        number,
                        at,
                        personId,
                        action,
                        kind,
                        id,
                        details,
                        previous,
                        hash(number, at, personId, action, kind, id, details, previous)));
    }

    /** The newest {@value #MOST_EVENTS} events of a thing, the oldest of them first. */
    public List<AuditEvent> list(String kind, String id) {
        return jdbi.withHandle(handle -> store.of(handle, kind, id, MOST_EVENTS));
    }

    /** Reads the whole trail and holds every row against its hash and the one before. */
    public AuditCheck check() {
        Walk walk = new Walk();
        jdbi.useHandle(handle -> store.each(handle, walk::next));
        return walk.result();
    }

    /** A walk from the first row to the last. */
    private static final class Walk {
        private int events;
        private int brokenAt;
        private String last = BEFORE_THE_FIRST;

        void next(AuditStore.Row row) {
            events++;
            if (brokenAt != 0) {
                return;
            }
            String expected =
                    hash(
                            row.number(),
                            row.at(),
                            row.personId(),
                            row.action(),
                            row.kind(),
                            row.thingId(),
                            row.details(),
                            last);
            if (row.number() != events
                    || !row.previous().equals(last)
                    || !row.hash().equals(expected)) {
                brokenAt = events;
            } else {
                last = row.hash();
            }
        }

        AuditCheck result() {
            String message =
                    brokenAt != 0
                            ? "The audit trail is not as it was written: its entry "
                                    + brokenAt
                                    + " was changed, or one is missing before it."
                            : events == 0
                                    ? "The audit trail has no entry yet."
                                    : "The audit trail is whole: "
                                            + (events == 1 ? "one entry" : events + " entries")
                                            + ", the newest with the hash "
                                            + last
                                            + ".";
            return new AuditCheck(events, brokenAt, last, message);
        }
    }

    /** Every field with its length before it, so that no two rows have the same bytes. */
    private static String hash(
            int number,
            Instant at,
            @Nullable String personId,
            String action,
            String kind,
            String id,
            String details,
            String previous) {
        StringBuilder row = new StringBuilder();
        for (String field :
                List.of(
                        previous,
                        String.valueOf(number),
                        String.valueOf(at.toEpochMilli()),
                        Objects.requireNonNullElse(personId, ""),
                        action,
                        kind,
                        id,
                        details)) {
            row.append(field.length()).append(':').append(field).append('\n');
        }
        return Hashes.sha256(row.toString().getBytes(StandardCharsets.UTF_8));
    }
}
