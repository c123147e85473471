package org.colloquy.transcript;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

/**
 * Who speaks, as people set it: what a speaker is called, whose a turn or some words are, two
 * speakers swapped. Nothing of it changes a word, so tags stay where they are. What is as asked for
 * already stays as it is: no new version, no line in the log.
 */
public final class SpeakerChanges {
    /** More voices than this are not told apart in one recording. */
    static final int MOST_SPEAKERS = 50;

    private static final int LONGEST_NAME = 100;
    private static final String NOBODY = "nobody known";

    /** A line of the log without its person and time. */
    record Entry(
            SpeakerChange.Kind kind,
            @Nullable Integer firstWord,
            @Nullable Integer lastWord,
            String before,
            String after) {
        /** As where it is taken back. */
        Entry back() {
            return new Entry(kind, firstWord, lastWord, after, before);
        }
    }

    private final Jdbi jdbi;
    private final Clock clock;
    private final Transcripts transcripts;
    private final History history;
    private final Consumer<String> onChange;
    private final TranscriptStore store = new TranscriptStore();
    private final TurnStore turns = new TurnStore();
    private final HearingStore hearings = new HearingStore();
    private final SpeakerStore speakers = new SpeakerStore();
    private final Scenes scenes = new Scenes();
    private final ChangeGuard guard = new ChangeGuard();

