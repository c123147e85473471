package org.colloquy.transcript;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.speech.SpeechResult;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What other engines heard, beside a transcript that it does not change. The differences are worked
 * out on each reading, so that a correction makes its mark go away by itself.
 */
public final class SecondOpinions {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Transcripts transcripts;
    private final Corrections corrections;
    private final OpinionStore store = new OpinionStore();

    public SecondOpinions(
            Database database, Clock clock, Transcripts transcripts, Corrections corrections) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.transcripts = transcripts;
        this.corrections = corrections;
    }

    /** Whether a job's result is kept already: it need not be done again. */
    public boolean isStored(String jobId) {
        return jdbi.withHandle(handle -> store.isStored(handle, jobId));
    }

    /**
     * Keeps what another engine heard; a second result of one job is not kept. Where parts of the
     * transcript were heard anew meanwhile it is about the present one, as those are that it had.
     *
     * @throws Problem.Conflict where the whole was heard anew meanwhile
     */
    public void store(String asked, @Nullable String jobId, SpeechResult result) {
        jdbi.useTransaction(
                handle -> {
                    if (jobId != null && store.isStored(handle, jobId)) {
                        return;
                    }
                    String transcriptId = presentAfter(handle, asked);
                    Instant now = Database.now(clock);
                    Instant at =
                            store.newest(handle, transcriptId)
                                    .map(OpinionStore.Header::createdAt)
                                    .filter(newest -> !newest.isBefore(now))
                                    .map(newest -> newest.plusMillis(1))
                                    .orElse(now);
                    store.insert(
                            handle,
                            new OpinionStore.Header(
                                    Id.create(), result.engine(), result.model(), at),
                            transcriptId,
                            jobId,
                            Heard.machineWords(result));
                });
    }

    private String presentAfter(Handle handle, String asked) {
        TranscriptStore.Header header = transcripts.header(handle, asked);
        while (header.state() == TranscriptVersion.State.EARLIER) {
            header =
                    store.next(handle, header.id())
                            .map(next -> transcripts.header(handle, next))
                            .filter(next -> next.part() != null)
                            .orElseThrow(
                                    () ->
                                            new Problem.Conflict(
                                                    "The transcript was replaced meanwhile: ask"
                                                            + " again."));
        }
        return header.id();
    }

    /** An opinion with all differences, and which of them a person kept. */
    private record Read(
            OpinionStore.Header header,
            Transcript transcript,
            Differences differences,
            Set<String> kept) {

        Difference difference(String id) {
            return differences.all().stream()
                    .filter(difference -> difference.id().equals(id))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new Problem.Conflict(
                                            "That place was changed meanwhile, and nothing was"
                                                    + " done. Look at it as it is now."));
        }

        Turn turn(Difference difference) {
            return transcript.turns().stream()
                    .filter(turn -> turn.id() == difference.turnId())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * The newest opinion on a transcript as it reads now.
     *
     * @throws Problem.NotFound where there is none
     */
    public SecondOpinion get(String transcriptId) {
        Read read = read(transcriptId);
        return new SecondOpinion(
                read.header().engine(),
                read.header().model(),
                read.header().createdAt(),
                read.differences().agreement(),
                read.differences().all().stream()
                        .filter(difference -> !read.kept().contains(difference.id()))
                        .toList());
    }

    /**
     * Puts in what the other engine heard: a correction like any other.
     *
     * @throws Problem.Conflict where that place, or the turn since that version, changed
     */
    public TurnSaved take(String personId, String transcriptId, String differenceId, int version) {
        Read read = read(transcriptId);
        Difference difference = read.difference(differenceId);
        return corrections.correct(
                personId,
                transcriptId,
                difference.turnId(),
                taken(read.turn(difference), difference),
                version);
    }

    /** Keeps what is written: it is not marked any more, as long as both read as they do. */
    public TurnSaved keep(String personId, String transcriptId, String differenceId) {
        return decide(
                transcriptId,
                differenceId,
                (handle, opinion) ->
                        store.keep(handle, opinion, differenceId, personId, Database.now(clock)));
    }

    /** Marks a kept difference again. */
    public TurnSaved keepNoMore(String transcriptId, String differenceId) {
        return decide(
                transcriptId,
                differenceId,
                (handle, opinion) -> store.keepNoMore(handle, opinion, differenceId));
    }

    private interface Decision {
        void make(Handle handle, String opinionId);
    }

    private TurnSaved decide(String transcriptId, String differenceId, Decision decision) {
        Read read = read(transcriptId);
        Difference difference = read.difference(differenceId);
        jdbi.useTransaction(handle -> decision.make(handle, read.header().id()));
        return new TurnSaved(read.transcript().version(), read.turn(difference), List.of());
    }

    private Read read(String transcriptId) {
        return jdbi.withHandle(
                handle -> {
                    Transcript transcript = transcripts.getById(transcriptId);
                    Optional<OpinionStore.Header> header = store.newest(handle, transcriptId);
                    if (header.isEmpty()) {
                        throw new Problem.NotFound(
                                "Nobody asked another engine about this transcript yet.");
                    }
                    String opinion = header.get().id();
                    return new Read(
                            header.get(),
                            transcript,
                            Differences.of(
                                    transcript.turns(),
                                    transcripts.machineWords(transcriptId),
                                    store.heard(handle, opinion)),
                            store.kept(handle, opinion));
                });
    }

    /** The turn's text with what was heard instead of what is written. */
    private static String taken(Turn turn, Difference difference) {
        List<String> words = new ArrayList<>();
        boolean inside = false;
        for (Word word : turn.words()) {
            Integer id = word.id();
            if (id.equals(difference.firstWord()) || id.equals(difference.before())) {
                words.add(difference.heard());
                inside = difference.firstWord() != null;
            }
            if (!inside) {
                words.add(word.text());
            }
            inside = inside && !id.equals(difference.lastWord());
        }
        if (difference.firstWord() == null && difference.before() == null) {
            words.add(difference.heard());
        }
        return String.join(" ", words);
    }
}
