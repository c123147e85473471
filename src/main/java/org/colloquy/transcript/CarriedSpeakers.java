package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose voices the speakers of a later hearing are: an engine counts them anew each time. Each gets
 * the number of the speaker that it shares most words with, every number once; where none is left
 * it is a new speaker. Speakers that people set are not asked, unless there are no others.
 */
final class CarriedSpeakers {
    /** Who speaks, and where a person said so. */
    record Voice(@Nullable Integer speaker, Word.@Nullable Given given) {}

    /** A heard speaker, one of the transcript, and the words both have. */
    private record Shared(int heard, int known, int words) {}

    private final Map<Integer, Integer> numbers;
    private final List<Speaker> all;

    private CarriedSpeakers(Map<Integer, Integer> numbers, List<Speaker> all) {
        this.numbers = numbers;
        this.all = all;
    }

    static CarriedSpeakers of(
            Carrying.Present present,
            List<Standing.Item> items,
            List<TurnBuilder.Spoken> heard,
            int[] partners) {
        Map<Integer, String> names = new TreeMap<>();
        present.speakers().forEach(speaker -> names.put(speaker.number(), speaker.name()));
        List<Shared> shared = shared(present.turns(), items, heard, partners, false);
        if (shared.isEmpty()) {
            shared = shared(present.turns(), items, heard, partners, true);
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        for (Shared most : shared) {
            if (!numbers.containsKey(most.heard()) && !numbers.containsValue(most.known())) {
                numbers.put(most.heard(), most.known());
            }
        }
        TreeSet<Integer> strangers = new TreeSet<>();
        for (TurnBuilder.Spoken spoken : heard) {
            if (spoken.speaker() != null && !numbers.containsKey(spoken.speaker())) {
                strangers.add(spoken.speaker());
            }
        }
        for (int stranger : strangers) {
            int number = names.containsKey(stranger) ? 1 : stranger;
            while (names.containsKey(number)) {
                number++;
            }
            if (number <= SpeakerSteps.MOST_SPEAKERS) {
                numbers.put(stranger, number);
                names.put(number, Speaker.unnamed(number).name());
            }
        }
        List<Speaker> all = new ArrayList<>();
        names.forEach((number, name) -> all.add(new Speaker(number, name)));
        return new CarriedSpeakers(numbers, all);
    }

    private static List<Shared> shared(
            List<Turn> turns,
            List<Standing.Item> items,
            List<TurnBuilder.Spoken> heard,
            int[] partners,
            boolean setByPeople) {
        record Both(int heard, int known) {}
        Map<Both, Integer> words = new HashMap<>();
        for (int i = 0; i < partners.length; i++) {
            Turn turn = items.get(i).turn() < 0 ? null : turns.get(items.get(i).turn());
            // A word that was taken out stands in no voice any more: it says nothing.
            Word word = items.get(i).word();
            Integer said = partners[i] < 0 ? null : heard.get(partners[i]).speaker();
            if (said != null
                    && word != null
                    && turn != null
                    && turn.speaker() != null
                    && (word.given() != null) == setByPeople) {
                words.merge(new Both(said, turn.speaker()), 1, Integer::sum);
            }
        }
        return words.entrySet().stream()
                .map(e -> new Shared(e.getKey().heard(), e.getKey().known(), e.getValue()))
                .sorted(
                        Comparator.comparingInt(Shared::words)
                                .reversed()
                                .thenComparingInt(Shared::heard)
                                .thenComparingInt(Shared::known))
                .toList();
    }

    /** All speakers of the new transcript, those that say nothing any more too. */
    List<Speaker> all() {
        return all;
    }

    /**
     * Who speaks a word.
     *
     * @param heard the engine's number for the voice
     * @param turn where the word stands or stood, null where nothing is near
     * @param word the word of that turn that it stands for or is next to
     */
    Voice of(@Nullable Integer heard, @Nullable Turn turn, @Nullable Word word) {
        Word.Given given = word == null ? null : word.given();
        if (turn != null && (given != null || heard == null)) {
            return new Voice(turn.speaker(), given);
        }
        return new Voice(heard == null ? null : numbers.get(heard), null);
    }
}
