package org.colloquy.transcript;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of where turns and words lie among the others of a transcript. */
final class TurnPlaces {
    private final TurnStore turns = new TurnStore();

    /**
     * What lies around a turn.
     *
     * @param lastMachineId the greatest machine id before it, 0 where there is none
     * @param nextMachineId the least machine id after it
     */
    record Around(
            @Nullable Word before, @Nullable Word after, int lastMachineId, int nextMachineId) {}

    /** A word in its turn. */
    record Place(int wordId, int turnId, long startMillis) {}

    /** All words in reading order. */
    List<Place> places(Handle handle, String transcriptId) {
        return handle.createQuery(
                        """
                        SELECT w.id, w.turn_id, w.start_ms
                        FROM turn t
                        JOIN word w ON w.transcript_id = t.transcript_id AND w.turn_id = t.id
                        WHERE t.transcript_id = :transcript
                        ORDER BY t.position, w.position
                        """)
                .bind("transcript", transcriptId)
                .map(
                        (row, context) ->
                                new Place(
                                        row.getInt("id"),
                                        row.getInt("turn_id"),
                                        row.getLong("start_ms")))
                .list();
    }

    /** The ids of the nearest words before and after a turn. */
    record Beside(@Nullable Integer wordBefore, @Nullable Integer wordAfter) {}

    /** By turn, those without words too. */
    Map<Integer, Beside> besides(Handle handle, String transcriptId) {
        Map<Integer, Integer> first = new HashMap<>();
        Map<Integer, Integer> last = new HashMap<>();
        for (Place place : places(handle, transcriptId)) {
            first.putIfAbsent(place.turnId(), place.wordId());
            last.put(place.turnId(), place.wordId());
        }
        List<TurnStore.Row> rows = turns.rows(handle, transcriptId);
        @Nullable Integer[] after = new Integer[rows.size()];
        @Nullable Integer nearest = null;
        for (int i = rows.size() - 1; i >= 0; i--) {
            after[i] = nearest;
            nearest = first.getOrDefault(rows.get(i).id(), nearest);
        }
        Map<Integer, Beside> besides = new HashMap<>();
        nearest = null;
        for (int i = 0; i < rows.size(); i++) {
            besides.put(rows.get(i).id(), new Beside(nearest, after[i]));
            nearest = last.getOrDefault(rows.get(i).id(), nearest);
        }
        return besides;
    }

    /** Whether the transcript still has all of these words. */
    boolean holds(Handle handle, String transcriptId, Set<Integer> words) {
        Set<Integer> there =
                handle.createQuery("SELECT id FROM word WHERE transcript_id = :transcript")
                        .bind("transcript", transcriptId)
                        .mapTo(Integer.class)
                        .set();
        return there.containsAll(words);
    }

    /**
     * Whether a word begins before the one in front of it ends, or stands for an earlier word of
     * the machine's.
     */
    boolean isOutOfOrder(Handle handle, String transcriptId) {
        return handle.createQuery(
                        """
                                SELECT EXISTS (
                                    SELECT 1 FROM (
                                        SELECT w.start_ms, LAG(w.end_ms) OVER (
                                            ORDER BY t.position, w.position) AS ends
                                        FROM word w JOIN turn t
                                            ON t.transcript_id = w.transcript_id AND t.id = w.turn_id
                                        WHERE w.transcript_id = :transcript) times
                                    WHERE times.start_ms < times.ends)
                                OR EXISTS (
                                    SELECT 1 FROM (
                                        SELECT w.machine_id, w.turn_id,
                                            LAG(w.machine_id) OVER (
                                                ORDER BY t.position, w.position) AS machine_before,
                                            LAG(w.turn_id) OVER (
                                                ORDER BY t.position, w.position) AS turn_before
                                        FROM word w JOIN turn t
                                            ON t.transcript_id = w.transcript_id AND t.id = w.turn_id
                                        WHERE w.transcript_id = :transcript
                                            AND w.machine_id IS NOT NULL) heard
                                    WHERE heard.machine_id < heard.machine_before
                                        OR heard.machine_id = heard.machine_before
                                            AND heard.turn_id <> heard.turn_before)
                                """)
                .bind("transcript", transcriptId)
                .mapTo(Boolean.class)
                .one();
    }

    /** The nearest word before a turn of that position. */
    @Nullable Word before(Handle handle, String transcriptId, int position) {
        return neighbour(
                handle,
                transcriptId,
                position,
                " AND t.position < :position ORDER BY t.position DESC, w.position DESC");
    }

    /** The nearest word after a turn of that position. */
    @Nullable Word after(Handle handle, String transcriptId, int position) {
        return neighbour(
                handle,
                transcriptId,
                position,
                " AND t.position > :position ORDER BY t.position, w.position");
    }

    Around around(Handle handle, String transcriptId, int position) {
        return new Around(
                before(handle, transcriptId, position),
                after(handle, transcriptId, position),
                nearestHeard(
                        handle,
                        transcriptId,
                        position,
                        " AND t.position < :position ORDER BY t.position DESC, w.position DESC",
                        0),
                nearestHeard(
                        handle,
                        transcriptId,
                        position,
                        " AND t.position > :position ORDER BY t.position, w.position",
                        Integer.MAX_VALUE));
    }

    private static @Nullable Word neighbour(
            Handle handle, String transcriptId, int position, String which) {
        return handle.createQuery(TurnStore.WORDS + which + " LIMIT 1")
                .bind("transcript", transcriptId)
                .bind("position", position)
                .map((row, context) -> TranscriptStore.word(row))
                .findOne()
                .orElse(null);
    }

    /** Machine ids rise in reading order, so that the nearest is the greatest or the least. */
    private static int nearestHeard(
            Handle handle, String transcriptId, int position, String which, int otherwise) {
        return handle.createQuery(
                        "SELECT w.machine_id FROM word w"
                                + " JOIN turn t ON t.transcript_id = w.transcript_id"
                                + " AND t.id = w.turn_id WHERE w.transcript_id = :transcript"
                                + " AND w.machine_id IS NOT NULL"
                                + which
                                + " LIMIT 1")
                .bind("transcript", transcriptId)
                .bind("position", position)
                .mapTo(Integer.class)
                .findOne()
                .orElse(otherwise);
    }

    /**
     * The machine's words of the turn's stretch that no word stands for. Machine ids rise in
     * reading order, so that a word for one of them can only be in this turn.
     */
    List<MachineWord> removed(Handle handle, String transcriptId, int turnId, Around around) {
        return handle.createQuery(
                        """
                        SELECT id, text, start_ms, end_ms, confidence, speaker FROM machine_word
                        WHERE transcript_id = :transcript AND id > :first AND id < :last
                            AND id NOT IN (SELECT machine_id FROM word
                                WHERE transcript_id = :transcript AND turn_id = :turn
                                    AND machine_id IS NOT NULL)
                        ORDER BY id LIMIT :most
                        """)
                .bind("transcript", transcriptId)
                .bind("turn", turnId)
                .bind("first", around.lastMachineId())
                .bind("last", around.nextMachineId())
                .bind("most", WordText.MOST_WORDS)
                .map((row, context) -> TranscriptStore.machineWord(row))
                .list();
    }
}
