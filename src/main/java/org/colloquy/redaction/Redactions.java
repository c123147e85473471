package org.colloquy.redaction;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.colloquy.common.Id;
import org.colloquy.common.Json;
import org.colloquy.common.Position;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.colloquy.history.Change;
import org.colloquy.history.ChangeKind;
import org.colloquy.history.History;
import org.colloquy.history.NewChange;
import org.colloquy.history.Reverser;
import org.colloquy.history.Touched;
import org.colloquy.people.Right;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.Turn;
import org.colloquy.transcript.Word;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Redactions: made, lifted, and both taken back. Who may make one is asked at the door. Each step
 * is in the history, and so in the audit trail.
 */
public final class Redactions implements Reverser {
    private static final int LONGEST_REASON = 500;
    private static final int MOST_WORDS = 5_000;
    private static final int MOST_OF_A_RECORDING = 2_000;

    /** Times of words are not exact: so much before and after is muted, up to the next word. */
    private static final long MARGIN_MILLIS = 120;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Transcripts transcripts;
    private final History history;
    private final Masks masks;
    private final Consumer<String> onChange;
    private final RedactionStore store = new RedactionStore();

    /**
     * @param onChange gets the id of each recording in which other words are hidden than before,
     *     after it is stored
     */
    public Redactions(
            Database database,
            Clock clock,
            Transcripts transcripts,
            History history,
            Masks masks,
            Consumer<String> onChange) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.transcripts = transcripts;
        this.history = history;
        this.masks = masks;
        this.onChange = onChange;
        history.register(this);
    }

    /** What hides in the recording, wherever it was made, by time. */
    public List<Redaction> list(String recordingId) {
        return jdbi.withHandle(handle -> store.list(handle, recordingId));
    }

    /**
     * The recording that a redaction was made in.
     *
     * @throws Problem.NotFound where there is none
     */
    public String recordingOf(String redactionId) {
        return jdbi.withHandle(handle -> get(handle, redactionId).redaction().recordingId());
    }

    /**
     * Hides a passage of the recording's present transcript. What is hidden already, from the same
     * word to the same, is not hidden twice.
     *
     * @param transcriptId the transcript that the words are of; null: the present one
     * @throws Problem.BadInput where a word is not there or the last is before the first
     * @throws Problem.Conflict where the recording was transcribed again
     */
    public void create(
            String personId,
            String recordingId,
            @Nullable String transcriptId,
            int firstWord,
            int lastWord,
            String reason) {
        String clean = reason(reason);
        Transcript transcript = transcripts.get(recordingId);
        if (transcriptId != null && !transcriptId.equals(transcript.id())) {
            throw new Problem.Conflict(
                    "This recording has been transcribed again. Load the page to redact the new"
                            + " transcript.");
        }
        Hidden.Span span = span(transcript, firstWord, lastWord);
        List<String> changed =
                jdbi.inTransaction(
                        handle -> {
                            List<Redaction> there = store.list(handle, recordingId);
                            if (there.stream().anyMatch(one -> isOver(one, span))) {
                                return List.<String>of();
                            }
                            if (there.size() >= MOST_OF_A_RECORDING) {
                                throw new Problem.TooLarge(
                                        "A recording can have at most {most} redactions.",
                                        Map.of("most", MOST_OF_A_RECORDING));
                            }
                            String id = Id.create();
                            store.insert(
                                    handle,
                                    id,
                                    recordingId,
                                    span,
                                    clean,
                                    personId,
                                    Database.now(clock));
                            note(handle, personId, get(handle, id).redaction(), true);
                            return masks.sharing(handle, recordingId);
                        });
        changed.forEach(onChange);
    }

    private static boolean isOver(Redaction there, Hidden.Span span) {
        return there.startMillis() == span.startMillis() && there.endMillis() == span.endMillis();
    }

    /**
     * Lifts a redaction: its words are seen and heard again by everybody. A second time changes
     * nothing. Who may is asked at the door.
     */
    public void lift(String personId, String redactionId) {
        List<String> changed =
                jdbi.inTransaction(
                        handle -> {
                            RedactionStore.Row row = get(handle, redactionId);
                            if (row.liftedAt() != null) {
                                return List.<String>of();
                            }
                            store.setLifted(handle, redactionId, personId, Database.now(clock));
                            note(handle, personId, row.redaction(), false);
                            return masks.sharing(handle, row.redaction().recordingId());
                        });
        changed.forEach(onChange);
    }

    private RedactionStore.Row get(Handle handle, String id) {
        return store.find(handle, id)
                .orElseThrow(() -> new Problem.NotFound("There is no such redaction."));
    }

    /**
     * @param hides whether it hides from now on
     */
    private void note(Handle handle, String personId, Redaction redaction, boolean hides) {
        history.note(
                handle,
                new NewChange(
                        redaction.recordingId(),
                        personId,
                        ChangeKind.REDACT,
                        Text.of(
                                hides
                                        ? "Hid a passage at {position}"
                                        : "Lifted the redaction at {position}",
                                Map.of("position", Position.of(redaction.startMillis()))),
                        turns(redaction),
                        List.of(),
                        redaction.startMillis(),
                        "",
                        "",
                        state(redaction.id(), !hides),
                        state(redaction.id(), hides)));
    }

    private static String state(String id, boolean hides) {
        return Json.write(Map.of(id, hides));
    }

    private List<Integer> turns(Redaction redaction) {
        return transcripts
                .find(redaction.recordingId())
                .map(
                        transcript ->
                                transcript.turns().stream()
                                        .filter(
                                                turn ->
                                                        turn.startMillis() < redaction.endMillis()
                                                                && turn.endMillis()
                                                                        > redaction.startMillis())
                                        .map(Turn::id)
                                        .toList())
                .orElse(List.of());
    }

    @Override
    public Set<ChangeKind> kinds() {
        return Set.of(ChangeKind.REDACT);
    }

    /**
     * Who hid a passage may take that back; who lifted a redaction may do that again only as long
     * as they have the right to.
     */
    @Override
    public Touched restore(Handle handle, Change change, String from, String to) {
        Map.Entry<String, Boolean> expected = read(from);
        Map.Entry<String, Boolean> wanted = read(to);
        RedactionStore.Row row = get(handle, expected.getKey());
        if (expected.getValue() != (row.liftedAt() == null)) {
            throw new Problem.Conflict("This redaction was changed since. Nothing was taken back.");
        }
        String person = change.by().id();
        boolean lifting = change.undone() && !wanted.getValue();
        if (lifting && !RedactionStore.hasRight(handle, person, Right.REDACTIONS)) {
            throw new Problem.Forbidden("You have no right any more to lift redactions.");
        }
        if (wanted.getValue()) {
            store.setLifted(handle, expected.getKey(), null, null);
        } else {
            store.setLifted(handle, expected.getKey(), person, Database.now(clock));
        }
        handle.afterCommit(
                () ->
                        jdbi.withHandle(
                                        after ->
                                                masks.sharing(after, row.redaction().recordingId()))
                                .forEach(onChange));
        return Touched.nothing();
    }

    private static Map.Entry<String, Boolean> read(String state) {
        Map<?, ?> read = Json.read(state, Map.class);
        Map.Entry<?, ?> only = read.entrySet().iterator().next();
        return Map.entry((String) only.getKey(), Boolean.TRUE.equals(only.getValue()));
    }

    /** The time of a passage, with what its words may reach over it. */
    private static Hidden.Span span(Transcript transcript, int firstWord, int lastWord) {
        List<Word> words = transcript.words();
        int first = place(words, firstWord);
        int last = place(words, lastWord);
        if (last < first) {
            throw new Problem.BadInput("That passage ends before it begins.");
        }
        if (last - first >= MOST_WORDS) {
            throw new Problem.TooLarge(
                    "At most {most} words can be redacted at once.", Map.of("most", MOST_WORDS));
        }
        List<Word> passage = words.subList(first, last + 1);
        long start = passage.stream().mapToLong(Word::startMillis).min().orElseThrow();
        long end = passage.stream().mapToLong(Word::endMillis).max().orElseThrow();
        long from = Math.max(0, start - MARGIN_MILLIS);
        long to = Math.max(end, start + 1) + MARGIN_MILLIS;
        for (Word word : words) {
            long middle = Hidden.middle(word.startMillis(), word.endMillis());
            if (middle < start) {
                from = Math.max(from, middle + 1);
            } else if (middle > end) {
                to = Math.min(to, middle);
            }
        }
        return new Hidden.Span(from, Math.max(Math.min(to, transcript.durationMillis()), end + 1));
    }

    private static int place(List<Word> words, int id) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).id() == id) {
                return i;
            }
        }
        throw new Problem.BadInput(
                "Word {id} is not in this transcript, or not any more: load the " + "page again.",
                Map.of("id", id));
    }

    /** Without control characters other than line breaks. */
    private static String reason(String reason) {
        String clean = reason.replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
        if (clean.length() > LONGEST_REASON) {
            throw new Problem.TooLarge(
                    "The reason can have at most {longestReason} characters.",
                    Map.of("longestReason", LONGEST_REASON));
        }
        return clean;
    }

    /** The first and last word of the recording as it reads now that a redaction hides. */
    public Optional<Edges> edges(Redaction redaction, @Nullable Transcript transcript) {
        if (transcript == null) {
            return Optional.empty();
        }
        Hidden hidden =
                new Hidden(
                        List.of(new Hidden.Span(redaction.startMillis(), redaction.endMillis())));
        List<Word> words =
                transcript.words().stream()
                        .filter(word -> hidden.hides(word.startMillis(), word.endMillis()))
                        .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Edges(words.getFirst().id(), words.getLast().id()));
    }

    /** Ids of words. */
    public record Edges(int firstWord, int lastWord) {}
}
