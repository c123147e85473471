package org.colloquy.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who speaks in the turns of transcripts: read once, asked for each of many passages. */
final class TurnSpeakers {
    /**
     * @param name null: nobody is said to speak it, or it holds no word any more
     */
    private record Turn(String transcriptId, int id, @Nullable String name) {}

    /** One transcript's turns in reading order, and the place of each. */
    private static final class Turns {
        private final List<Turn> inOrder = new ArrayList<>();
        private final Map<Integer, Integer> places = new HashMap<>();

        void add(Turn turn) {
            places.put(turn.id(), inOrder.size());
            inOrder.add(turn);
        }

        List<String> between(int first, int last) {
            Integer from = places.get(first);
            Integer to = places.get(last);
            if (from == null || to == null) {
                return List.of();
            }
            List<String> names = new ArrayList<>();
            for (int place = from; place <= to; place++) {
                String name = inOrder.get(place).name();
                if (name != null && !names.contains(name)) {
                    names.add(name);
                }
            }
            return names;
        }
    }

    private final Map<String, Turns> byTranscript = new HashMap<>();

    private TurnSpeakers() {}

    static TurnSpeakers of(Handle handle, Collection<String> transcriptIds) {
        TurnSpeakers speakers = new TurnSpeakers();
        for (List<String> some : Slices.of(transcriptIds)) {
            handle.createQuery(
                            """
                            SELECT u.transcript_id, u.id,
                                CASE WHEN u.speaker IS NOT NULL AND EXISTS (
                                        SELECT 1 FROM word w
                                        WHERE w.transcript_id = u.transcript_id
                                            AND w.turn_id = u.id)
                                    THEN COALESCE(n.name, 'Speaker ' || u.speaker) END
                            FROM turn u
                            LEFT JOIN speaker_name n ON n.transcript_id = u.transcript_id
                                AND n.speaker = u.speaker
                            WHERE u.transcript_id IN (<ids>)
                            ORDER BY u.transcript_id, u.position
                            """)
                    .bindList("ids", some)
                    .map(
                            (row, context) ->
                                    new Turn(row.getString(1), row.getInt(2), row.getString(3)))
                    .forEach(speakers::add);
        }
        return speakers;
    }

    private void add(Turn turn) {
        byTranscript.computeIfAbsent(turn.transcriptId(), id -> new Turns()).add(turn);
    }

    /**
     * Who speaks from one turn to another, in the order in which they do.
     *
     * @param first null: not known, so nobody is
     */
    List<String> between(String transcriptId, @Nullable Integer first, @Nullable Integer last) {
        Turns turns = byTranscript.get(transcriptId);
        return turns == null || first == null || last == null
                ? List.of()
                : turns.between(first, last);
    }
}
