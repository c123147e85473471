package org.colloquy.transcript;

import java.util.List;
import java.util.Optional;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * All transcripts, read by everybody. A recording may have several, one of them present: the one
 * that people see. {@link Hearings} brings them, {@link Corrections} changes them.
 */
public final class Transcripts {
    private final Jdbi jdbi;
    private final TranscriptStore store = new TranscriptStore();
    private final HearingStore hearings = new HearingStore();

    public Transcripts(Database database) {
        this.jdbi = database.jdbi();
    }

    /**
     * The recording's present transcript.
     *
     * @throws Problem.NotFound where it has none yet
     */
    public Transcript get(String recordingId) {
        return find(recordingId)
                .orElseThrow(() -> new Problem.NotFound("This recording has no transcript yet."));
    }

    /** The recording's present transcript, where there is one. */
    public Optional<Transcript> find(String recordingId) {
        return jdbi.withHandle(
                handle -> store.present(handle, recordingId).map(header -> read(handle, header)));
    }

    /** The id of the recording's present transcript, where there is one. */
    public Optional<String> findPresentId(String recordingId) {
        return jdbi.withHandle(
                handle -> store.present(handle, recordingId).map(TranscriptStore.Header::id));
    }

    /**
     * A transcript by its own id, the present one of its recording or not.
     *
     * @throws Problem.NotFound where there is none
     */
    public Transcript getById(String transcriptId) {
        return jdbi.withHandle(handle -> read(handle, header(handle, transcriptId)));
    }

    /**
     * The recording that a transcript is of.
     *
     * @throws Problem.NotFound where there is no such transcript
     */
    public String recordingOf(String transcriptId) {
        return jdbi.withHandle(handle -> header(handle, transcriptId).recordingId());
    }

    /** The state of a transcript by passage, in reading order. */
    public List<Check> checks(String transcriptId) {
        return jdbi.withHandle(
                handle -> new CheckStore().checks(handle, header(handle, transcriptId).id()));
    }

    /** As the engine gave them, in order of time. */
    public List<MachineWord> machineWords(String transcriptId) {
        return jdbi.withHandle(handle -> store.heard(handle, header(handle, transcriptId).id()));
    }

    /** Every change of text, the oldest first. */
    public List<Correction> corrections(String transcriptId) {
        return jdbi.withHandle(
                handle ->
                        new CorrectionLog().corrections(handle, header(handle, transcriptId).id()));
    }

    Transcript read(Handle handle, TranscriptStore.Header header) {
        TranscriptStore.Header whole = wholeOf(handle, header);
        return new Transcript(
                header.id(),
                header.recordingId(),
                header.version(),
                whole.engine(),
                whole.model(),
                whole.language(),
                header.durationMillis(),
                header.createdAt(),
                store.speakers(handle, header.id()),
                store.turns(handle, header.id()),
                hearings.gaps(handle, header.id()));
    }

    /** The hearing of the whole recording that a transcript rests on: itself, but for a part. */
    TranscriptStore.Header wholeOf(Handle handle, TranscriptStore.Header header) {
        TranscriptStore.Header whole = header;
        while (whole.part() != null && whole.basedOn() != null) {
            whole = header(handle, whole.basedOn());
        }
        return whole;
    }

    TranscriptStore.Header header(Handle handle, String transcriptId) {
        return store.find(handle, transcriptId)
                .orElseThrow(() -> new Problem.NotFound("There is no such transcript."));
    }
}
