package org.colloquy.transcript;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.colloquy.history.ChangeKind;
import org.colloquy.history.History;
import org.colloquy.history.NewChange;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Find and replace over a transcript: looked at first, then done in one step. */
public final class Replacements {
    /** Of more places than this none is replaced: what is looked for says too little. */
    public static final int MOST_PLACES = 5_000;

    /**
     * @param total of all places, more than those listed where there are too many
     */
    public record Preview(int version, int total, List<Found> matches) {
        public Preview {
            matches = List.copyOf(matches);
        }
    }

    private final Jdbi jdbi;
    private final Clock clock;
    private final History history;
    private final Deltas deltas;
    private final TurnChange.Listener listener;
    private final Consumer<String> onChange;
    private final ChangeGuard guard = new ChangeGuard();
    private final TranscriptStore transcripts = new TranscriptStore();
    private final TurnStore turns = new TurnStore();
    private final CheckStore checks = new CheckStore();
    private final Scenes scenes = new Scenes();

    /**
     * @param listener told of changed words inside the transaction
     * @param onChange gets the id of a recording whose transcript changed, after it is stored
     */
    public Replacements(
            Database database,
            Clock clock,
            History history,
            Deltas deltas,
            TurnChange.Listener listener,
            Consumer<String> onChange) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.history = history;
        this.deltas = deltas;
        this.listener = listener;
        this.onChange = onChange;
    }

    /** What would be replaced, as the transcript reads now. What reads so already is left out. */
    public Preview preview(String transcriptId, ReplaceRequest request) {
        return jdbi.inTransaction(
                handle -> {
                    TranscriptStore.Header header = guard.present(handle, transcriptId);
                    List<Replacing> found = find(handle, transcriptId, request);
                    return new Preview(
                            header.version(),
                            found.stream().mapToInt(Replacing::count).sum(),
                            found.stream()
                                    .flatMap(turn -> turn.found().stream())
                                    .limit(MOST_PLACES)
                                    .toList());
                });
    }

    private List<Replacing> find(Handle handle, String transcriptId, ReplaceRequest request) {
        Finder finder = new Finder(request);
        return transcripts.turns(handle, transcriptId).stream()
                .map(turn -> new Replacing(turn, finder, request.replace()))
                .filter(turn -> turn.count() > 0)
                .toList();
    }

    /**
     * Replaces everything that is found but for those places; one step to take back.
     *
     * @param skip ids of places that stay as they are
     * @throws Problem.Conflict where a turn concerned was changed after the version of the request
     * @throws Problem.TooLarge where there are too many places, or a turn would be too long
     */
    public TranscriptDelta replace(
            String personId, String transcriptId, ReplaceRequest request, Set<String> skip) {
        String[] changed = {null};
        TranscriptDelta delta =
                jdbi.inTransaction(
                        handle -> {
                            TranscriptStore.Header header = guard.present(handle, transcriptId);
                            ChangeGuard.requireVersion(header, request.version());
                            List<Turn> all = transcripts.turns(handle, transcriptId);
                            Map<Integer, List<String>> typed = typed(all, request, skip);
                            if (typed.isEmpty()) {
                                return deltas.since(handle, transcriptId, request.version());
                            }
                            guard.requireUnchanged(
                                    handle, header, typed.keySet(), request.version());
                            changed[0] = header.recordingId();
                            List<String> toReview =
                                    write(
                                            new Replacement(
                                                    handle, header, personId, request, all, typed));
                            return deltas.since(handle, transcriptId, request.version())
                                    .afterStep(toReview);
                        });
        if (changed[0] != null) {
            onChange.accept(changed[0]);
        }
        return delta;
    }

    /** The new words of every turn that gets others. */
    private static Map<Integer, List<String>> typed(
            List<Turn> all, ReplaceRequest request, Set<String> skip) {
        Finder finder = new Finder(request);
        Map<Integer, List<String>> typed = new HashMap<>();
        int places = 0;
        for (Turn turn : all) {
            Replacing replacing = new Replacing(turn, finder, request.replace());
            List<String> ids = new ArrayList<>(replacing.ids());
            ids.removeAll(skip);
            places += ids.size();
            if (!ids.isEmpty()) {
                typed.put(turn.id(), WordText.typed(replacing.replaced(skip)));
            }
        }
        if (places > MOST_PLACES) {
            throw new Problem.TooLarge(
                    "That is found in {places} places, and at most {mostPlaces} are "
                            + "replaced at once. Look for something longer; nothing is replaced.",
                    Map.of("places", places, "mostPlaces", MOST_PLACES));
        }
        return typed;
    }

    private record Replacement(
            Handle handle,
            TranscriptStore.Header header,
            String personId,
            ReplaceRequest request,
            List<Turn> all,
            Map<Integer, List<String>> typed) {}

    /** The ids of the tags that wait for review since. */
    private List<String> write(Replacement work) {
        Handle handle = work.handle;
        String id = work.header.id();
        Scene before = scenes.read(handle, id, work.typed.keySet());
        List<TurnChange> changes =
                new Rewriter(
                                work.header,
                                work.all,
                                transcripts.heard(handle, id),
                                turns.nextWord(handle, id))
                        .rewrite(work.typed);
        Map<Integer, TurnChange> byTurn = new HashMap<>();
        Map<Integer, Turn> old =
                work.all.stream().collect(Collectors.toMap(Turn::id, turn -> turn));
        List<Turn> written = new ArrayList<>();
        int at = 0;
        for (Turn turn : work.all) {
            if (work.typed.containsKey(turn.id())) {
                TurnChange change = changes.get(at++);
                byTurn.put(turn.id(), change);
                List<Word> words = change.after().stream().map(TurnChange.NewWord::word).toList();
                written.add(Turn.of(turn.id(), turn.speaker(), words, true));
            }
        }
        turns.removeWords(handle, id, work.typed.keySet());
        transcripts.insertWords(handle, id, written);
        int nextWord = turns.nextWord(handle, id);
        for (Turn turn : written) {
            for (Word word : turn.words()) {
                nextWord = Math.max(nextWord, word.id() + 1);
            }
        }
        turns.setNextWord(handle, id, nextWord);
        Instant now = Database.now(clock);
        int version = work.header.version();
        List<TurnStore.Rewritten> texts = new ArrayList<>();
        for (Turn turn : written) {
            version++;
            Turn was = Objects.requireNonNull(old.get(turn.id()));
            texts.add(new TurnStore.Rewritten(version, turn.id(), was.text(), turn.text()));
        }
        turns.corrected(handle, id, texts);
        turns.log(handle, id, texts, work.personId, now);
        checks.written(handle, changes, work.personId, now);
        TurnChange.Outcome outcome = listener.turnsChanged(changes, List.of());
        note(work, before, byTurn, outcome.holds());
        return outcome.toReview();
    }

    private void note(
            Replacement work,
            Scene before,
            Map<Integer, TurnChange> byTurn,
            List<TurnChange.Hold> holds) {
        Scene now = scenes.read(work.handle, work.header.id(), before.turnIds());
        List<Scene.TurnState> with = new ArrayList<>();
        for (Scene.TurnState turn : now.turns()) {
            TurnChange change = byTurn.get(turn.id());
            with.add(change == null ? turn : Rewriting.withSources(turn, change.after()));
        }
        Scene after = now.withTurns(with).holding(holds);
        @Nullable Long start = before.startMillis();
        int count = before.turns().size();
        history.note(
                work.handle,
                new NewChange(
                        work.header.recordingId(),
                        work.personId,
                        ChangeKind.REPLACE,
                        count == 1
                                ? TimeText.at(start, Text.of("Replaced words in a turn"))
                                : Text.of(
                                        "Replaced words in {turns} turns.", Map.of("turns", count)),
                        before.turnIds(),
                        List.of(),
                        start,
                        work.request.find(),
                        work.request.replace(),
                        before.json(),
                        after.json()));
    }
}
