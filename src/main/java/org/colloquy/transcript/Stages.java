package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The two scenes of a step that moves words between turns, once it is done. */
final class Stages {
    /** The same turns before and after, and the speakers that are named otherwise. */
    record Pair(
            Scene before, Scene after, List<Scene.Name> namesBefore, List<Scene.Name> namesAfter) {}

    private Stages() {}

    /**
     * @param header of the transcript as it was before the step
     * @param before the turns that the step changed, as they were
     * @param named the speakers as they were
     */
    static Pair pair(
            Handle handle,
            TranscriptStore.Header header,
            Scene before,
            TurnStore turns,
            Scenes scenes,
            List<Speaker> named,
            TranscriptStore transcripts) {
        Set<Integer> ids = new TreeSet<>(before.turnIds());
        turns.changedAfter(handle, header.id(), header.version()).stream()
                .map(TurnStore.Row::id)
                .forEach(ids::add);
        Scene after = scenes.read(handle, header.id(), ids);
        Map<Integer, Scene.TurnState> known = before.byId();
        List<Scene.TurnState> turnsBefore = new ArrayList<>();
        for (Scene.TurnState turn : after.turns()) {
            Scene.TurnState was = known.get(turn.id());
            // A turn that the step made was there without words and speaker, so far as undoing
            // goes.
            turnsBefore.add(
                    was != null
                            ? was
                            : new Scene.TurnState(
                                    turn.id(), null, false, false, turn.splitFrom(), List.of()));
        }
        Map<Integer, String> was = byNumber(named);
        Map<Integer, String> now = byNumber(transcripts.speakers(handle, header.id()));
        Set<Integer> numbers = new TreeSet<>(was.keySet());
        numbers.addAll(now.keySet());
        numbers.removeIf(number -> Objects.equals(was.get(number), now.get(number)));
        return new Pair(
                before.withTurns(turnsBefore), after, names(numbers, was), names(numbers, now));
    }

    private static Map<Integer, String> byNumber(List<Speaker> speakers) {
        Map<Integer, String> names = new HashMap<>();
        speakers.forEach(speaker -> names.put(speaker.number(), speaker.name()));
        return names;
    }

    private static List<Scene.Name> names(Set<Integer> numbers, Map<Integer, String> names) {
        return numbers.stream().map(number -> new Scene.Name(number, names.get(number))).toList();
    }
}
