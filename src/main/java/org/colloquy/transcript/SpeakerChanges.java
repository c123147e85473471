package org.colloquy.transcript;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.history.History;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, as people set it: what a speaker is called, whose a turn or some words are, two
 * speakers swapped. Nothing of it changes a word, so tags stay where they are. What is as asked for
 * already stays as it is: no new version, no line in the log.
 */
public final class SpeakerChanges {
    private static final int LONGEST_NAME = 100;

    private final Jdbi jdbi;
    private final Transcripts transcripts;
    private final TranscriptStore store = new TranscriptStore();
    private final TurnStore turns = new TurnStore();
    private final HearingStore hearings = new HearingStore();
    private final SpeakerStore speakers = new SpeakerStore();
    private final Scenes scenes = new Scenes();
    private final ChangeGuard guard = new ChangeGuard();
    private final SpeakerSteps steps;

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
        this.transcripts = transcripts;
        this.steps = new SpeakerSteps(jdbi, clock, history, onChange);
    }

    /**
     * Says who speaks in a turn: a known speaker, a new one (at most {@value
     * SpeakerSteps#MOST_SPEAKERS}), or nobody known. Given back to the one who spoke before, it is
     * as the machine had it.
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
        steps.change(
                personId,
                transcriptId,
                change -> {
                    TurnStore.Row row = guard.turn(change.handle(), change.header(), turnId);
                    if (Objects.equals(row.speaker(), speaker)) {
                        return false;
                    }
                    guard.requireUnchanged(
                            change.handle(), change.header(), List.of(turnId), version);
                    Turn before = turn(change.handle(), transcriptId, row);
                    Scene scene = scenes.read(change.handle(), transcriptId, List.of(turnId));
                    giveTurn(change, before, speaker);
                    boolean empty = before.words().isEmpty();
                    steps.keep(
                            change,
                            scene,
                            speaker,
                            new SpeakerEntry(
                                    SpeakerChange.Kind.TURN,
                                    empty ? null : before.words().getFirst().id(),
                                    empty ? null : before.words().getLast().id(),
                                    steps.nameOf(change, before.speaker()),
                                    steps.nameOf(change, speaker)));
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

    private void giveTurn(SpeakerSteps.Change change, Turn before, @Nullable Integer speaker) {
        int next = change.header().version() + 1;
        if (before.words().isEmpty()) {
            speakers.emptyTurn(change.handle(), change.id(), before.id(), speaker, next);
            return;
        }
        List<Word> words =
                before.words().stream()
                        .map(word -> word.givenTo(speaker, before.speaker()))
                        .toList();
        Turn after = Turn.of(before.id(), speaker, words, before.corrected());
        speakers.change(
                change.handle(),
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
        steps.change(
                personId,
                transcriptId,
                change -> {
                    Handle handle = change.handle();
                    List<Revoicing.Part> before = speakers.parts(handle, transcriptId);
                    Revoicing.Result result =
                            Revoicing.give(
                                    before,
                                    firstWord,
                                    lastWord,
                                    speaker,
                                    store.heard(handle, transcriptId),
                                    hearings.nextTurn(handle, transcriptId));
                    Scene scene = steps.revoiced(change, before, result, List.of(), version);
                    if (scene == null) {
                        return false;
                    }
                    String until =
                            before.stream()
                                    .filter(part -> result.given().contains(part.turn().id()))
                                    .map(part -> steps.nameOf(change, part.turn().speaker()))
                                    .distinct()
                                    .collect(Collectors.joining(", "));
                    steps.keep(
                            change,
                            scene,
                            speaker,
                            new SpeakerEntry(
                                    SpeakerChange.Kind.WORDS,
                                    firstWord,
                                    lastWord,
                                    until,
                                    steps.nameOf(change, speaker)));
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
        steps.change(
                personId,
                transcriptId,
                change -> {
                    Handle handle = change.handle();
                    List<Integer> known =
                            store.speakers(handle, transcriptId).stream()
                                    .map(Speaker::number)
                                    .toList();
                    for (int number : List.of(a, b)) {
                        if (!known.contains(number)) {
                            throw new Problem.BadInput(
                                    "This transcript has no speaker {number}.",
                                    Map.of("number", Integer.toString(number)));
                        }
                    }
                    List<Revoicing.Part> before = speakers.parts(handle, transcriptId);
                    Revoicing.Result result = Revoicing.swap(before, a, b, place(before, fromTurn));
                    List<Integer> empty =
                            fromTurn == null
                                    ? speakers.emptyTurnsOf(handle, transcriptId, a, b)
                                    : List.of();
                    Scene scene = steps.revoiced(change, before, result, empty, version);
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
                    steps.keep(
                            change,
                            scene,
                            null,
                            new SpeakerEntry(
                                    SpeakerChange.Kind.SWAP,
                                    firstWord,
                                    null,
                                    steps.nameOf(change, a),
                                    steps.nameOf(change, b)));
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
                "This transcript has no turn {turn}, or not any more: load the page again.",
                Map.of("turn", Integer.toString(turnId)));
    }

    /**
     * Gives a speaker a name for the whole transcript; an empty one gives back "Speaker 1". The
     * last name given holds.
     */
    public List<Speaker> name(String personId, String transcriptId, int speaker, String name) {
        SpeakerSteps.requireSpeaker(speaker);
        if (name.length() > LONGEST_NAME) {
            throw new Problem.TooLarge(
                    "A speaker's name can have at most {longestName} characters.",
                    Map.of("longestName", LONGEST_NAME));
        }
        String typed = String.join(" ", WordText.words(name));
        Speaker named = typed.isEmpty() ? Speaker.unnamed(speaker) : new Speaker(speaker, typed);
        steps.change(
                personId,
                transcriptId,
                change -> {
                    if (store.speakers(change.handle(), transcriptId).contains(named)) {
                        return false;
                    }
                    SpeakerEntry entry =
                            new SpeakerEntry(
                                    SpeakerChange.Kind.NAME,
                                    null,
                                    null,
                                    steps.nameOf(change, speaker),
                                    named.name());
                    speakers.name(change.handle(), transcriptId, named);
                    steps.keep(
                            change,
                            scenes.read(change.handle(), transcriptId, List.of()),
                            null,
                            entry);
                    return true;
                });
        return jdbi.withHandle(handle -> store.speakers(handle, transcriptId));
    }

    /** Every change of who speaks, the oldest first. */
    public List<SpeakerChange> list(String transcriptId) {
        return jdbi.withHandle(
                handle -> speakers.log(handle, transcripts.header(handle, transcriptId).id()));
    }
}
