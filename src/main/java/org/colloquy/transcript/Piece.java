package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word of a transcript that is being put together.
 *
 * @param oldTurn place of the turn that it stood in, -1 where it is new
 * @param fixed its times may not be moved
 * @param human a person wrote it
 */
record Piece(
        int id,
        String text,
        long startMillis,
        long endMillis,
        @Nullable Double confidence,
        @Nullable Integer machineId,
        CarriedSpeakers.Voice voice,
        int oldTurn,
        boolean fixed,
        boolean human) {

    private Piece at(long start, long end) {
        return new Piece(id, text, start, end, confidence, machineId, voice, oldTurn, fixed, human);
    }

    Word word() {
        return new Word(id, text, startMillis, endMillis, confidence, machineId, voice.given());
    }

    /** The same, with the times of words that may be moved held between their neighbours. */
    static List<Piece> inOrder(List<Piece> pieces) {
        long[] latest = new long[pieces.size() + 1];
        latest[pieces.size()] = Long.MAX_VALUE;
        for (int i = pieces.size() - 1; i >= 0; i--) {
            latest[i] = pieces.get(i).fixed() ? pieces.get(i).startMillis() : latest[i + 1];
        }
        List<Piece> ordered = new ArrayList<>(pieces.size());
        long now = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (!piece.fixed()) {
                long start = Math.clamp(piece.startMillis(), now, latest[i + 1]);
                long next =
                        i + 1 < pieces.size() ? pieces.get(i + 1).startMillis() : Long.MAX_VALUE;
                long end = Math.min(piece.endMillis(), Math.min(next, latest[i + 1]));
                piece = piece.at(start, Math.max(start, end));
            }
            ordered.add(piece);
            now = piece.endMillis();
        }
        return ordered;
    }
}
