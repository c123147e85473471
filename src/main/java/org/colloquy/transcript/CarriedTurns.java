package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Words put into turns. Two words of one turn stay in one turn, and two of different turns of one
 * speaker stay apart, for people may have split and joined them; a change of speaker always parts
 * them; everything else is as {@link TurnBuilder} has it.
 */
final class CarriedTurns {
    /** A turn of the new transcript that could have the id of an old one. */
    private record Claim(int turn, int oldTurn, int words) {}

    private CarriedTurns() {}

    /**
     * @param old the turns that {@link Piece#oldTurn} means
     * @param nextTurn the first id that was never used
     */
    static List<Turn> of(List<Piece> pieces, List<Turn> old, int nextTurn) {
        List<List<Piece>> cut = cut(pieces, old);
        int[] claimed = claims(cut, old.size());
        List<Turn> turns = new ArrayList<>();
        int next = nextTurn;
        for (int i = 0; i < cut.size(); i++) {
            List<Piece> turn = cut.get(i);
            Turn before = claimed[i] < 0 ? null : old.get(claimed[i]);
            turns.add(
                    Turn.of(
                            before == null ? next++ : before.id(),
                            turn.getFirst().voice().speaker(),
                            turn.stream().map(Piece::word).toList(),
                            before != null && before.corrected()
                                    || turn.stream().anyMatch(Piece::human)));
        }
        return turns;
    }

    private static List<List<Piece>> cut(List<Piece> pieces, List<Turn> old) {
        List<TurnBuilder.Spoken> spoken =
                pieces.stream()
                        .map(piece -> new TurnBuilder.Spoken(piece.word(), piece.voice().speaker()))
                        .toList();
        List<List<Piece>> cut = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= pieces.size(); next++) {
            if (next == pieces.size() || endsBefore(pieces, spoken, old, first, next)) {
                cut.add(pieces.subList(first, next));
                first = next;
            }
        }
        return cut;
    }

    private static boolean endsBefore(
            List<Piece> pieces,
            List<TurnBuilder.Spoken> spoken,
            List<Turn> old,
            int first,
            int next) {
        Piece left = pieces.get(next - 1);
        Piece right = pieces.get(next);
        if (!Objects.equals(left.voice().speaker(), right.voice().speaker())
                || next - first >= WordText.MOST_WORDS) {
            return true;
        }
        if (left.oldTurn() >= 0 && right.oldTurn() >= 0) {
            if (left.oldTurn() == right.oldTurn()) {
                return false;
            }
            boolean oneSpeaker =
                    Objects.equals(
                            old.get(left.oldTurn()).speaker(), old.get(right.oldTurn()).speaker());
            if (oneSpeaker) {
                return true;
            }
        }
        return TurnBuilder.endsBefore(spoken, first, next);
    }

    /** For each new turn the old one whose id it gets, -1 for none; each id once. */
    private static int[] claims(List<List<Piece>> cut, int oldTurns) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < cut.size(); i++) {
            Map<Integer, Integer> words = new HashMap<>();
            for (Piece piece : cut.get(i)) {
                if (piece.oldTurn() >= 0) {
                    words.merge(piece.oldTurn(), 1, Integer::sum);
                }
            }
            int turn = i;
            words.forEach((oldTurn, count) -> claims.add(new Claim(turn, oldTurn, count)));
        }
        claims.sort(
                Comparator.comparingInt(Claim::words)
                        .reversed()
                        .thenComparingInt(Claim::turn)
                        .thenComparingInt(Claim::oldTurn));
        int[] claimed = new int[cut.size()];
        java.util.Arrays.fill(claimed, -1);
        Set<Integer> given = HashSet.newHashSet(oldTurns);
        for (Claim claim : claims) {
            if (claimed[claim.turn()] < 0 && given.add(claim.oldTurn())) {
                claimed[claim.turn()] = claim.oldTurn();
            }
        }
        return claimed;
    }
}
