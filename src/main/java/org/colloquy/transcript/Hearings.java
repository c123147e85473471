package org.colloquy.transcript;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.speech.SpeechResult;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What engines heard in a recording, one hearing after the other. The first is the transcript at
 * once; each later one is a proposal, until a person accepts or discards it or a newer one comes.
 * All of them are kept for ever.
 */
public final class Hearings {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Transcripts transcripts;
    private final Carried.Listener listener;
    private final Consumer<String> onChange;
    private final TranscriptStore store = new TranscriptStore();
    private final HearingStore hearings = new HearingStore();
    private final OpinionStore opinions = new OpinionStore();
    private final CheckStore checks = new CheckStore();

    /**
     * @param listener told of an accepted proposal inside the transaction
     * @param onChange gets the id of a recording whose present transcript is another, after it is
     *     stored
     */
    public Hearings(
            Database database,
            Clock clock,
            Transcripts transcripts,
            Carried.Listener listener,
            Consumer<String> onChange) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.transcripts = transcripts;
        this.listener = listener;
        this.onChange = onChange;
    }

    /** Whether a job's result is kept already: it need not be done again. */
    public boolean isStored(String jobId) {
        return jdbi.withHandle(handle -> hearings.isStored(handle, jobId));
    }

    /**
     * Keeps what an engine heard, all of it or nothing: as the transcript where there is none, else
     * as a proposal. A second result of one job is not kept.
     *
     * @param jobId null: heard by no job
     * @param part what was listened to, null: the whole
     */
    public void store(
            String recordingId,
            @Nullable String jobId,
            @Nullable Stretch part,
            SpeechResult result) {
        store(recordingId, jobId, part, result, Map.of());
    }

    /**
     * As {@link #store(String, String, Stretch, SpeechResult)}.
     *
     * @param names who the speakers are by their numbers, so far as that is known beforehand; for a
     *     first transcript: later ones take over what people said
     */
    public void store(
            String recordingId,
            @Nullable String jobId,
            @Nullable Stretch part,
            SpeechResult result,
            Map<Integer, String> names) {
        boolean first =
                jdbi.inTransaction(
                        handle -> {
                            if (jobId != null && hearings.isStored(handle, jobId)) {
                                return false;
                            }
                            Optional<TranscriptStore.Header> present =
                                    store.present(handle, recordingId);
                            if (present.isEmpty()) {
                                storeFirst(handle, recordingId, jobId, result, names);
                            } else {
                                propose(handle, present.get(), jobId, part, result);
                            }
                            return present.isEmpty();
                        });
        if (first) {
            onChange.accept(recordingId);
        }
    }

    private void storeFirst(
            Handle handle,
            String recordingId,
            @Nullable String jobId,
            SpeechResult result,
            Map<Integer, String> names) {
        List<MachineWord> heard = Heard.machineWords(result);
        List<Turn> turns = TurnBuilder.build(Heard.words(heard));
        TranscriptStore.Header header =
                header(handle, recordingId, result, TranscriptVersion.State.PRESENT, null, null);
        store.insert(handle, header, jobId, Carrying.Again.whole(heard));
        int words = turns.stream().mapToInt(turn -> turn.words().size()).sum();
        List<Speaker> speakers =
                Heard.speakers(heard).stream()
                        .map(
                                speaker ->
                                        new Speaker(
                                                speaker.number(),
                                                names.getOrDefault(
                                                        speaker.number(), speaker.name())))
                        .toList();
        store.fill(handle, header.id(), turns, speakers, words + 1);
        hearings.insertGaps(handle, header.id(), Heard.gaps(result));
    }

    private void propose(
            Handle handle,
            TranscriptStore.Header present,
            @Nullable String jobId,
            @Nullable Stretch part,
            SpeechResult result) {
        hearings.proposed(handle, present.recordingId())
                .ifPresent(
                        older ->
                                hearings.setState(
                                        handle, older.id(), TranscriptVersion.State.DISCARDED));
        TranscriptStore.Header header =
                header(
                        handle,
                        present.recordingId(),
                        result,
                        TranscriptVersion.State.PROPOSED,
                        part,
                        present.id());
        List<MachineWord> heard = Heard.machineWords(result);
        store.insert(
                handle,
                header,
                jobId,
                part == null
                        ? Carrying.Again.whole(heard)
                        : Heard.joined(store.heard(handle, present.id()), heard, part));
        List<Gap> gaps = Heard.gaps(result);
        hearings.insertGaps(
                handle,
                header.id(),
                part == null
                        ? gaps
                        : Gap.heardAgain(hearings.gaps(handle, present.id()), gaps, part));
    }

    private TranscriptStore.Header header(
            Handle handle,
            String recordingId,
            SpeechResult result,
            TranscriptVersion.State state,
            @Nullable Stretch part,
            @Nullable String basedOn) {
        Instant now = Database.now(clock);
        Instant newest = hearings.newestTime(handle, recordingId);
        // No two at one time, so that they have an order.
        Instant at = newest == null || now.isAfter(newest) ? now : newest.plusMillis(1);
        return new TranscriptStore.Header(
                Id.create(),
                recordingId,
                1,
                result.engine(),
                result.model(),
                result.language(),
                Heard.millis(result.durationSeconds()),
                at,
                state,
                part,
                basedOn);
    }

    /** All hearings of a recording, the oldest first. */
    public List<TranscriptVersion> versions(String recordingId) {
        return jdbi.withHandle(handle -> hearings.versions(handle, recordingId));
    }

    /** The id of the hearing that waits to be looked at, where there is one. */
    public Optional<String> findProposalId(String recordingId) {
        return jdbi.withHandle(
                handle -> hearings.proposed(handle, recordingId).map(TranscriptStore.Header::id));
    }

    /**
     * The hearing that waits to be looked at, beside the transcript as it reads now.
     *
     * @throws Problem.NotFound where none waits
     */
    public Proposal proposal(String recordingId) {
        return jdbi.withHandle(
                handle -> {
                    TranscriptStore.Header proposed =
                            hearings.proposed(handle, recordingId)
                                    .orElseThrow(
                                            () ->
                                                    new Problem.NotFound(
                                                            "No later hearing of this recording"
                                                                    + " waits to be looked at."));
                    TranscriptStore.Header present = presentOf(handle, proposed);
                    TranscriptStore.Header whole = transcripts.wholeOf(handle, present);
                    return new Proposal(
                            proposed.id(),
                            recordingId,
                            proposed.engine(),
                            proposed.model(),
                            proposed.language(),
                            proposed.createdAt(),
                            proposed.part(),
                            new Proposal.Present(
                                    present.id(), present.version(), whole.engine(), whole.model()),
                            carry(handle, present, proposed));
                });
    }

    /**
     * Makes a proposal the present transcript, with all that people did in the one before.
     *
     * @param version of the present transcript that the person looked at
     * @throws Problem.Conflict where that changed since, or the proposal waits no more
     */
    public Transcript accept(String proposalId, int version) {
        Transcript accepted =
                jdbi.inTransaction(
                        handle -> {
                            TranscriptStore.Header proposed = waiting(handle, proposalId);
                            TranscriptStore.Header present = presentOf(handle, proposed);
                            if (present.version() != version) {
                                throw new Problem.Conflict(
                                        "The transcript was changed since you looked at this"
                                                + " proposal, so nothing is replaced. Look at the"
                                                + " comparison as it is now.");
                            }
                            Carried carried = carry(handle, present, proposed);
                            store.fill(
                                    handle,
                                    proposalId,
                                    carried.turns(),
                                    carried.speakers(),
                                    carried.nextWord());
                            checks.carry(handle, present.id(), proposalId);
                            hearings.setState(
                                    handle, present.id(), TranscriptVersion.State.EARLIER);
                            hearings.setState(handle, proposalId, TranscriptVersion.State.PRESENT);
                            if (proposed.part() != null) {
                                // Of the whole as it is heard anew nobody asked another engine.
                                opinions.move(handle, present.id(), proposalId);
                            }
                            listener.accepted(present.id(), proposalId, carried);
                            return transcripts.read(handle, transcripts.header(handle, proposalId));
                        });
        onChange.accept(accepted.recordingId());
        return accepted;
    }

    /**
     * Puts a proposal away; it stays among the hearings.
     *
     * @throws Problem.Conflict where it waits no more
     */
    public void discard(String proposalId) {
        jdbi.useTransaction(
                handle ->
                        hearings.setState(
                                handle,
                                waiting(handle, proposalId).id(),
                                TranscriptVersion.State.DISCARDED));
    }

    private TranscriptStore.Header waiting(Handle handle, String proposalId) {
        TranscriptStore.Header header = transcripts.header(handle, proposalId);
        return switch (header.state()) {
            case PROPOSED -> header;
            case PRESENT, EARLIER ->
                    throw new Problem.Conflict("This proposal was accepted already.");
            case DISCARDED ->
                    throw new Problem.Conflict(
                            "This proposal was put away, or a newer one took its place.");
        };
    }

    private TranscriptStore.Header presentOf(Handle handle, TranscriptStore.Header proposed) {
        return store.present(handle, proposed.recordingId())
                .orElseThrow(
                        () -> new IllegalStateException("Nothing for " + proposed + " to replace"));
    }

    private Carried carry(
            Handle handle, TranscriptStore.Header present, TranscriptStore.Header proposed) {
        HearingStore.HeardAnew anew = hearings.heardAnew(handle, proposed.id());
        return Carrying.carry(
                new Carrying.Present(
                        store.turns(handle, present.id()),
                        store.speakers(handle, present.id()),
                        store.heard(handle, present.id()),
                        new TurnStore().nextWord(handle, present.id()),
                        hearings.nextTurn(handle, present.id())),
                new Carrying.Again(
                        store.heard(handle, proposed.id()),
                        anew.from(),
                        anew.to(),
                        proposed.part()));
    }
}
