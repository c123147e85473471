package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Turns whose words are given to other speakers.
 *
 * <ul>
 *   <li>Words, their order, ids, texts and times stay; only turns and who speaks change.
 *   <li>A turn of which only some words are given away is split: what stays keeps its id, or of two
 *       pieces that stay the first does.
 *   <li>Given words join the turn beside them where that is the same speaker's and {@link
 *       TurnBuilder} would not have begun a new one, and the turn that they were cut off from.
 *   <li>Words given back to whom they were taken from are as they were: in their turn, and not said
 *       to have been given by a person.
 * </ul>
 */
final class Revoicing {
    /**
     * A turn and where it comes from.
     *
     * @param splitFrom the turn that it was cut off from at first; null: none
     */
    record Part(Turn turn, @Nullable Integer splitFrom) {
        int origin() {
            return splitFrom == null ? turn.id() : splitFrom;
        }
    }

    /**
     * @param parts all of the transcript, in reading order
     * @param given ids of the old turns whose words got another speaker
     */
    record Result(List<Part> parts, Set<Integer> given) {}

    /** A part on its way. */
    private record Piece(Part part, boolean touched, boolean isNew) {}

    private final List<MachineWord> machine;
    private int nextTurn;

    private Revoicing(List<MachineWord> machine, int nextTurn) {
        this.machine = machine;
        this.nextTurn = nextTurn;
    }

    /**
     * Gives words, both ends included, to a speaker.
     *
     * @param speaker null: to nobody known
     * @param machine the transcript's machine words, in order
     * @param nextTurn the first turn id that was never used
     * @throws Problem.BadInput where the words are not there or the last is before the first
     */
    static Result give(
            List<Part> parts,
            int firstWord,
            int lastWord,
            @Nullable Integer speaker,
            List<MachineWord> machine,
            int nextTurn) {
        int first = indexOf(parts, firstWord);
        int last = indexOf(parts, lastWord);
        if (last < first) {
            throw new Problem.BadInput("The last of these words is before the first.");
        }
        Revoicing revoicing = new Revoicing(machine, nextTurn);
        List<Piece> pieces = new ArrayList<>();
        Set<Integer> given = new HashSet<>();
        int at = 0;
        for (Part part : parts) {
            int size = part.turn().words().size();
            int from = Math.clamp((long) first - at, 0, size);
            int to = Math.clamp((long) last + 1 - at, 0, size);
            at += size;
            if (from >= to || Objects.equals(part.turn().speaker(), speaker)) {
                pieces.add(new Piece(part, false, false));
            } else {
                given.add(part.turn().id());
                revoicing.split(part, from, to, speaker, pieces);
            }
        }
        return new Result(given.isEmpty() ? parts : revoicing.join(pieces), given);
    }

    /**
     * A turn cut in two, both of the same speaker: the second begins at that place.
     *
     * @param machine the transcript's machine words, in order
     * @param nextTurn the second's id
     */
    static List<Part> cut(Part part, int at, List<MachineWord> machine, int nextTurn) {
        Revoicing revoicing = new Revoicing(machine, nextTurn + 1);
        Turn turn = part.turn();
        List<Word> words = turn.words();
        List<Word> rest = words.subList(at, words.size());
        return List.of(
                revoicing.piece(part, turn.id(), turn.speaker(), words.subList(0, at), true).part(),
                revoicing.piece(part, nextTurn, turn.speaker(), rest, true).part());
    }

    private static int indexOf(List<Part> parts, int word) {
        int at = 0;
        for (Part part : parts) {
            for (Word one : part.turn().words()) {
                if (one.id() == word) {
                    return at;
                }
                at++;
            }
        }
        throw new Problem.BadInput(
                "Word {word} is not in this transcript, or not any more: load the " + "page again.",
                Map.of("word", word));
    }

    private void split(Part part, int from, int to, @Nullable Integer speaker, List<Piece> pieces) {
        Turn turn = part.turn();
        List<Word> words = turn.words();
        boolean whole = from == 0 && to == words.size();
        List<Word> mine =
                words.subList(from, to).stream()
                        .map(word -> word.givenTo(speaker, turn.speaker()))
                        .toList();
        if (from > 0) {
            pieces.add(piece(part, turn.id(), turn.speaker(), words.subList(0, from), false));
        }
        pieces.add(piece(part, whole ? turn.id() : nextTurn++, speaker, mine, true));
        if (to < words.size()) {
            List<Word> rest = words.subList(to, words.size());
            int id = from > 0 ? nextTurn++ : turn.id();
            pieces.add(piece(part, id, turn.speaker(), rest, false));
        }
    }

