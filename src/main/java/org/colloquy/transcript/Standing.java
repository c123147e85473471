package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A transcript as it stands, word for word, with what people took out between the words. */
final class Standing {
    /**
     * A word, or a machine's word that a person took out.
     *
     * @param word as it reads now; null: taken out
     * @param machine what it stands for; null where a person put it in
     * @param turn place of its turn among the turns
     * @param human a person wrote it or took it out
     */
    record Item(@Nullable Word word, @Nullable MachineWord machine, int turn, boolean human) {
        long startMillis() {
            return word != null ? word.startMillis() : machine == null ? 0 : machine.startMillis();
        }

        long endMillis() {
            return word != null ? word.endMillis() : machine == null ? 0 : machine.endMillis();
        }

        /** As it reads and as it was heard. */
        TimedMatch.Token token() {
            List<String> texts = new ArrayList<>(2);
            if (word != null) {
                texts.add(word.text());
            }
            if (machine != null && human) {
                texts.add(machine.text());
            }
            return new TimedMatch.Token(texts, startMillis(), endMillis());
        }
    }

    private Standing() {}

    /**
     * All items in reading order.
     *
     * @param machine the transcript's machine words, in order
     */
    static List<Item> items(List<Turn> turns, List<MachineWord> machine) {
        Map<Integer, Integer> shown = new HashMap<>();
        for (Turn turn : turns) {
            for (Word word : turn.words()) {
                Integer id = word.machineId();
                if (id != null) {
                    shown.merge(id, 1, Integer::sum);
                }
            }
        }
        List<Item> items = new ArrayList<>();
        int next = 0;
        for (int t = 0; t < turns.size(); t++) {
            for (Word word : turns.get(t).words()) {
                Integer id = word.machineId();
                while (id != null && next < machine.size() && machine.get(next).id() <= id) {
                    addTakenOut(items, machine.get(next++), t, shown);
                }
                MachineWord heard = id == null ? null : machine.get(id - 1);
                items.add(new Item(word, heard, t, heard == null || !reads(heard, word)));
            }
        }
        while (next < machine.size()) {
            addTakenOut(items, machine.get(next++), turns.size() - 1, shown);
        }
        return items;
    }

    private static void addTakenOut(
            List<Item> items, MachineWord machine, int turn, Map<Integer, Integer> shown) {
        if (!shown.containsKey(machine.id()) && !WordText.words(machine.text()).isEmpty()) {
            items.add(new Item(null, machine, turn, true));
        }
    }

    /** Whether a person left it as it was heard. */
    static boolean reads(MachineWord heard, Word word) {
        return heard.text().equals(word.text())
                || WordText.words(heard.text()).contains(word.text());
    }
}
