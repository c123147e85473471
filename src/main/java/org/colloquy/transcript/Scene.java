package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.colloquy.common.Json;
import org.jspecify.annotations.Nullable;

/**
 * Some turns of a transcript as they stand at one moment: what a step of the history holds before
 * and after, as JSON. Two scenes of one step have the same turns, those without words included.
 *
 * @param speakers those that the step named otherwise; null where there was none
 * @param marks what was said of the words
 * @param holds of those that hold words, in the scene after: from the scene before to it
 * @param line of the log of speakers, where the step has one
 */
record Scene(
        String transcript,
        List<TurnState> turns,
        List<Name> speakers,
        List<Marked> marks,
        @Nullable SpeakerEntry line,
        List<TurnChange.Hold> holds) {

    /**
     * @param s where it begins, in milliseconds
     * @param c confidence
     * @param m the machine's word
     * @param g whether a person said who speaks it
     * @param gb who spoke it before
     * @param from in the scene after a correction: the first word of the turn before that it came
     *     from, by place; null elsewhere
     * @param to the place after the last
     */
    record WordState(
            int id,
            String t,
            long s,
            long e,
            @Nullable Double c,
            @Nullable Integer m,
            boolean g,
            @Nullable Integer gb,
            @Nullable Integer from,
            @Nullable Integer to) {
        static WordState of(Word word) {
            Word.Given given = word.given();
            return new WordState(
                    word.id(),
                    word.text(),
                    word.startMillis(),
                    word.endMillis(),
                    word.confidence(),
                    word.machineId(),
                    given != null,
                    given == null ? null : given.before(),
                    null,
                    null);
        }

        WordState cameFrom(int first, int end) {
            return new WordState(id, t, s, e, c, m, g, gb, first, end);
        }

        Word word() {
            return new Word(id, t, s, e, c, m, g ? new Word.Given(gb) : null);
        }
    }

    record TurnState(
            int id,
            @Nullable Integer speaker,
            boolean corrected,
            boolean speakerSet,
            @Nullable Integer splitFrom,
            List<WordState> words) {
        TurnState {
            words = List.copyOf(words);
        }

        List<Word> plain() {
            return words.stream().map(WordState::word).toList();
        }

        /** Whether the same words stand there, said by the same one. */
        boolean isAs(TurnState other) {
            return id == other.id
                    && Objects.equals(speaker, other.speaker)
                    && plain().equals(other.plain());
        }

        String text() {
            return String.join(" ", words.stream().map(WordState::t).toList());
        }

        @Nullable Long startMillis() {
            return words.isEmpty() ? null : words.getFirst().s();
        }
    }

    record Name(int number, @Nullable String name) {}

    /** Words of which the same was said. */
    record Marked(Mark mark, List<Integer> words) {
        Marked {
            words = List.copyOf(words);
        }
    }

    Scene {
        turns = List.copyOf(turns);
        speakers = List.copyOf(speakers);
        marks = List.copyOf(marks);
        holds = List.copyOf(holds);
    }

    static Scene of(String transcriptId, List<TurnState> turns, Map<Integer, Mark> marks) {
        return new Scene(transcriptId, turns, List.of(), grouped(marks), null, List.of());
    }

    static List<Marked> grouped(Map<Integer, Mark> marks) {
        Map<Mark, List<Integer>> grouped = new LinkedHashMap<>();
        marks.forEach(
                (word, mark) -> grouped.computeIfAbsent(mark, one -> new ArrayList<>()).add(word));
        return grouped.entrySet().stream()
                .map(entry -> new Marked(entry.getKey(), entry.getValue()))
                .toList();
    }

    Scene with(List<Name> names, @Nullable SpeakerEntry entry) {
        return new Scene(transcript, turns, names, marks, entry, holds);
    }

    Scene withTurns(List<TurnState> others) {
        return new Scene(transcript, others, speakers, marks, line, holds);
    }

    Scene holding(List<TurnChange.Hold> moved) {
        return new Scene(transcript, turns, speakers, marks, line, moved);
    }

    Map<Integer, Mark> marksByWord() {
        Map<Integer, Mark> byWord = new HashMap<>();
        marks.forEach(marked -> marked.words().forEach(word -> byWord.put(word, marked.mark())));
        return byWord;
    }

    Map<Integer, TurnState> byId() {
        Map<Integer, TurnState> byId = new LinkedHashMap<>();
        turns.forEach(turn -> byId.put(turn.id(), turn));
        return byId;
    }

    /** Every word by its id. */
    Map<Integer, WordState> words() {
        Map<Integer, WordState> words = new HashMap<>();
        turns.forEach(turn -> turn.words().forEach(word -> words.put(word.id(), word)));
        return words;
    }

    List<Integer> turnIds() {
        return turns.stream().map(TurnState::id).toList();
    }

    /** The words for reading, turn by turn. */
    String text() {
        return String.join(
                "\n", turns.stream().map(TurnState::text).filter(t -> !t.isEmpty()).toList());
    }

    @Nullable Long startMillis() {
        return turns.stream()
                .map(TurnState::startMillis)
                .filter(Objects::nonNull)
                .min(Long::compare)
                .orElse(null);
    }

    /** Whether the words themselves are the same, whosever turn they are in. */
    boolean hasWordsOf(Scene other) {
        Set<Map.Entry<Integer, String>> mine = new HashSet<>();
        words().forEach((id, word) -> mine.add(Map.entry(id, word.t())));
        Set<Map.Entry<Integer, String>> theirs = new HashSet<>();
        other.words().forEach((id, word) -> theirs.add(Map.entry(id, word.t())));
        return mine.equals(theirs);
    }

    String json() {
        return Json.write(this);
    }

    static Scene read(String json) {
        return Json.read(json, Scene.class);
    }
}
