package org.colloquy.transcript;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.speech.SpeechResult;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * All transcripts: stored when the machine has listened, read by everybody. A recording may have
 * several; the newest is the one that people see. {@link Corrections} changes them.
 */
public final class Transcripts {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Consumer<String> onChange;
    private final TranscriptStore store = new TranscriptStore();

    /**
     * @param onChange gets the id of a recording whose transcript is new, after it is stored
     */
    public Transcripts(Database database, Clock clock, Consumer<String> onChange) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.onChange = onChange;
    }

    /**
     * Keeps what an engine heard in a recording, all of it or nothing.
     *
     * @throws Problem.Conflict where people have worked on the present transcript: that one stays
     */
    public Transcript store(String recordingId, SpeechResult result) {
        List<MachineWord> heard = Heard.machineWords(result);
        List<Turn> turns = TurnBuilder.build(Heard.words(heard));
        List<Speaker> speakers = Heard.speakers(heard);
        TranscriptStore.Header header =
                jdbi.inTransaction(
                        handle -> {
                            TranscriptStore.Header stored =
                                    new TranscriptStore.Header(
                                            Id.create(),
                                            recordingId,
                                            1,
                                            result.engine(),
                                            result.model(),
                                            result.language(),
                                            Heard.millis(result.durationSeconds()),
                                            laterThanAll(handle, recordingId));
                            store.insert(handle, stored, heard, turns, speakers);
                            return stored;
                        });
        onChange.accept(recordingId);
        return transcript(header, speakers, turns);
    }

    /** Now, or a millisecond after the transcript that is there, so that the newest is one. */
    private Instant laterThanAll(Handle handle, String recordingId) {
        Instant now = Database.now(clock);
        Optional<TranscriptStore.Header> present = store.newest(handle, recordingId);
        if (present.isEmpty()) {
            return now;
        }
        if (store.hasHumanWork(handle, present.get().id())) {
            throw new Problem.Conflict(
                    "This recording's transcript was corrected or tagged. It stays as it is, and"
                            + " what the machine heard this time is not kept.");
        }
        Instant least = present.get().createdAt().plusMillis(1);
        return now.isBefore(least) ? least : now;
    }

    /**
     * The recording's newest transcript.
     *
     * @throws Problem.NotFound where it has none yet
     */
    public Transcript get(String recordingId) {
        return find(recordingId)
                .orElseThrow(() -> new Problem.NotFound("This recording has no transcript yet."));
    }

    /** The recording's newest transcript, where there is one. */
    public Optional<Transcript> find(String recordingId) {
        return jdbi.withHandle(
                handle -> store.newest(handle, recordingId).map(header -> read(handle, header)));
    }

    /** The id of the recording's newest transcript, where there is one. */
    public Optional<String> findNewestId(String recordingId) {
        return jdbi.withHandle(
                handle -> store.newest(handle, recordingId).map(TranscriptStore.Header::id));
    }

    /**
     * A transcript by its own id, the newest of its recording or not.
     *
     * @throws Problem.NotFound where there is none
     */
    public Transcript getById(String transcriptId) {
        return jdbi.withHandle(handle -> read(handle, header(handle, transcriptId)));
    }

    /** As the engine gave them, in order of time. */
    public List<MachineWord> machineWords(String transcriptId) {
        return jdbi.withHandle(handle -> store.heard(handle, header(handle, transcriptId).id()));
    }

    /** Every change of text, the oldest first. */
    public List<Correction> corrections(String transcriptId) {
        return jdbi.withHandle(
                handle -> new TurnStore().corrections(handle, header(handle, transcriptId).id()));
    }

    /** Whether hearing the recording again would hide corrections, names or tags. */
    public boolean hasHumanWork(String recordingId) {
        return jdbi.withHandle(
                handle ->
                        store.newest(handle, recordingId)
                                .map(header -> store.hasHumanWork(handle, header.id()))
                                .orElse(false));
    }

    private Transcript read(Handle handle, TranscriptStore.Header header) {
        return transcript(
                header, store.speakers(handle, header.id()), store.turns(handle, header.id()));
    }

    private TranscriptStore.Header header(Handle handle, String transcriptId) {
        return store.find(handle, transcriptId)
                .orElseThrow(() -> new Problem.NotFound("There is no such transcript."));
    }

    private static Transcript transcript(
            TranscriptStore.Header header, List<Speaker> speakers, List<Turn> turns) {
        return new Transcript(
                header.id(),
                header.recordingId(),
                header.version(),
                header.engine(),
                header.model(),
                header.language(),
                header.durationMillis(),
                header.createdAt(),
                speakers,
                turns);
    }
}
