package org.colloquy.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.colloquy.common.Json;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of the audit trail. */
final class AuditStore {
    /** A row as it is stored. */
    record Row(
            int number,
            Instant at,
            @Nullable String personId,
            String action,
            String kind,
            String thingId,
            String details,
            String previous,
            String hash) {}

    private static final String COLUMNS =
            "a.number, a.at, a.person_id, a.action, a.kind, a.thing_id, a.details, a.previous, a.hash";

    Optional<Row> newest(Handle handle) {
        return handle.createQuery(
                        "SELECT " + COLUMNS + " FROM audit a ORDER BY a.number DESC LIMIT 1")
                .map((row, context) -> row(row))
                .findOne();
    }

    void insert(Handle handle, Row row) {
        handle.execute(
                """
                INSERT INTO audit (number, at, person_id, action, kind, thing_id, details, previous,
                    hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                row.number(),
                row.at(),
                row.personId(),
                row.action(),
                row.kind(),
                row.thingId(),
                row.details(),
                row.previous(),
                row.hash());
    }

    /** All rows in order, one after the other. */
    void each(Handle handle, Consumer<Row> to) {
        handle.createQuery("SELECT " + COLUMNS + " FROM audit a ORDER BY a.number")
                .map((row, context) -> row(row))
                .useStream(rows -> rows.forEach(to));
    }

    /** The newest of a thing, the oldest of them first. */
    List<AuditEvent> of(Handle handle, String kind, String thingId, int most) {
        return handle.createQuery(
                        "SELECT "
                                + COLUMNS
                                + """
                                , p.name FROM audit a
                                LEFT JOIN person p ON p.id = a.person_id
                                WHERE a.kind = :kind AND a.thing_id = :thing
                                ORDER BY a.number DESC LIMIT :most
                                """)
                .bind("kind", kind)
                .bind("thing", thingId)
                .bind("most", most)
                .map((row, context) -> event(row(row), row.getString("name")))
                .list()
                .reversed();
    }

    @SuppressWarnings("unchecked")
    private static AuditEvent event(Row row, @Nullable String name) {
        Map<String, Object> details = Json.read(row.details(), Map.class);
        Object text = details.get("text");
        return new AuditEvent(
                row.number(),
                row.at(),
                row.personId() == null || name == null
                        ? null
                        : new PersonName(row.personId(), name),
                row.action(),
                text instanceof String sentence ? sentence : "",
                details,
                row.hash());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("number"),
                Instant.ofEpochMilli(row.getTimestamp("at").getTime()),
                row.getString("person_id"),
                row.getString("action"),
                row.getString("kind"),
                row.getString("thing_id"),
                row.getString("details"),
                row.getString("previous"),
                row.getString("hash"));
    }
}
