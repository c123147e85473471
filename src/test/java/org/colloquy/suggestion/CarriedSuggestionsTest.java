package org.colloquy.suggestion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.database.Database;
import org.colloquy.history.History;
import org.colloquy.transcript.Corrections;
import org.colloquy.transcript.Deltas;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.ReplaceRequest;
import org.colloquy.transcript.Replacements;
import org.colloquy.transcript.Speech;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.TurnCuts;
import org.colloquy.transcript.Word;
import org.colloquy.transcript.WordSteps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One refusal over all of the second turn, another over the second and the third. */
class CarriedSuggestionsTest {
    private static final String GONE = "nothing";

    @TempDir Path data;
    private final SettableClock clock = SettableClock.atTen();
    private final SuggestionStore store = new SuggestionStore();
    private Database database;
    private Transcripts transcripts;
    private Hearings hearings;
    private History history;
    private Corrections corrections;
    private Replacements replacements;
    private TurnCuts cuts;
    private String person;
    private String recording;
    private String criterion;

    @BeforeEach
    void refuse() {
        database = Database.open(data);
        Rows rows = new Rows(database);
        transcripts = new Transcripts(database);
        history = Rows.history(database, clock);
        CarriedSuggestions refusals = new CarriedSuggestions(database, transcripts);
        WordSteps steps = new WordSteps(database, clock, refusals);
        history.register(steps);
        Deltas deltas = new Deltas(database);
        corrections = new Corrections(database, clock, history, refusals, changed -> {});
        replacements = new Replacements(database, clock, history, deltas, refusals, changed -> {});
        cuts = new TurnCuts(database, history, deltas, changed -> {});
        hearings =
                new Hearings(
                        database,
                        clock,
                        transcripts,
                        steps.closing(history, refusals),
                        changed -> {});
        person = rows.person("Ann", "assessor");
        String unit = rows.unit("Unit", List.of("1.1"));
        criterion = rows.criterion(unit, "1.1");
        String enrolment = rows.enrolment(rows.person("Lee", "learner"), unit, person, null);
        recording = rows.recording(rows.session(enrolment, person), person, "ready", 60_000L);
        Speech.store(
                hearings,
                transcripts,
                recording,
                Speech.of(
                        "How did you start?",
                        "First I made a list.",
                        "And who was on it?",
                        "All of them."));
        refuse("one turn", "First", "list.");
        refuse("two turns", "First", "it?");
    }

    private void refuse(String id, String first, String last) {
        database.jdbi()
                .useHandle(
                        handle ->
                                store.refuse(
                                        handle,
                                        now().id(),
                                        new SuggestionStore.Refusal(
                                                id, criterion, word(first), word(last), false),
                                        person,
                                        Database.now(clock)));
    }

    private Transcript now() {
        return transcripts.get(recording);
    }

