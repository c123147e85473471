package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.colloquy.common.Problem;
import org.jdbi.v3.core.Handle;

/** Reads turns as they stand, and puts them back as they stood. */
final class Scenes {
    private static final int FEW_TURNS = 20;

    private final TranscriptStore transcripts = new TranscriptStore();
    private final TurnStore turns = new TurnStore();
    private final SpeakerStore speakers = new SpeakerStore();
    private final CheckStore checks = new CheckStore();

    /** Those turns as they stand now; a turn that was never there is left out. */
    Scene read(Handle handle, String transcriptId, Collection<Integer> turnIds) {
        List<Scene.TurnState> states = new ArrayList<>();
        Set<Integer> words = new HashSet<>();
        if (turnIds.size() > FEW_TURNS) {
            readAll(handle, transcriptId, Set.copyOf(turnIds), states);
        } else {
            for (int turnId : new TreeSet<>(turnIds)) {
                turns.find(handle, transcriptId, turnId)
                        .ifPresent(
                                row ->
                                        states.add(
                                                state(
                                                        row,
                                                        turns.words(
                                                                handle, transcriptId, row.id()))));
            }
        }
        states.forEach(turn -> turn.words().forEach(word -> words.add(word.id())));
        return Scene.of(transcriptId, states, checks.marks(handle, transcriptId, words));
    }

    /** All words are read at once, for many turns. */
    private void readAll(
            Handle handle, String transcriptId, Set<Integer> wanted, List<Scene.TurnState> into) {
        Map<Integer, List<Word>> words = new HashMap<>();
        transcripts.turns(handle, transcriptId).forEach(turn -> words.put(turn.id(), turn.words()));
        turns.rows(handle, transcriptId).stream()
                .filter(row -> wanted.contains(row.id()))
                .sorted(Comparator.comparingInt(TurnStore.Row::id))
                .map(row -> state(row, words.getOrDefault(row.id(), List.of())))
                .forEach(into::add);
    }

    private static Scene.TurnState state(TurnStore.Row row, List<Word> words) {
        return new Scene.TurnState(
                row.id(),
                row.speaker(),
                row.corrected(),
                row.speakerSet(),
                row.splitFrom(),
                words.stream().map(Scene.WordState::of).toList());
    }

    /**
     * Puts turns back. What was said of words that stay as they are stays as well; of the others it
     * is what it was.
     *
     * @param personId who takes the step back or does it again
     * @param from what must stand there now
     * @return by turn that changed, its version
     * @throws Problem.Conflict where something else does, or the words around leave no room
     */
    Map<Integer, Integer> put(
            Handle handle,
            TranscriptStore.Header header,
            String personId,
            Scene from,
            Scene to,
            int firstVersion) {
        String id = header.id();
        Map<Integer, Scene.TurnState> now = read(handle, id, from.turnIds()).byId();
        for (Scene.TurnState expected : from.turns()) {
            Scene.TurnState found = now.get(expected.id());
            if (found == null || !found.isAs(expected)) {
                throw new Problem.Conflict(
                        "What is said there was changed since, so this step is left as it is and"
                                + " nothing is lost. Correct it by hand, or take back the step"
                                + " before it.");
            }
        }
        Map<Integer, Scene.TurnState> was = from.byId();
        List<Scene.TurnState> changed =
                to.turns().stream().filter(turn -> !turn.equals(was.get(turn.id()))).toList();
        turns.removeWords(handle, id, changed.stream().map(Scene.TurnState::id).toList());
        transcripts.insertWords(
                handle,
                id,
                changed.stream()
                        .map(turn -> Turn.of(turn.id(), null, turn.plain(), turn.corrected()))
                        .toList());
        int version = firstVersion;
        Map<Integer, Integer> versions = new LinkedHashMap<>();
        for (Scene.TurnState turn : changed) {
            versions.put(turn.id(), version++);
        }
        turns.put(handle, id, changed, versions);
        putNames(handle, id, from, to);
        requireOrder(handle, id);
        putMarks(handle, id, personId, from, to);
        turns.setVersion(handle, id, Math.max(firstVersion, version - 1));
        return versions;
    }

    private void putNames(Handle handle, String transcriptId, Scene from, Scene to) {
        for (Scene.Name name : from.speakers()) {
            String known =
                    transcripts.speakers(handle, transcriptId).stream()
                            .filter(speaker -> speaker.number() == name.number())
                            .map(Speaker::name)
                            .findFirst()
                            .orElse(null);
            if (!Objects.equals(known, name.name())) {
                throw new Problem.Conflict(
                        "This speaker was named anew since, so this step is left as it is.");
            }
        }
        for (Scene.Name name : to.speakers()) {
            if (name.name() != null) {
                speakers.name(handle, transcriptId, new Speaker(name.number(), name.name()));
            } else if (!speakers.speaks(handle, transcriptId, name.number())) {
                speakers.forget(handle, transcriptId, name.number());
            }
        }
    }

    /** Somebody may have written beside the turn, or brought a word of the machine's back there. */
    private void requireOrder(Handle handle, String transcriptId) {
        if (turns.isOutOfOrder(handle, transcriptId)) {
            throw new Problem.Conflict(
                    "What is said right beside it was changed since and leaves no room, so this"
                            + " step is left as it is and nothing is lost.");
        }
    }

    /** What somebody else said since of words that go would be lost with them. */
    private void requireMarks(
            Handle handle, String transcriptId, String personId, Scene from, Set<Integer> words) {
        Map<Integer, Mark> known = from.marksByWord();
        checks.marks(handle, transcriptId, words)
                .forEach(
                        (word, mark) -> {
                            if (!mark.equals(known.get(word)) && !mark.by().equals(personId)) {
                                throw new Problem.Conflict(
                                        "Somebody checked or confirmed what is said there since, so"
                                                + " this step is left as it is and nothing is lost."
                                                + " Correct it by hand if it is wrong.");
                            }
                        });
    }

    private void putMarks(
            Handle handle, String transcriptId, String personId, Scene from, Scene to) {
        Map<Integer, Scene.WordState> before = from.words();
        Map<Integer, Scene.WordState> after = to.words();
        Set<Integer> others = new HashSet<>();
        before.forEach(
                (id, word) -> {
                    Scene.WordState now = after.get(id);
                    if (now == null || !now.t().equals(word.t())) {
                        others.add(id);
                    }
                });
        after.keySet().stream().filter(id -> !before.containsKey(id)).forEach(others::add);
        requireMarks(handle, transcriptId, personId, from, others);
        checks.clear(handle, transcriptId, others);
        Map<Integer, Mark> marks = to.marksByWord();
        marks.keySet().retainAll(others);
        marks.keySet().retainAll(after.keySet());
        checks.set(handle, transcriptId, marks);
    }
}
