package org.colloquy.people;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The keys that people chose for themselves, by command. Which commands there are, and their usual
 * keys, the page knows: kept is only what differs, and what a later page no longer knows does no
 * harm.
 */
public final class PersonKeys {
    /** Of commands that differ, and of keys that one has. */
    static final int MOST_COMMANDS = 300;

    static final int MOST_KEYS = 12;

    private static final Pattern COMMAND = Pattern.compile("[A-Za-z][A-Za-z0-9.-]{0,59}");

    /** One press ("Ctrl+Shift+z", "?"), or up to three one after the other ("g h"). */
    private static final Pattern KEY =
            Pattern.compile("[^\\s\\p{Cntrl}]{1,40}( [^\\s\\p{Cntrl}]{1,40}){0,2}");

    private final Jdbi jdbi;

    public PersonKeys(Database database) {
        this.jdbi = database.jdbi();
    }

    /** What differs for this person, by command; empty where all is as usual. */
    public Map<String, List<String>> get(String personId) {
        return jdbi.withHandle(handle -> read(handle, personId));
    }

    /**
     * Puts these in place of all there were.
     *
     * @throws Problem.BadInput where a command or a key is none, or there are too many
     */
    public Map<String, List<String>> replace(String personId, Map<String, List<String>> keys) {
        check(keys);
        return jdbi.inTransaction(
                handle -> {
                    handle.execute("DELETE FROM person_key WHERE person_id = ?", personId);
                    keys.forEach(
                            (command, presses) ->
                                    handle.execute(
                                            """
                                            INSERT INTO person_key (person_id, command, presses)
                                            VALUES (?, ?, ?)
                                            """,
                                            personId,
                                            command,
                                            String.join("\n", presses)));
                    return read(handle, personId);
                });
    }

    private static Map<String, List<String>> read(Handle handle, String personId) {
        Map<String, List<String>> keys = new TreeMap<>();
        handle.createQuery("SELECT command, presses FROM person_key WHERE person_id = :person")
                .bind("person", personId)
                .map(
                        (row, context) ->
                                Map.entry(row.getString("command"), row.getString("presses")))
                .forEach(
                        row ->
                                keys.put(
                                        row.getKey(),
                                        row.getValue().isEmpty()
                                                ? List.of()
                                                : List.of(row.getValue().split("\n"))));
        return keys;
    }

    private static void check(Map<String, List<String>> keys) {
        if (keys.size() > MOST_COMMANDS) {
            throw new Problem.BadInput(
                    "Keys for at most {mostCommands} commands can be kept.",
                    Map.of("mostCommands", MOST_COMMANDS));
        }
        keys.forEach(
                (command, presses) -> {
                    if (!COMMAND.matcher(command).matches()) {
                        throw new Problem.BadInput(
                                "“{name}” is no command.", Map.of("name", shortened(command)));
                    }
                    if (presses == null || presses.size() > MOST_KEYS) {
                        throw new Problem.BadInput(
                                "A command can have at most {mostKeys} keys.",
                                Map.of("mostKeys", MOST_KEYS));
                    }
                    for (String press : presses) {
                        if (press == null || !KEY.matcher(press).matches()) {
                            throw new Problem.BadInput(
                                    "“{name}” is no key.",
                                    Map.of("name", shortened(String.valueOf(press))));
                        }
                    }
                });
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
