package org.colloquy.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What is known of the words of many tags at once: who says them, and who has checked them. */
final class TagWords {
    /** From a tag to the turns that its passage goes over, with the words at both its ends. */
    private static final String TURNS =
            """
            FROM tag g
            JOIN word f ON f.transcript_id = g.transcript_id AND f.id = g.first_word
            JOIN turn ft ON ft.transcript_id = g.transcript_id AND ft.id = f.turn_id
            JOIN word l ON l.transcript_id = g.transcript_id AND l.id = g.last_word
            JOIN turn lt ON lt.transcript_id = g.transcript_id AND lt.id = l.turn_id
            JOIN turn u ON u.transcript_id = g.transcript_id
                AND u.position BETWEEN ft.position AND lt.position
            """;

    private TagWords() {}

    /** Who speaks in each tag's passage, in the order in which they do; nobody: no entry. */
    static Map<String, List<String>> speakers(Handle handle, Collection<String> tagIds) {
        Map<String, List<String>> speakers = new LinkedHashMap<>();
        for (List<String> some : Slices.of(tagIds)) {
            handle.createQuery(
                            "SELECT g.id, COALESCE(n.name, 'Speaker ' || u.speaker) AS name "
                                    + TURNS
                                    + """
                                    LEFT JOIN speaker_name n
                                        ON n.transcript_id = g.transcript_id
                                        AND n.speaker = u.speaker
                                    WHERE g.id IN (<ids>) AND u.speaker IS NOT NULL
                                        AND EXISTS (
                                            SELECT 1 FROM word w
                                            WHERE w.transcript_id = u.transcript_id
                                                AND w.turn_id = u.id)
                                    ORDER BY g.id, u.position
                                    """)
                    .bindList("ids", some)
                    .map((row, context) -> Map.entry(row.getString("id"), row.getString("name")))
                    .forEach(
                            entry -> {
                                List<String> names =
                                        speakers.computeIfAbsent(
                                                entry.getKey(), id -> new ArrayList<>());
                                if (!names.contains(entry.getValue())) {
                                    names.add(entry.getValue());
                                }
                            });
        }
        return speakers;
    }

    /** How many words of each tag's passage nobody has checked; none: no entry. */
    static Map<String, Integer> unchecked(Handle handle, Collection<String> tagIds) {
        Map<String, Integer> unchecked = new HashMap<>();
        for (List<String> some : Slices.of(tagIds)) {
            handle.createQuery(
                            "SELECT g.id, COUNT(*) AS words "
                                    + TURNS
                                    + """
                                    JOIN word w ON w.transcript_id = g.transcript_id
                                        AND w.turn_id = u.id
                                    LEFT JOIN word_state k
                                        ON k.transcript_id = w.transcript_id AND k.word_id = w.id
                                    WHERE g.id IN (<ids>) AND k.word_id IS NULL
                                        AND (u.id <> ft.id OR w.position >= f.position)
                                        AND (u.id <> lt.id OR w.position <= l.position)
                                    GROUP BY g.id
                                    """)
                    .bindList("ids", some)
                    .map((row, context) -> Map.entry(row.getString("id"), row.getInt("words")))
                    .forEach(entry -> unchecked.put(entry.getKey(), entry.getValue()));
        }
        return unchecked;
    }
}
