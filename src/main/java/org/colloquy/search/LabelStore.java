package org.colloquy.search;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Jdbi;

/** What people, units and criteria are called now. */
final class LabelStore {
    private final Jdbi jdbi;

    LabelStore(Database database) {
        this.jdbi = database.jdbi();
    }

    Map<String, String> people(Collection<String> ids) {
        return read("SELECT id, name FROM person WHERE id IN (<ids>)", ids);
    }

    Map<String, String> units(Collection<String> ids) {
        return read("SELECT id, title FROM unit WHERE id IN (<ids>)", ids);
    }

    /** How sessions assess, by their id. */
    Map<String, String> methods(Collection<String> ids) {
        return read("SELECT id, method FROM session WHERE id IN (<ids>)", ids);
    }

    /** "2.3 Be able to ...". */
    Map<String, String> criteria(Collection<String> ids) {
        return read(
                "SELECT id, number || ' ' || text AS label FROM criterion WHERE id IN (<ids>)",
                ids);
    }

    private Map<String, String> read(String sql, Collection<String> ids) {
        Set<String> wanted = new TreeSet<>(ids);
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(
                handle ->
                        handle
                                .createQuery(sql)
                                .bindList("ids", wanted)
                                .map(
                                        (row, context) ->
                                                Map.entry(row.getString(1), row.getString(2)))
                                .list()
                                .stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
