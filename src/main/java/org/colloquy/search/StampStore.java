package org.colloquy.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.common.Hashes;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The stamps of sessions and units: a hash over every row that their documents show, without
 * loading a word (a transcript's version says whether its words changed).
 */
final class StampStore {
    /** Each gives the session's id first; what follows is hashed, in this order. */
    private static final List<String> OF_SESSIONS =
            List.of(
                    """
                    SELECT s.id, s.enrolment_id, s.method, s.date, s.place, s.notes, e.unit_id,
                        u.title, e.learner_id, l.name, e.assessor_id
                    FROM session s
                    JOIN enrolment e ON e.id = s.enrolment_id
                    JOIN unit u ON u.id = e.unit_id
                    JOIN person l ON l.id = e.learner_id
                    WHERE CAST(:id AS TEXT) IS NULL OR s.id = :id
                    ORDER BY s.id
                    """,
                    """
                    SELECT session_id, name, role FROM session_person
                    WHERE CAST(:id AS TEXT) IS NULL OR session_id = :id
                    ORDER BY session_id, position
                    """,
                    """
                    SELECT session_id, text FROM planned_question
                    WHERE CAST(:id AS TEXT) IS NULL OR session_id = :id
                    ORDER BY session_id, position
                    """,
                    SourceStore.SHOWN_TRANSCRIPTS
                            + """
                            SELECT session_id, recording_id, transcript_id, version FROM shown
                            WHERE CAST(:id AS TEXT) IS NULL OR session_id = :id
                            ORDER BY session_id, recording_id
                            """,
                    SourceStore.SHOWN_TRANSCRIPTS
                            + """
                            SELECT session_id, n.transcript_id, n.speaker, n.name FROM shown
                            JOIN speaker_name n ON n.transcript_id = shown.transcript_id
                            WHERE CAST(:id AS TEXT) IS NULL OR session_id = :id
                            ORDER BY session_id, n.transcript_id, n.speaker
                            """,
                    SourceStore.SHOWN_TRANSCRIPTS
                            + """
                            SELECT session_id, tag.id, criterion_id, c.number, c.text, first_word,
                                last_word, start_ms, end_ms, quote, reason
                            FROM shown
                            JOIN tag ON tag.transcript_id = shown.transcript_id
                            JOIN criterion c ON c.id = tag.criterion_id
                            WHERE tag.state <> 'withdrawn' AND (CAST(:id AS TEXT) IS NULL OR session_id = :id)
                            ORDER BY session_id, tag.id
                            """,
                    """
                    SELECT r.session_id, d.id, d.start_ms, d.end_ms FROM redaction d
                    JOIN recording r ON r.id = d.recording_id
                    WHERE d.lifted_at IS NULL AND (CAST(:id AS TEXT) IS NULL OR r.session_id = :id)
                    ORDER BY r.session_id, d.id
                    """);

    private static final List<String> OF_UNITS =
            List.of(
                    """
                    SELECT id, title, number, reference, level, purpose, evidence_requirements
                    FROM unit
                    WHERE CAST(:id AS TEXT) IS NULL OR id = :id
                    ORDER BY id
                    """,
                    """
                    SELECT o.unit_id, o.text, c.id, c.number, c.text FROM learning_outcome o
                    LEFT JOIN criterion c ON c.outcome_id = o.id
                    WHERE CAST(:id AS TEXT) IS NULL OR o.unit_id = :id
                    ORDER BY o.unit_id, o.position, c.position
                    """,
                    """
                    SELECT unit_id, name, text FROM unit_method
                    WHERE CAST(:id AS TEXT) IS NULL OR unit_id = :id
                    ORDER BY unit_id, position
                    """);

    private StampStore() {}

    /** Of everything there is. */
    static Map<Owner, String> all(Handle handle) {
        Map<Owner, String> stamps = new LinkedHashMap<>();
        read(handle, OF_UNITS, null).forEach((id, stamp) -> stamps.put(Owner.unit(id), stamp));
        read(handle, OF_SESSIONS, null)
                .forEach((id, stamp) -> stamps.put(Owner.session(id), stamp));
        return stamps;
    }

    /** Of one, where it exists. */
    static Optional<String> find(Handle handle, Owner owner) {
        List<String> queries = owner.kind() == Kind.UNIT ? OF_UNITS : OF_SESSIONS;
        return Optional.ofNullable(read(handle, queries, owner.id()).get(owner.id()));
    }

    private static Map<String, String> read(
            Handle handle, List<String> queries, @Nullable String id) {
        Map<String, MessageDigest> digests = new LinkedHashMap<>();
        for (int i = 0; i < queries.size(); i++) {
            byte part = (byte) i;
            handle.createQuery(queries.get(i))
                    .bind("id", id)
                    .map(
                            (row, context) -> {
                                MessageDigest digest =
                                        digests.computeIfAbsent(
                                                row.getString(1), owner -> Hashes.sha256());
                                digest.update(part);
                                add(digest, row);
                                return part;
                            })
                    .forEach(done -> {});
        }
        Map<String, String> stamps = new LinkedHashMap<>();
        digests.forEach((owner, digest) -> stamps.put(owner, Hashes.hex(digest.digest())));
        return stamps;
    }

    private static void add(MessageDigest digest, ResultSet row) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        for (int column = 2; column <= columns; column++) {
            String value = row.getString(column);
            digest.update((value == null ? "" : value).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }
}
