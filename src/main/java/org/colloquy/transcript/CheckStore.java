package org.colloquy.transcript;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.people.PersonName;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The SQL of what people said of single words. */
final class CheckStore {
    /** Above this all marks of a transcript are read to find those of some words. */
    private static final int FEW_WORDS = 200;

    private static final String MARKS =
            """
            SELECT word_id, checked_by, checked_at, confirmed_by, confirmed_at, how
            FROM word_state WHERE transcript_id = :transcript
            """;

    /** By word id. */
    Map<Integer, Mark> marks(Handle handle, String transcriptId) {
        Map<Integer, Mark> marks = new HashMap<>();
        handle.createQuery(MARKS)
                .bind("transcript", transcriptId)
                .map((row, context) -> marks.put(row.getInt("word_id"), mark(row)))
                .list();
        return marks;
    }

    /** Of those words that have one. */
    Map<Integer, Mark> marks(Handle handle, String transcriptId, Set<Integer> words) {
        if (words.size() > FEW_WORDS) {
            Map<Integer, Mark> marks = marks(handle, transcriptId);
            marks.keySet().retainAll(words);
            return marks;
        }
        Map<Integer, Mark> marks = new HashMap<>();
        if (!words.isEmpty()) {
            handle.createQuery(MARKS + " AND word_id IN (<words>)")
                    .bind("transcript", transcriptId)
                    .bindList("words", List.copyOf(words))
                    .map((row, context) -> marks.put(row.getInt("word_id"), mark(row)))
                    .list();
        }
        return marks;
    }

    /** A word in its place, with what was said of it. */
    private record Place(int word, @Nullable Mark mark) {}