    /**
     * @param onChange gets the id of a recording whose transcript changed, after it is stored
     */
    public SpeakerChanges(
            Database database,
            Clock clock,
            Transcripts transcripts,
            History history,
            Consumer<String> onChange) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.history = history;
        this.transcripts = transcripts;
        this.onChange = onChange;
    }

    /** One change on its way. */
    private record Change(
            Handle handle, TranscriptStore.Header header, String personId, List<Speaker> named) {
        String id() {
            return header.id();
        }
    }

    private interface Work {
        /** Whether it changed anything. */
        boolean done(Change change);
    }

    /**
     * Writes down whose words are whose now, in turns that nobody changed meanwhile.
     *
     * @param beside other turns that change with them
     * @return those turns as they were; null where nothing is other than before
     */
    private @Nullable Scene revoiced(
            Change change,
            List<Revoicing.Part> before,
            Revoicing.Result result,
            List<Integer> beside,
            int version) {
        if (result.given().isEmpty()) {
            return null;
        }
        guard.requireUnchanged(change.handle, change.header, result.given(), version);
        Set<Revoicing.Part> stay = new HashSet<>(result.parts());
        List<Integer> changed = new ArrayList<>(beside);
        before.stream()
                .filter(part -> !stay.contains(part))
                .forEach(part -> changed.add(part.turn().id()));
        Scene scene = scenes.read(change.handle, change.id(), changed);
        speakers.change(
                change.handle, change.id(), before, result.parts(), change.header.version() + 1);
        return scene;
    }

    private void change(String personId, String transcriptId, Work work) {
        String changed =
                jdbi.inTransaction(
                        handle -> {
                            TranscriptStore.Header header = guard.present(handle, transcriptId);
                            Change change =
                                    new Change(
                                            handle,
                                            header,
                                            personId,
                                            store.speakers(handle, transcriptId));
                            return work.done(change) ? header.recordingId() : null;
                        });
        if (changed != null) {
            onChange.accept(changed);
        }
    }

    /**
     * Says who speaks in a turn: a known speaker, a new one (at most {@value #MOST_SPEAKERS}), or
     * nobody known. Given back to the one who spoke before, it is as the machine had it.
     *
     * @param version of the transcript that the person saw
     * @throws Problem.Conflict where the turn was changed after that version, or the recording has
     *     a newer transcript
     */
    public TurnSaved setTurn(
            String personId,
            String transcriptId,
            int turnId,
            @Nullable Integer speaker,
            int version) {
        change(
                personId,
                transcriptId,
                change -> {
                    TurnStore.Row row = guard.turn(change.handle, change.header, turnId);
                    if (Objects.equals(row.speaker(), speaker)) {
                        return false;
                    }
                    guard.requireUnchanged(change.handle, change.header, List.of(turnId), version);
                    Turn before = turn(change.handle, transcriptId, row);
                    Scene scene = scenes.read(change.handle, transcriptId, List.of(turnId));
                    giveTurn(change, before, speaker);
                    boolean empty = before.words().isEmpty();
                    keep(
                            change,
                            scene,
                            speaker,
                            new Entry(
                                    SpeakerChange.Kind.TURN,
                                    empty ? null : before.words().getFirst().id(),
                                    empty ? null : before.words().getLast().id(),
                                    nameOf(change, before.speaker()),
                                    nameOf(change, speaker)));
                    return true;
                });
        return jdbi.withHandle(
                handle -> {
                    TranscriptStore.Header header = transcripts.header(handle, transcriptId);
                    return new TurnSaved(
                            header.version(),
                            turn(handle, transcriptId, guard.turn(handle, header, turnId)),
                            List.of());
                });
    }

    private Turn turn(Handle handle, String transcriptId, TurnStore.Row row) {
        List<Word> words = turns.words(handle, transcriptId, row.id());
        return Turn.of(row.id(), row.speaker(), words, row.corrected());
    }

    private void giveTurn(Change change, Turn before, @Nullable Integer speaker) {
        int next = change.header.version() + 1;
        if (before.words().isEmpty()) {
            speakers.emptyTurn(change.handle, change.id(), before.id(), speaker, next);
            return;
        }
        List<Word> words =
                before.words().stream()
                        .map(word -> word.givenTo(speaker, before.speaker()))
                        .toList();
        Turn after = Turn.of(before.id(), speaker, words, before.corrected());
        speakers.change(
                change.handle,
                change.id(),
                List.of(new Revoicing.Part(before, null)),
                List.of(new Revoicing.Part(after, null)),
                next);
    }

    /**
     * Gives words, both ends included, to a speaker, known or new, or to nobody known; turns are
     * split and joined as {@link Revoicing} says.
     *
     * @throws Problem.Conflict where a turn that loses some was changed after that version
     */
    public Transcript setWords(
            String personId,
            String transcriptId,
            int firstWord,
            int lastWord,
            @Nullable Integer speaker,
            int version) {
        change(
                personId,
                transcriptId,
                change -> {
                    Handle handle = change.handle;
                    List<Revoicing.Part> before = speakers.parts(handle, transcriptId);
                    Revoicing.Result result =
                            Revoicing.give(
                                    before,
                                    firstWord,
                                    lastWord,
                                    speaker,
                                    store.heard(handle, transcriptId),
                                    hearings.nextTurn(handle, transcriptId));
                    Scene scene = revoiced(change, before, result, List.of(), version);
                    if (scene == null) {
                        return false;
                    }
                    String until =
                            before.stream()
                                    .filter(part -> result.given().contains(part.turn().id()))
                                    .map(part -> nameOf(change, part.turn().speaker()))
                                    .distinct()
                                    .collect(Collectors.joining(", "));
                    keep(
                            change,
                            scene,
                            speaker,
                            new Entry(
                                    SpeakerChange.Kind.WORDS,
                                    firstWord,
                                    lastWord,
                                    until,
                                    nameOf(change, speaker)));
                    return true;
                });
        return transcripts.getById(transcriptId);
    }

    /**
     * Swaps two speakers: what the one said is the other's.
     *
     * @param fromTurn the first turn of which that is so; null: everywhere
     * @throws Problem.Conflict where one of the turns was changed after that version
     */
    public Transcript swap(
            String personId,
            String transcriptId,
            int a,
            int b,
            @Nullable Integer fromTurn,
            int version) {
        if (a == b) {
            throw new Problem.BadInput("Name two speakers: one cannot be swapped with itself.");
        }
        change(
                personId,
                transcriptId,
                change -> {
                    Handle handle = change.handle;
                    List<Integer> known =
                            store.speakers(handle, transcriptId).stream()
                                    .map(Speaker::number)
                                    .toList();
                    for (int number : List.of(a, b)) {
                        if (!known.contains(number)) {
                            throw new Problem.BadInput(
                                    "This transcript has no speaker " + number + ".");
                        }
                    }
                    List<Revoicing.Part> before = speakers.parts(handle, transcriptId);
                    Revoicing.Result result = Revoicing.swap(before, a, b, place(before, fromTurn));
                    List<Integer> empty =
                            fromTurn == null
                                    ? speakers.emptyTurnsOf(handle, transcriptId, a, b)
                                    : List.of();
                    Scene scene = revoiced(change, before, result, empty, version);
                    if (scene == null) {
                        return false;
                    }
                    Integer firstWord = null;
                    if (fromTurn == null) {
                        speakers.swapInEmptyTurns(handle, transcriptId, a, b);
                    } else {
                        firstWord =
                                before.get(place(before, fromTurn)).turn().words().getFirst().id();
                    }
                    keep(
                            change,
                            scene,
                            null,
                            new Entry(
                                    SpeakerChange.Kind.SWAP,
                                    firstWord,
                                    null,
                                    nameOf(change, a),
                                    nameOf(change, b)));
                    return true;
                });
        return transcripts.getById(transcriptId);
    }

    private static int place(List<Revoicing.Part> parts, @Nullable Integer turnId) {
        if (turnId == null) {
            return 0;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).turn().id() == turnId) {
                return i;
            }
        }
        throw new Problem.NotFound(
                "This transcript has no turn "
                        + turnId
                        + ", or not any more: load the page again.");
    }

    /**
     * Gives a speaker a name for the whole transcript; an empty one gives back "Speaker 1". The
     * last name given holds.
     */
    public List<Speaker> name(String personId, String transcriptId, int speaker, String name) {
        requireSpeaker(speaker);
        if (name.length() > LONGEST_NAME) {
            throw new Problem.TooLarge(
                    "A speaker's name can have at most " + LONGEST_NAME + " characters.");
        }
        String typed = String.join(" ", WordText.words(name));
        Speaker named = typed.isEmpty() ? unnamed(speaker) : new Speaker(speaker, typed);
        change(
                personId,
                transcriptId,
                change -> {
                    if (store.speakers(change.handle, transcriptId).contains(named)) {
                        return false;
                    }
                    Entry entry =
                            new Entry(
                                    SpeakerChange.Kind.NAME,
                                    null,
                                    null,
                                    nameOf(change, speaker),
                                    named.name());
                    speakers.name(change.handle, transcriptId, named);
                    keep(change, scenes.read(change.handle, transcriptId, List.of()), null, entry);
                    return true;
                });
        return jdbi.withHandle(handle -> store.speakers(handle, transcriptId));
    }

    /** Every change of who speaks, the oldest first. */
    public List<SpeakerChange> list(String transcriptId) {
        return jdbi.withHandle(
                handle -> speakers.log(handle, transcripts.header(handle, transcriptId).id()));
    }

    /**
     * The change is logged, counted and a step of the history; a voice that got its first words is
     * known from now on.
     */
    private void keep(Change change, Scene before, @Nullable Integer speaker, Entry entry) {
        if (speaker != null) {
            requireSpeaker(speaker);
            boolean known =
                    store.speakers(change.handle, change.id()).stream()
                            .anyMatch(one -> one.number() == speaker);
            if (!known) {
                speakers.name(change.handle, change.id(), unnamed(speaker));
            }
        }
        int next = change.header.version() + 1;
        turns.setVersion(change.handle, change.id(), next);
        speakers.log(change.handle, change.id(), next, change.personId, Database.now(clock), entry);
        note(change, before, entry);
    }

    private void note(Change change, Scene scene, Entry entry) {
        Handle handle = change.handle;
        Stages.Pair pair =
                Stages.pair(handle, change.header, scene, turns, scenes, change.named(), store);
        Scene before = pair.before().with(pair.namesBefore(), entry.back());
        Scene after = pair.after().with(pair.namesAfter(), entry);
        Long start = entry.kind() == SpeakerChange.Kind.NAME ? null : before.startMillis();
        history.note(
                handle,
                new NewChange(
                        change.header.recordingId(),
                        change.personId,
                        ChangeKind.SPEAKER,
                        sentence(entry, start),
                        before.turnIds(),
                        List.of(),
                        start,
                        entry.before(),
                        entry.after(),
                        before.json(),
                        after.json()));
    }

    private static Text sentence(Entry entry, @Nullable Long start) {
        return switch (entry.kind()) {
            case TURN -> TimeText.at(start, Text.of("Gave a turn to another speaker"));
            case WORDS -> TimeText.at(start, Text.of("Gave words to another speaker"));
            case SWAP ->
                    entry.firstWord() == null
                            ? Text.of("Swapped two speakers.")
                            : TimeText.at(start, Text.of("Swapped two speakers from a turn on"));
            case NAME -> Text.of("Named a speaker.");
        };
    }

    private String nameOf(Change change, @Nullable Integer speaker) {
        if (speaker == null) {
            return NOBODY;
        }
        return store.speakers(change.handle, change.id()).stream()
                .filter(one -> one.number() == speaker)
                .map(Speaker::name)
                .findFirst()
                .orElse(unnamed(speaker).name());
    }

    private static void requireSpeaker(int number) {
        if (number < 1 || number > MOST_SPEAKERS) {
            throw new Problem.BadInput(
                    "There is no speaker "
                            + number
                            + ": give one from 1 to "
                            + MOST_SPEAKERS
                            + ".");
        }
    }

    private static Speaker unnamed(int number) {
        return new Speaker(number, "Speaker " + number);
    }
}
