package org.colloquy.glossary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables {@code glossary_term} and {@code glossary_change}. */
final class GlossaryStore {
    private record Change(PersonName by, Instant at) {}

    private GlossaryStore() {}

    static Glossary read(Handle handle) {
        List<String> terms =
                handle.createQuery("SELECT term FROM glossary_term ORDER BY position")
                        .mapTo(String.class)
                        .list();
        Optional<Change> change =
                handle.createQuery(
                                """
                                SELECT person.id, person.name, glossary_change.at
                                FROM glossary_change
                                JOIN person ON person.id = glossary_change.person_id
                                """)
                        .map(
                                (row, context) ->
                                        new Change(
                                                new PersonName(
                                                        row.getString("id"), row.getString("name")),
                                                row.getTimestamp("at").toInstant()))
                        .findOne();
        return new Glossary(
                terms, change.map(Change::by).orElse(null), change.map(Change::at).orElse(null));
    }

    static void replace(Handle handle, List<String> terms, String personId, Instant now) {
        handle.execute("DELETE FROM glossary_term");
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO glossary_term (position, term) VALUES (?, ?)");
        for (int position = 0; position < terms.size(); position++) {
            batch.add(position, terms.get(position));
        }
        if (!terms.isEmpty()) {
            batch.execute();
        }
        handle.execute("DELETE FROM glossary_change");
        handle.createUpdate(
                        "INSERT INTO glossary_change (id, person_id, at) VALUES (1, :person, :at)")
                .bind("person", personId)
                .bind("at", now)
                .execute();
    }
}
