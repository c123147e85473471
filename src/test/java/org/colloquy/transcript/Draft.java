package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A transcript in memory that people work on, for tests of pure functions. */
final class Draft {
    private final List<MachineWord> machine;
    private final List<Speaker> speakers;
    private List<Turn> turns;
    private int nextWord;

    private Draft(
            List<MachineWord> machine, List<Turn> turns, List<Speaker> speakers, int nextWord) {
        this.machine = machine;
        this.turns = new ArrayList<>(turns);
        this.speakers = new ArrayList<>(speakers);
        this.nextWord = nextWord;
    }

    /** Heard as {@link Speech#of} has it. */
    static Draft of(String... lines) {
        return of(machine(lines));
    }

    static Draft of(List<MachineWord> machine) {
        List<Turn> turns = TurnBuilder.build(Heard.words(machine));
        int words = turns.stream().mapToInt(turn -> turn.words().size()).sum();
        return new Draft(machine, turns, Heard.speakers(machine), words + 1);
    }

    /** What stands once a hearing is accepted. */
    static Draft of(Carried carried, Carrying.Again again) {
        return new Draft(again.machine(), carried.turns(), carried.speakers(), carried.nextWord());
    }

    static List<MachineWord> machine(String... lines) {
        return Heard.machineWords(Speech.of(lines));
    }

    /** The same with these speakers, one a line. */
    static List<MachineWord> spokenBy(List<@Nullable Integer> speakers, String... lines) {
        List<MachineWord> spoken = new ArrayList<>();
        List<MachineWord> words = machine(lines);
        for (int line = 0; line < lines.length; line++) {
            for (int i = 0; i < lines[line].split(" ").length; i++) {
                MachineWord word = words.get(spoken.size());
                spoken.add(
                        new MachineWord(
                                word.id(),
                                word.text(),
                                word.startMillis(),
                                word.endMillis(),
                                word.confidence(),
                                speakers.get(line)));
            }
        }
        return spoken;
    }

    List<Turn> turns() {
        return turns.stream().filter(turn -> !turn.words().isEmpty()).toList();
    }

    List<Word> words() {
        return turns.stream().flatMap(turn -> turn.words().stream()).toList();
    }

    Carrying.Present present() {
        int nextTurn = turns.stream().mapToInt(Turn::id).max().orElse(0) + 1;
        return new Carrying.Present(turns(), speakers, machine, nextWord, nextTurn);
    }

    void name(int number, String name) {
        speakers.removeIf(speaker -> speaker.number() == number);
        speakers.add(new Speaker(number, name));
    }

    void setSpeaker(int turnId, int speaker) {
        turns.replaceAll(
                turn ->
                        turn.id() == turnId
                                ? Turn.of(
                                        turnId,
                                        speaker,
                                        turn.words().stream()
                                                .map(word -> word.givenTo(speaker, turn.speaker()))
                                                .toList(),
                                        turn.corrected())
                                : turn);
    }

    /** As {@link Corrections} does it. */
    void correct(int turnId, String text) {
        int at = 0;
        while (turns.get(at).id() != turnId) {
            at++;
        }
        Turn turn = turns.get(at);
        List<Word> before = turns.subList(0, at).stream().flatMap(t -> t.words().stream()).toList();
        List<Word> after =
                turns.subList(at + 1, turns.size()).stream()
                        .flatMap(t -> t.words().stream())
                        .toList();
        int low = before.stream().mapToInt(Draft::machineId).max().orElse(0);
        int high =
                after.stream()
                        .filter(word -> word.machineId() != null)
                        .mapToInt(Draft::machineId)
                        .min()
                        .orElse(Integer.MAX_VALUE);
        Set<Integer> here = new HashSet<>();
        turn.words().forEach(word -> here.add(machineId(word)));
        List<MachineWord> removed =
                machine.stream()
                        .filter(word -> word.id() > low && word.id() < high)
                        .filter(word -> !here.contains(word.id()))
                        .toList();
        long end = turn.words().isEmpty() ? 0 : turn.endMillis();
        Alignment.Result result =
                Alignment.align(
                        turn.words(),
                        machine.stream().collect(Collectors.toMap(MachineWord::id, word -> word)),
                        removed,
                        new Alignment.Span(
                                before.isEmpty() ? 0 : before.getLast().endMillis(),
                                after.isEmpty()
                                        ? Math.max(end, 1 << 28)
                                        : after.getFirst().startMillis()),
                        WordText.typed(text),
                        nextWord);
        nextWord = result.nextId();
        List<Word> words =
                Rewriting.spoken(turn.words(), result, null).stream()
                        .map(TurnChange.NewWord::word)
                        .toList();
        turns.set(at, Turn.of(turnId, turn.speaker(), words, true));
    }

    private static int machineId(Word word) {
        return word.machineId() == null ? 0 : word.machineId();
    }
}
