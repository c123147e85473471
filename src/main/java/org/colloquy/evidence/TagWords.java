package org.colloquy.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What is known of the words of many tags at once. */
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
