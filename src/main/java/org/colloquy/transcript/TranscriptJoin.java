package org.colloquy.transcript;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.colloquy.common.Id;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Puts the transcripts of recordings behind one another into that of the recording they were joined
 * to, with all that people did: every row is copied, its ids moved up behind those of the part
 * before and its times by where the part begins.
 *
 * <p>Who has the same name in two parts is one speaker. A voice that nobody named is told apart
 * within its own recording only, so it stays a speaker of its own.
 */
public final class TranscriptJoin {
    /** Room for the speakers of one part while they are moved. */
    private static final int SPEAKER_ROOM = 100_000;

    private final Jdbi jdbi;
    private final Clock clock;
    private final TranscriptStore store = new TranscriptStore();

    /** A recording and where it begins in the whole. */
    public record Placed(String recordingId, long offsetMillis) {}

    /**
     * A transcript that was copied.
     *
     * @param wordsBefore what was added to the ids of its words
     */
    public record Copied(String transcriptId, String into, int wordsBefore, long offsetMillis) {}

    /** How far ids are moved up. */
    private record Base(int machine, int word, int turn, int position, int version) {
        private static final Base NONE = new Base(0, 0, 0, 0, 0);

        Base after(Handle handle, TranscriptStore.Header part) {
            return new Base(
                    machine + most(handle, "MAX(id) FROM machine_word", part.id()),
                    word + most(handle, "MAX(id) - 1 FROM next_word", part.id()),
                    turn + most(handle, "MAX(id) FROM turn", part.id()),
                    position + most(handle, "MAX(position) FROM turn", part.id()),
                    version + part.version());
        }

        private static int most(Handle handle, String what, String transcriptId) {
            return handle.createQuery(
                            "SELECT COALESCE((SELECT " + what + " WHERE transcript_id = :id), 0)")
                    .bind("id", transcriptId)
                    .mapTo(Integer.class)
                    .one();
        }
    }