    private Piece piece(
            Part of, int id, @Nullable Integer speaker, List<Word> words, boolean touched) {
        Turn whole = of.turn();
        boolean isNew = id != whole.id();
        boolean corrected =
                whole.corrected() && (isCorrected(words) || !isCorrected(whole.words()));
        return new Piece(
                new Part(
                        Turn.of(id, speaker, words, corrected),
                        isNew ? Integer.valueOf(of.origin()) : of.splitFrom()),
                touched,
                isNew);
    }

    /** Whether a person's hand is to be seen: in a word, or in one missing between two of them. */
    private boolean isCorrected(List<Word> words) {
        int latest = -1;
        for (Word word : words) {
            Integer id = word.machineId();
            if (id == null || !Standing.reads(machine.get(id - 1), word)) {
                return true;
            }
            for (int missing = latest + 1; latest >= 0 && missing < id; missing++) {
                if (!WordText.words(machine.get(missing - 1).text()).isEmpty()) {
                    return true;
                }
            }
            latest = id;
        }
        return false;
    }

    private List<Part> join(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : pieces) {
            if (!joined.isEmpty() && belongTogether(joined.getLast(), piece)) {
                joined.add(joined(joined.removeLast(), piece));
            } else {
                joined.add(piece);
            }
        }
        return joined.stream().map(Piece::part).toList();
    }

    private static boolean belongTogether(Piece left, Piece right) {
        Turn one = left.part.turn();
        Turn next = right.part.turn();
        if (!left.touched && !right.touched
                || !Objects.equals(one.speaker(), next.speaker())
                || one.words().size() + next.words().size() > WordText.MOST_WORDS) {
            return false;
        }
        if (left.part.origin() == right.part.origin()) {
            return true;
        }
        List<TurnBuilder.Spoken> words = new ArrayList<>();
        one.words().forEach(word -> words.add(new TurnBuilder.Spoken(word, one.speaker())));
        next.words().forEach(word -> words.add(new TurnBuilder.Spoken(word, one.speaker())));
        return !TurnBuilder.endsBefore(words, 0, one.words().size());
    }

    /** The older of the two goes on; of two old ones the first. */
    private static Piece joined(Piece left, Piece right) {
        Piece older = left.isNew && !right.isNew ? right : left;
        List<Word> words = new ArrayList<>(left.part.turn().words());
        words.addAll(right.part.turn().words());
        Turn turn = older.part.turn();
        return new Piece(
                new Part(
                        Turn.of(
                                turn.id(),
                                turn.speaker(),
                                words,
                                left.part.turn().corrected() || right.part.turn().corrected()),
                        older.part.splitFrom()),
                true,
                older.isNew);
    }

    /**
     * What one speaker said is the other's and the other way round. Everywhere that is only another
     * count of the same voices; from a turn on a person says who speaks there.
     *
     * @param from place of the first turn; 0: everywhere
     */
    static Result swap(List<Part> parts, int a, int b, int from) {
        List<Part> swapped = new ArrayList<>(parts.subList(0, from));
        Set<Integer> given = new HashSet<>();
        for (Part part : parts.subList(from, parts.size())) {
            Turn turn = part.turn();
            Integer speaker = other(turn.speaker(), a, b);
            List<Word> words =
                    turn.words().stream()
                            .map(
                                    word ->
                                            from == 0
                                                    ? recounted(word, a, b)
                                                    : Objects.equals(speaker, turn.speaker())
                                                            ? word
                                                            : word.givenTo(speaker, turn.speaker()))
                            .toList();
            if (!Objects.equals(speaker, turn.speaker())) {
                given.add(turn.id());
            }
            swapped.add(
                    new Part(
                            Turn.of(turn.id(), speaker, words, turn.corrected()),
                            part.splitFrom()));
        }
        return new Result(swapped, given);
    }

    private static @Nullable Integer other(@Nullable Integer speaker, int a, int b) {
        if (speaker == null) {
            return null;
        }
        return speaker == a ? Integer.valueOf(b) : speaker == b ? Integer.valueOf(a) : speaker;
    }

    private static Word recounted(Word word, int a, int b) {
        Word.Given given = word.given();
        return given == null ? word : word.with(new Word.Given(other(given.before(), a, b)));
    }
}
