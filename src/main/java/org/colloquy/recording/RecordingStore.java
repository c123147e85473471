package org.colloquy.recording;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.colloquy.media.MediaFacts;
import org.colloquy.media.PartedSound;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the table {@code recording} and what hangs on it. The pieces have {@link
 * ManifestStore}, reading has {@link RecordingRows}.
 */
final class RecordingStore {
    private final Jdbi jdbi;
    private final Clock clock;

    RecordingStore(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    /** Once for each id: where it is there already, nothing happens. */
    void insert(String id, String sessionId, RecordingRequest request, String personId) {
        jdbi.useTransaction(
                handle -> {
                    int made =
                            handle.createUpdate(
                                            """
                                            INSERT INTO recording (id, session_id, file_name,
                                                media_type, source, state, length_bytes, set_aside,
                                                created_by, created_at)
                                            VALUES (:id, :session, :name, :type, :source,
                                                'receiving', 0, FALSE, :by, :at)
                                            ON CONFLICT DO NOTHING
                                            """)
                                    .bind("id", id)
                                    .bind("session", sessionId)
                                    .bind("name", request.fileName())
                                    .bind("type", request.mediaType())
                                    .bind("source", request.source().toString())
                                    .bind("by", personId)
                                    .bind("at", Database.now(clock))
                                    .execute();
                    List<Microphone> microphones = request.microphones();
                    if (made == 1 && microphones != null) {
                        addMicrophones(handle, id, microphones);
                    }
                });
    }

    private static void addMicrophones(Handle handle, String id, List<Microphone> microphones) {
        for (int channel = 0; channel < microphones.size(); channel++) {
            handle.createUpdate(
                            """
                            INSERT INTO recording_microphone (recording_id, channel, label, speaker)
                            VALUES (:id, :channel, :label, :speaker)
                            """)
                    .bind("id", id)
                    .bind("channel", channel)
                    .bind("label", microphones.get(channel).label())
                    .bind("speaker", microphones.get(channel).speaker())
                    .execute();
        }
    }

    Optional<Recording> find(String id) {
        return jdbi.withHandle(
                handle -> RecordingRows.list(handle, "recording.id = ?", id).stream().findFirst());
    }

    Recording get(String id) {
        return find(id).orElseThrow(() -> new Problem.NotFound("There is no such recording."));
    }

    /** In the order in which they were begun. */
    List<Recording> ofSession(String sessionId) {
        return list("session_id = ?", sessionId);
    }

    List<Recording> list() {
        return list("TRUE");
    }

    /**
     * @param sha256 of the whole; null: of none
     */
    List<Recording> withBytes(@Nullable String sha256) {
        return sha256 == null ? List.of() : list("sha256 = ?", sha256);
    }

    List<Recording> inState(Recording.State state) {
        return list("state = ?", state.toString());
    }

    private List<Recording> list(String condition, Object... values) {
        return jdbi.withHandle(handle -> RecordingRows.list(handle, condition, values));
    }

    /** Without what hangs on them, which takes long to read for all of a data folder. */
    List<String> idsInState(Recording.State state) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("SELECT id FROM recording WHERE state = :state")
                                .bind("state", state.toString())
                                .mapTo(String.class)
                                .list());
    }

    void close(String id, String sha256) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        UPDATE recording SET state = 'preparing', sha256 = :sha256,
                                            completed_at = :at
                                        WHERE id = :id AND state = 'receiving'
                                        """)
                                .bind("sha256", sha256)
                                .bind("at", Database.now(clock))
                                .bind("id", id)
                                .execute());
    }

    /** With what became of each part. */
    void ready(String id, PartedSound sound, @Nullable Text problem) {
        MediaFacts facts = sound.facts();
        jdbi.useTransaction(
                handle -> {
                    handle.createUpdate(
                                    """
                                    UPDATE recording SET state = 'ready', problem = :problem,
                                        duration_ms = :millis, channels = :channels,
                                        format = :format
                                    WHERE id = :id AND state <> 'receiving'
                                    """)
                            .bind("problem", Text.toStore(problem))
                            .bind("millis", millis(facts.durationSeconds()))
                            .bind("channels", facts.channels())
                            .bind("format", facts.format() + "/" + facts.codec())
                            .bind("id", id)
                            .execute();
                    handle.execute("DELETE FROM recording_part WHERE recording_id = ?", id);
                    for (int i = 0; i < sound.parts().size(); i++) {
                        PartedSound.Part part = sound.parts().get(i);
                        long start = millis(part.startSeconds());
                        handle.execute(
                                """
                                INSERT INTO recording_part (recording_id, number, start_ms,
                                    duration_ms, problem)
                                VALUES (?, ?, ?, ?, ?)
                                """,
                                id,
                                i,
                                start,
                                millis(part.startSeconds() + part.durationSeconds()) - start,
                                Text.toStore(part.problem()));
                    }
                });
    }

    private static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }

    void unreadable(String id, Text problem) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        UPDATE recording SET state = 'unreadable', problem = :problem
                                        WHERE id = :id
                                        """)
                                .bind("problem", Text.toStore(problem))
                                .bind("id", id)
                                .execute());
    }

    void setProblem(String id, @Nullable Text problem) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "UPDATE recording SET problem = ? WHERE id = ?",
                                Text.toStore(problem),
                                id));
    }

    /**
     * @throws Problem.Conflict where it is to be taken back while its sound counts in another one
     */
    void setAside(String id, boolean setAside) {
        jdbi.useTransaction(
                handle -> {
                    if (!setAside) {
                        countsIn(handle, id)
                                .ifPresent(
                                        other -> {
                                            throw new Problem.Conflict(
                                                    "The same sound is in “{other}” "
                                                            + "because recordings were joined, "
                                                            + "and its evidence would count "
                                                            + "twice. Set that one aside first, "
                                                            + "then take this one back.",
                                                    Map.of("other", other));
                                        });
                    }
                    handle.createUpdate("UPDATE recording SET set_aside = :aside WHERE id = :id")
                            .bind("aside", setAside)
                            .bind("id", id)
                            .execute();
                });
    }

    /**
     * The name of another recording, not set aside, that has some of the same sound by joining: as
     * a whole, as a part, or as another whole of the same part, at any depth.
     */
    private static Optional<String> countsIn(Handle handle, String id) {
        return handle.createQuery(
                        """
                        WITH RECURSIVE within(top, id) AS (
                            SELECT r.id, r.id FROM recording r
                            WHERE r.session_id = (SELECT session_id FROM recording WHERE id = :id)
                                AND (r.id = :id OR NOT r.set_aside)
                            UNION
                            SELECT within.top, j.from_id FROM within
                            JOIN recording_join j ON j.recording_id = within.id)
                        SELECT other.file_name FROM within mine
                        JOIN within its ON its.id = mine.id AND its.top <> mine.top
                        JOIN recording other ON other.id = its.top
                        WHERE mine.top = :id
                        ORDER BY other.created_at DESC, other.id LIMIT 1
                        """)
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
    }

    void rename(String id, String name) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "UPDATE recording SET file_name = ? WHERE id = ?", name, id));
    }
}