    public TranscriptJoin(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    /**
     * Gives the recording the present transcripts of those parts, all of it or nothing; inside the
     * transaction of the caller where there is one.
     *
     * @param recordingId has no transcript yet
     * @return what was copied, in order; empty where no part has a transcript
     */
    public List<Copied> join(String recordingId, List<Placed> parts, long durationMillis) {
        return jdbi.inTransaction(handle -> join(handle, recordingId, parts, durationMillis));
    }

    private List<Copied> join(
            Handle handle, String recordingId, List<Placed> parts, long durationMillis) {
        List<TranscriptStore.Header> headers = new ArrayList<>();
        List<Long> offsets = new ArrayList<>();
        for (Placed part : parts) {
            Optional<TranscriptStore.Header> present = store.present(handle, part.recordingId());
            present.ifPresent(
                    header -> {
                        headers.add(header);
                        offsets.add(part.offsetMillis());
                    });
        }
        if (headers.isEmpty()) {
            return List.of();
        }
        String id = Id.create();
        insert(handle, id, recordingId, headers, durationMillis);
        Map<String, Integer> byName = new HashMap<>();
        List<Copied> copied = new ArrayList<>();
        Base base = Base.NONE;
        for (int i = 0; i < headers.size(); i++) {
            TranscriptStore.Header part = headers.get(i);
            copy(handle, part.id(), id, base, offsets.get(i), (i + 1) * SPEAKER_ROOM);
            speakers(handle, part.id(), id, (i + 1) * SPEAKER_ROOM, byName);
            copied.add(new Copied(part.id(), id, base.word(), offsets.get(i)));
            base = base.after(handle, part);
        }
        handle.execute(
                "INSERT INTO next_word (transcript_id, id) VALUES (?, ?)", id, base.word() + 1);
        handle.execute(
                "UPDATE transcript SET version = ?, heard_from = 1, heard_to = ? WHERE id = ?",
                base.version(),
                base.machine() + 1,
                id);
        return copied;
    }

    private void insert(
            Handle handle,
            String id,
            String recordingId,
            List<TranscriptStore.Header> parts,
            long durationMillis) {
        TranscriptStore.Header first = parts.getFirst();
        store.insert(
                handle,
                new TranscriptStore.Header(
                        id,
                        recordingId,
                        1,
                        first.engine(),
                        first.model(),
                        first.language(),
                        durationMillis,
                        Database.now(clock),
                        TranscriptVersion.State.PRESENT,
                        null,
                        null),
                null,
                Carrying.Again.whole(List.of()));
    }

    /**
     * @param room added to the numbers of speakers, so that those of the parts are apart
     */
    private static void copy(
            Handle handle, String from, String into, Base base, long offset, int room) {
        for (String rows :
                List.of(
                        """
                        INSERT INTO machine_word (transcript_id, id, text, start_ms, end_ms,
                            confidence, speaker)
                        SELECT :into, id + :machine, text, start_ms + :offset, end_ms + :offset,
                            confidence, speaker + :room
                        FROM machine_word WHERE transcript_id = :from
                        """,
                        """
                        INSERT INTO turn (transcript_id, id, position, speaker, changed_version,
                            corrected, speaker_set, split_from)
                        SELECT :into, id + :turn, position + :position, speaker + :room,
                            changed_version + :version, corrected, speaker_set, split_from + :turn
                        FROM turn WHERE transcript_id = :from
                        """,
                        """
                        INSERT INTO word (transcript_id, id, turn_id, position, text, start_ms,
                            end_ms, confidence, machine_id, speaker_set, speaker_before)
                        SELECT :into, id + :word, turn_id + :turn, position, text,
                            start_ms + :offset, end_ms + :offset, confidence,
                            machine_id + :machine, speaker_set, speaker_before + :room
                        FROM word WHERE transcript_id = :from
                        """,
                        """
                        INSERT INTO word_state (transcript_id, word_id, checked_by, checked_at,
                            confirmed_by, confirmed_at, how)
                        SELECT :into, word_id + :word, checked_by, checked_at, confirmed_by,
                            confirmed_at, how
                        FROM word_state WHERE transcript_id = :from
                        """,
                        """
                        INSERT INTO transcript_gap (transcript_id, start_ms, end_ms)
                        SELECT :into, start_ms + :offset, end_ms + :offset
                        FROM transcript_gap WHERE transcript_id = :from
                        """,
                        """
                        INSERT INTO correction (transcript_id, version, turn_id, person_id, at,
                            text_before, text_after)
                        SELECT :into, version + :version, turn_id + :turn, person_id, at,
                            text_before, text_after
                        FROM correction WHERE transcript_id = :from
                        """,
                        """
                        INSERT INTO speaker_change (transcript_id, version, kind, person_id, at,
                            first_word, last_word, before, after)
                        SELECT :into, version + :version, kind, person_id, at,
                            first_word + :word, last_word + :word, before, after
                        FROM speaker_change WHERE transcript_id = :from
                        """)) {
            handle.createUpdate(rows)
                    .configure(
                            org.jdbi.v3.core.statement.SqlStatements.class,
                            statements -> statements.setUnusedBindingAllowed(true))
                    .bind("from", from)
                    .bind("into", into)
                    .bind("offset", offset)
                    .bind("room", room)
                    .bind("machine", base.machine())
                    .bind("word", base.word())
                    .bind("turn", base.turn())
                    .bind("position", base.position())
                    .bind("version", base.version())
                    .execute();
        }
    }

    /** Gives the speakers of one part their numbers in the whole. */
    private void speakers(
            Handle handle, String from, String into, int room, Map<String, Integer> byName) {
        Map<Integer, String> names = new HashMap<>();
        store.speakers(handle, from).forEach(one -> names.put(one.number(), one.name()));
        Set<Integer> numbers = new TreeSet<>(names.keySet());
        numbers.addAll(numbersIn(handle, into, room));
        for (int number : numbers) {
            Speaker part =
                    new Speaker(number, names.getOrDefault(number, Speaker.unnamed(number).name()));
            String name = part.name();
            boolean isNamed = part.hasName();
            Integer known = isNamed ? byName.get(name) : null;
            int next = known == null ? nextNumber(handle, into) : known;
            if (known == null) {
                handle.execute(
                        "INSERT INTO speaker_name (transcript_id, speaker, name) VALUES (?, ?, ?)",
                        into,
                        next,
                        isNamed ? name : Speaker.unnamed(next).name());
            }
            if (isNamed) {
                byName.put(name, next);
            }
            for (String moved :
                    List.of(
                            "UPDATE machine_word SET speaker = ? WHERE speaker = ? AND transcript_id = ?",
                            "UPDATE turn SET speaker = ? WHERE speaker = ? AND transcript_id = ?",
                            """
                            UPDATE word SET speaker_before = ?
                            WHERE speaker_before = ? AND transcript_id = ?
                            """)) {
                handle.execute(moved, next, number + room, into);
            }
        }
    }

    private static int nextNumber(Handle handle, String transcriptId) {
        return handle.createQuery(
                        "SELECT COALESCE(MAX(speaker), 0) + 1 FROM speaker_name"
                                + " WHERE transcript_id = :id")
                .bind("id", transcriptId)
                .mapTo(Integer.class)
                .one();
    }

    /** Numbers of the part's speakers among the rows that were copied. */
    private static Set<Integer> numbersIn(Handle handle, String into, int room) {
        return handle.createQuery(
                        """
                        SELECT speaker - :room FROM turn
                        WHERE transcript_id = :into AND speaker > :room
                        UNION SELECT speaker - :room FROM machine_word
                        WHERE transcript_id = :into AND speaker > :room
                        UNION SELECT speaker_before - :room FROM word
                        WHERE transcript_id = :into AND speaker_before > :room
                        """)
                .bind("room", room)
                .bind("into", into)
                .mapTo(Integer.class)
                .set();
    }
}