    /** The marks of all words in reading order, same ones beside each other as one. */
    List<Check> checks(Handle handle, String transcriptId) {
        List<Place> places =
                handle.createQuery(
                                """
                                SELECT w.id, s.word_id, s.checked_by, s.checked_at, s.confirmed_by,
                                    s.confirmed_at, s.how
                                FROM turn t
                                JOIN word w ON w.transcript_id = t.transcript_id AND w.turn_id = t.id
                                LEFT JOIN word_state s
                                    ON s.transcript_id = w.transcript_id AND s.word_id = w.id
                                WHERE t.transcript_id = :transcript
                                    AND EXISTS (
                                        SELECT 1 FROM word_state any_of
                                        WHERE any_of.transcript_id = :transcript)
                                ORDER BY t.position, w.position
                                """)
                        .bind("transcript", transcriptId)
                        .map(
                                (row, context) ->
                                        new Place(
                                                row.getInt("id"),
                                                row.getObject("word_id") == null
                                                        ? null
                                                        : mark(row)))
                        .list();
        Map<String, PersonName> names = names(handle, transcriptId);
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < places.size(); ) {
            Mark mark = places.get(i).mark();
            int next = i + 1;
            while (next < places.size() && sameToReaders(mark, places.get(next).mark())) {
                next++;
            }
            if (mark != null) {
                checks.add(
                        new Check(
                                places.get(i).word(),
                                places.get(next - 1).word(),
                                mark.isConfirmed() ? Check.State.CONFIRMED : Check.State.CHECKED,
                                Objects.requireNonNull(names.get(mark.by())),
                                Instant.ofEpochMilli(mark.at()),
                                mark.how() == null ? null : Check.How.of(mark.how())));
            }
            i = next;
        }
        return checks;
    }

    private static boolean sameToReaders(@Nullable Mark one, @Nullable Mark next) {
        if (one == null || next == null) {
            return one == next;
        }
        return one.isConfirmed() == next.isConfirmed()
                && one.by().equals(next.by())
                && one.at() == next.at()
                && Objects.equals(one.how(), next.how());
    }

    private static Map<String, PersonName> names(Handle handle, String transcriptId) {
        return handle
                .createQuery(
                        """
                        SELECT id, name FROM person WHERE id IN (
                            SELECT checked_by FROM word_state WHERE transcript_id = :transcript
                            UNION SELECT confirmed_by FROM word_state
                            WHERE transcript_id = :transcript)
                        """)
                .bind("transcript", transcriptId)
                .map((row, context) -> new PersonName(row.getString("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(PersonName::id, name -> name));
    }

    /** Ids of the words that nobody checked or confirmed. */
    BitSet unchecked(Handle handle, String transcriptId) {
        BitSet words = new BitSet();
        handle.createQuery(
                        """
                        SELECT id FROM word
                        WHERE transcript_id = :transcript AND id NOT IN (
                            SELECT word_id FROM word_state WHERE transcript_id = :transcript)
                        """)
                .bind("transcript", transcriptId)
                .mapTo(Integer.class)
                .forEach(words::set);
        return words;
    }

    void clear(Handle handle, String transcriptId, Collection<Integer> words) {
        PreparedBatch batch =
                handle.prepareBatch(
                        "DELETE FROM word_state WHERE transcript_id = ? AND word_id = ?");
        words.forEach(word -> batch.add(transcriptId, word));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Words that have a mark get another. */
    void set(Handle handle, String transcriptId, Map<Integer, Mark> marks) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        INSERT INTO word_state (transcript_id, word_id, checked_by, checked_at,
                            confirmed_by, confirmed_at, how)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (transcript_id, word_id) DO UPDATE SET
                            checked_by = excluded.checked_by, checked_at = excluded.checked_at,
                            confirmed_by = excluded.confirmed_by,
                            confirmed_at = excluded.confirmed_at, how = excluded.how
                        """);
        marks.forEach(
                (word, mark) ->
                        batch.add(
                                transcriptId,
                                word,
                                mark.checkedBy(),
                                instant(mark.checkedAt()),
                                mark.confirmedBy(),
                                instant(mark.confirmedAt()),
                                mark.how()));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** What a person wrote is checked by that person; what is as it was keeps what was said. */
    void written(Handle handle, TurnChange change, String personId, Instant at) {
        written(handle, List.of(change), personId, at);
    }

    /** The same for many turns of one transcript. */
    void written(Handle handle, List<TurnChange> changes, String personId, Instant at) {
        List<Integer> gone = new ArrayList<>();
        Map<Integer, Mark> written = new HashMap<>();
        for (TurnChange change : changes) {
            Map<Integer, String> before = new HashMap<>();
            change.before().forEach(word -> before.put(word.id(), word.text()));
            for (TurnChange.NewWord one : change.after()) {
                Word word = one.word();
                String was = before.remove(word.id());
                if (!word.text().equals(was)) {
                    written.put(word.id(), Mark.checked(personId, at));
                }
            }
            gone.addAll(before.keySet());
        }
        if (!changes.isEmpty()) {
            String transcriptId = changes.getFirst().transcriptId();
            clear(handle, transcriptId, gone);
            set(handle, transcriptId, written);
        }
    }

    /** Words that read in a later transcript as they did keep what was said of them. */
    void carry(Handle handle, String from, String into) {
        handle.createUpdate(
                        """
                        INSERT INTO word_state (transcript_id, word_id, checked_by, checked_at,
                            confirmed_by, confirmed_at, how)
                        SELECT :into, s.word_id, s.checked_by, s.checked_at, s.confirmed_by,
                            s.confirmed_at, s.how
                        FROM word_state s
                        JOIN word old ON old.transcript_id = :from AND old.id = s.word_id
                        JOIN word now ON now.transcript_id = :into AND now.id = s.word_id
                        WHERE s.transcript_id = :from AND now.text = old.text
                        """)
                .bind("from", from)
                .bind("into", into)
                .execute();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                row.getString("checked_by"),
                millis(row, "checked_at"),
                row.getString("confirmed_by"),
                millis(row, "confirmed_at"),
                row.getString("how"));
    }

    private static @Nullable Long millis(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.getTime();
    }
}