    private int word(String text) {
        return now().words().stream()
                .filter(word -> word.text().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** What a refusal is of, as it reads now. */
    private String refused(String id) {
        SuggestionStore.Refusal refusal =
                database.jdbi().withHandle(handle -> store.refusals(handle, now().id())).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        List<Word> words = now().words();
        List<Integer> ids = words.stream().map(Word::id).toList();
        int first = ids.indexOf(refusal.firstWord());
        int last = ids.indexOf(refusal.lastWord());
        return first < 0 || last < first
                ? GONE
                : String.join(
                        " ", words.subList(first, last + 1).stream().map(Word::text).toList());
    }

    private List<String> refused() {
        return List.of(refused("one turn"), refused("two turns"));
    }

    private void correct(int turn, String text) {
        corrections.correct(person, now().id(), turn, text, now().version());
    }

    private void replace(String find, String replace) {
        replacements.replace(
                person,
                now().id(),
                new ReplaceRequest(find, replace, true, true, now().version()),
                Set.of());
    }

    private void undo() {
        history.undo(person, recording, null);
    }

    private void redo() {
        history.redo(person, recording, null);
    }

    private void isCarriedThere(Runnable change, List<String> after) {
        isCarriedThere(change, ignored -> after);
    }

    /** And back again, and there again, as often as one likes. */
    private void isCarriedThere(Runnable change, Function<List<String>, List<String>> to) {
        List<String> before = refused();
        List<String> after = to.apply(before);
        change.run();
        assertEquals(after, refused());
        for (int i = 0; i < 2; i++) {
            undo();
            assertEquals(before, refused(), "undone");
            redo();
            assertEquals(after, refused(), "done again");
        }
    }

    @Test
    void wordsAtTheEdgesThatWereWrittenAnewKeepIt() {
        isCarriedThere(
                () -> correct(2, "Firstly I made a listing"),
                List.of("Firstly I made a listing", "Firstly I made a listing And who was on it?"));
        isCarriedThere(
                () -> correct(3, "And who was on the roster?"),
                List.of(
                        "Firstly I made a listing",
                        "Firstly I made a listing And who was on the roster?"));
    }

    @Test
    void wordsAtTheEdgesThatWereTakenOutMakeItShorter() {
        isCarriedThere(
                () -> correct(2, "I made a"), List.of("I made a", "I made a And who was on it?"));
        isCarriedThere(
                () -> correct(3, "And who was"), List.of("I made a", "I made a And who was"));
    }

    @Test
    void replacedEverywhereItIsOnTheNewWords() {
        isCarriedThere(
                () -> replace("First", "To begin with"),
                List.of(
                        "To begin with I made a list.",
                        "To begin with I made a list. And who was on it?"));
        isCarriedThere(
                () -> replace("list.", ""),
                List.of("To begin with I made a", "To begin with I made a And who was on it?"));
    }

    @Test
    void splitAndJoinedTurnsLeaveItWhereItIs() {
        int made = word("made");
        isCarriedThere(
                () -> cuts.split(person, now().id(), 2, made, now().version()), same -> same);
        int split =
                now().turns().stream()
                        .filter(turn -> turn.text().equals("made a list."))
                        .findFirst()
                        .orElseThrow()
                        .id();
        isCarriedThere(
                () -> correct(split, "made lists"),
                List.of("First I made lists", "First I made lists And who was on it?"));
        isCarriedThere(() -> cuts.join(person, now().id(), split, now().version()), same -> same);
    }

    @Test
    void aDeletedPassageIsNoRefusalOfWhatStandsBesideIt() {
        isCarriedThere(() -> correct(2, ""), List.of(GONE, "And who was on it?"));
        isCarriedThere(() -> correct(3, ""), List.of(GONE, GONE));
        undo();
        undo();
        assertEquals(
                List.of("First I made a list.", "First I made a list. And who was on it?"),
                refused());
    }

    @Test
    void turnsThatAreEmptiedInOneStepAreGoneAndComeBackTogether() {
        correct(2, "so");
        correct(3, "so");
        isCarriedThere(() -> replace("so", ""), List.of(GONE, GONE));
        undo();
        assertEquals(List.of("so", "so so"), refused());
    }

    @Test
    void typingThatGoesOnIsTakenBackWhole() {
        List<String> before = refused();
        for (String typed :
                List.of(
                        "Firs I made a list.",
                        "I made a list.",
                        "So I made a list.",
                        "So I made a li",
                        "So I made a listing.")) {
            corrections.correct(person, now().id(), 2, typed, now().version(), true);
        }
        List<String> after = List.of("I made a listing.", "I made a listing. And who was on it?");
        assertEquals(after, refused(), "what was typed before its edge is not of it");
        undo();
        assertEquals(before, refused());
        redo();
        assertEquals(after, refused());
    }

    @Test
    void oneThatWasTakenBackGoesAlong() {
        database.jdbi().useHandle(handle -> store.setTakenBack(handle, "one turn", true));
        isCarriedThere(
                () -> correct(2, "Firstly I made lists."),
                List.of("Firstly I made lists.", "Firstly I made lists. And who was on it?"));
    }

    @Test
    void anotherHearingWithoutThePassageRefusesNothingBesideIt() {
        String earlier = now().id();
        Speech.replace(hearings, recording, Speech.of("How did you start?", "All of them."));
        assertEquals(
                List.of("one turn", "two turns"),
                database.jdbi().withHandle(handle -> store.refusals(handle, earlier)).stream()
                        .map(SuggestionStore.Refusal::id)
                        .sorted()
                        .toList());
    }
}
