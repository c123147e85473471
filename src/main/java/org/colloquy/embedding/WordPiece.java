package org.colloquy.embedding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the pieces that the model knows, as BERT (uncased) does: lower case without
 * accents, punctuation apart, then the longest known piece from the left.
 */
final class WordPiece {
    /** Of a text; what is beyond that is not read. */
    static final int MOST_PIECES = 254;

    private static final int LONGEST_WORD = 100;

    /**
     * A text in pieces.
     *
     * @param ids with the marks of beginning and end
     * @param words for each of the ids the word of the text that it is from, counted by white space
     *     from 0; -1 for the marks
     */
    record Pieces(long[] ids, int[] words) {}

    private final Map<String, Integer> vocabulary;
    private final int begin;
    private final int end;
    private final int unknown;

    WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = new HashMap<>(vocabulary);
        this.begin = id("[CLS]");
        this.end = id("[SEP]");
        this.unknown = id("[UNK]");
    }

    private int id(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("The vocabulary has no " + piece);
        }
        return id;
    }

    Pieces cut(String text) {
        List<Integer> ids = new ArrayList<>();
        List<Integer> from = new ArrayList<>();
        String[] words = text.strip().split("\\s+");
        for (int i = 0; i < words.length && ids.size() < MOST_PIECES; i++) {
            for (String part : parts(words[i])) {
                for (int id : pieces(part)) {
                    if (ids.size() < MOST_PIECES) {
                        ids.add(id);
                        from.add(i);
                    }
                }
            }
        }
        long[] all = new long[ids.size() + 2];
        int[] origin = new int[all.length];
        all[0] = begin;
        origin[0] = -1;
        for (int i = 0; i < ids.size(); i++) {
            all[i + 1] = ids.get(i);
            origin[i + 1] = from.get(i);
        }
        all[all.length - 1] = end;
        origin[all.length - 1] = -1;
        return new Pieces(all, origin);
    }

    /** What belongs together, and punctuation and ideographs each for themselves. */
    private static List<String> parts(String word) {
        String clean =
                Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                        .replaceAll("[\\p{Mn}\\p{Cc}\\p{Cf}]", "");
        List<String> parts = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        clean.codePoints()
                .forEach(
                        sign -> {
                            if (!standsAlone(sign)) {
                                run.appendCodePoint(sign);
                                return;
                            }
                            if (!run.isEmpty()) {
                                parts.add(run.toString());
                                run.setLength(0);
                            }
                            parts.add(Character.toString(sign));
                        });
        if (!run.isEmpty()) {
            parts.add(run.toString());
        }
        return parts;
    }

    /** Every sign of ASCII that is no letter or digit, punctuation of any script, ideographs. */
    private static boolean standsAlone(int sign) {
        if (sign < 128) {
            return !Character.isLetterOrDigit(sign);
        }
        return Character.isIdeographic(sign)
                || switch (Character.getType(sign)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION ->
                            true;
                    default -> false;
                };
    }

    private List<Integer> pieces(String part) {
        if (part.length() > LONGEST_WORD) {
            return List.of(unknown);
        }
        List<Integer> pieces = new ArrayList<>();
        int start = 0;
        while (start < part.length()) {
            int stop = part.length();
            Integer found = null;
            while (stop > start && found == null) {
                found = vocabulary.get((start == 0 ? "" : "##") + part.substring(start, stop));
                stop--;
            }
            if (found == null) {
                return List.of(unknown);
            }
            pieces.add(found);
            start = stop + 1;
        }
        return pieces;
    }
}
