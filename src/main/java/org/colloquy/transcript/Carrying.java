package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A transcript as people left it and what an engine heard later, made into the transcript that
 * would stand if a person accepts the later hearing.
 *
 * <ul>
 *   <li>Outside the part that was heard anew nothing changes: words, ids, times, turns.
 *   <li>What a person wrote, and what a person took out, stays as it is, whatever was heard there:
 *       neither do words that were taken out come back, nor does what was put in come twice.
 *   <li>Everywhere else it reads as it was heard. A word that stands for the same sound as before
 *       keeps its id, whether it reads the same or not; other words get new ids.
 *   <li>Times never go backwards, and machine ids rise in reading order.
 *   <li>What was heard again just as before changes nothing.
 *   <li>Words whose speaker a person set keep that speaker; the others get the speaker that was
 *       heard, under the number that shares most words with it ({@link CarriedSpeakers}).
 *   <li>No word of a tag is lost: {@link Carried#anchors} leads from every word of the old
 *       transcript to words of the new one, in order, as long as that has any.
 * </ul>
 *
 * <p>Not to be assumed: that a word in both has the times it had; that a turn keeps its words
 * together; that a turn id has the turn it had (the turn with most of its words has it).
 */
final class Carrying {
    /** A word further away than this says nothing about who speaks. */
    private static final double NEAR_MILLIS = 1_000;

    /**
     * A transcript as it stands.
     *
     * @param turns in reading order, none empty
     * @param nextWord the first word id that was never used
     * @param nextTurn the first turn id that was never used
     */
    record Present(
            List<Turn> turns,
            List<Speaker> speakers,
            List<MachineWord> machine,
            int nextWord,
            int nextTurn) {}

    /**
     * What was heard later.
     *
     * @param machine all machine words of the new transcript: outside the part those of the present
     *     one
     * @param heardFrom the first that was heard anew
     * @param heardTo after the last that was
     * @param part null: the whole
     */
    record Again(List<MachineWord> machine, int heardFrom, int heardTo, @Nullable Stretch part) {
        static Again whole(List<MachineWord> machine) {
            return new Again(machine, 1, machine.size() + 1, null);
        }
    }

    private final Present present;
    private final Again again;
    private final List<Standing.Item> items;
    private final PersonsWork work;
    private final List<TurnBuilder.Spoken> heard;
    private final List<Piece> pieces = new ArrayList<>();
    private final CarriedSpeakers speakers;
    private final int first;
    private final int end;
    private final int[] partners;
    private int nextWord;

    private Carrying(Present present, Again again) {
        this.present = present;
        this.again = again;
        this.items = Standing.items(present.turns(), present.machine());
        this.heard =
                Heard.words(again.machine().subList(again.heardFrom() - 1, again.heardTo() - 1));
        this.nextWord = present.nextWord();
        this.work = PersonsWork.in(items);
        int[] inside = inside();
        this.first = inside[0];
        this.end = inside[1];
        List<Standing.Item> part = items.subList(first, end);
        this.partners =
                TimedMatch.partners(
                        part.stream().map(Standing.Item::token).toList(),
                        TimedMatch.tokens(heard.stream().map(TurnBuilder.Spoken::word).toList()));
        this.speakers = CarriedSpeakers.of(present, part, heard, partners);
    }

    /** The transcript that would stand. */
    static Carried carry(Present present, Again again) {
        Carrying carrying = new Carrying(present, again);
        carrying.keepOutside(0, carrying.first);
        carrying.hear();
        carrying.keepOutside(carrying.end, carrying.items.size());
        List<Turn> turns =
                CarriedTurns.of(
                        Piece.inOrder(carrying.pieces), present.turns(), present.nextTurn());
        return Carried.of(
                present, turns, carrying.speakers.all(), carrying.nextWord, carrying.work.count());
    }

    /** The items of the part: its words, and what was taken out among and beside them. */
    private int[] inside() {
        Stretch part = again.part();
        if (part == null) {
            return new int[] {0, items.size()};
        }
        int from = 0;
        while (from < items.size() && !isFrom(items.get(from), part.fromMillis())) {
            from++;
        }
        int to = from;
        for (int i = from; i < items.size() && !isFrom(items.get(i), part.toMillis()); i++) {
            to = items.get(i).word() == null ? to : i + 1;
        }
        while (from > 0 && isReplaced(items.get(from - 1))) {
            from--;
        }
        while (to < items.size() && isReplaced(items.get(to))) {
            to++;
        }
        return new int[] {from, to};
    }

    private static boolean isFrom(Standing.Item item, long millis) {
        Word word = item.word();
        return word != null && (word.startMillis() + word.endMillis()) / 2.0 >= millis;
    }

    /** Taken out by a person, and of the machine's words that make room for new ones. */
    private boolean isReplaced(Standing.Item item) {
        MachineWord machine = item.machine();
        return item.word() == null
                && machine != null
                && machine.id() >= again.heardFrom()
                && machine.id() <= lastReplaced();
    }

    private int lastReplaced() {
        return present.machine().size() - (again.machine().size() - again.heardTo() + 1);
    }

    /** What is outside the part stays. */
    private void keepOutside(int from, int to) {
        for (Standing.Item item : items.subList(from, to)) {
            if (item.word() != null) {
                keep(item, outside(item.word().machineId()));
            }
        }
    }

    /** The same machine word's id in the new transcript. */
    private @Nullable Integer outside(@Nullable Integer machineId) {
        if (machineId == null || machineId < again.heardFrom()) {
            return machineId;
        }
        return machineId > lastReplaced()
                ? Integer.valueOf(machineId - lastReplaced() - 1 + again.heardTo())
                : null;
    }

    private void keep(Standing.Item item, @Nullable Integer machineId) {
        Word word = Objects.requireNonNull(item.word());
        Turn turn = present.turns().get(item.turn());
        pieces.add(
                new Piece(
                        word.id(),
                        word.text(),
                        word.startMillis(),
                        word.endMillis(),
                        word.confidence(),
                        machineId,
                        new CarriedSpeakers.Voice(turn.speaker(), word.given()),
                        item.turn(),
                        true,
                        item.human()));
    }

    /** Goes through the part from one pair of partners to the next. */
    private void hear() {
        int item = first;
        int word = 0;
        for (int i = first; i < end; i++) {
            int partner = partners[i - first];
            if (partner < 0) {
                continue;
            }
            between(item, i, word, partner);
            meet(items.get(i), heard.get(partner));
            item = i + 1;
            word = partner + 1;
        }
        between(item, end, word, heard.size());
    }

    private void meet(Standing.Item item, TurnBuilder.Spoken spoken) {
        if (!item.human()) {
            take(spoken, Objects.requireNonNull(item.word()).id(), item);
        } else if (item.word() != null) {
            keep(item, spoken.word().machineId());
        }
    }

    /** Items without partners, and words without partners, in order of time. */
    private void between(int from, int to, int wordFrom, int wordTo) {
        int item = from;
        for (TurnBuilder.Spoken spoken : heard.subList(wordFrom, wordTo)) {
            if (work.covers(from - 1, to, middle(spoken.word()))) {
                continue;
            }
            while (item < to && middle(items.get(item)) <= middle(spoken.word())) {
                keepHuman(items.get(item++));
            }
            take(spoken, nextWord++, nearest(from - 1, to, middle(spoken.word())));
        }
        while (item < to) {
            keepHuman(items.get(item++));
        }
    }

    private void keepHuman(Standing.Item item) {
        if (item.human() && item.word() != null) {
            keep(item, null);
        }
    }

    private Standing.@Nullable Item nearest(int left, int right, double middle) {
        Standing.Item nearest = null;
        double least = NEAR_MILLIS;
        for (int i = Math.max(left, 0); i <= right && i < items.size(); i++) {
            double away = Math.abs(middle(items.get(i)) - middle);
            if (away < least && items.get(i).word() != null) {
                least = away;
                nearest = items.get(i);
            }
        }
        return nearest;
    }

    /** A word as it was heard. */
    private void take(TurnBuilder.Spoken spoken, int id, Standing.@Nullable Item instead) {
        Word word = spoken.word();
        int turn =
                instead != null && instead.word() != null && instead.word().id() == id
                        ? instead.turn()
                        : -1;
        pieces.add(
                new Piece(
                        id,
                        word.text(),
                        word.startMillis(),
                        word.endMillis(),
                        word.confidence(),
                        word.machineId(),
                        speakers.of(
                                spoken.speaker(),
                                instead == null ? null : present.turns().get(instead.turn()),
                                instead == null ? null : instead.word()),
                        turn,
                        false,
                        false));
    }

    private static double middle(Word word) {
        return (word.startMillis() + word.endMillis()) / 2.0;
    }

    private static double middle(Standing.Item item) {
        return (item.startMillis() + item.endMillis()) / 2.0;
    }
}
