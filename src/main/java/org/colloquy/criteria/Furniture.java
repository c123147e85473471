package org.colloquy.criteria;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Headers and footers of printed pages within copied text. A line is one of them where it says so
 * ("Page 3 of 5", "© OCR 2011"), or where it comes back beside such a line; a repeat alone is not
 * enough, for two criteria may end in the same words.
 */
final class Furniture {
    private static final int LONGEST = 140;
    private static final int NEAR = 2;
    private static final Pattern PAGE =
            Pattern.compile(
                    "(?:page )\\d{1,4}(?: (?:of|/) \\d{1,4})?|\\d{1,4} of \\d{1,4}|- ?\\d{1,4} ?-"
                            + "|\\d{1,4} ?\\| ?page|page ?\\| ?\\d{1,4}|.{0,100}[ |]page \\d{1,4}(?: of \\d{1,4})?");

    private Furniture() {}

    /** The places in the list of those pieces that are furniture. */
    static BitSet find(List<Piece> pieces) {
        BitSet found = new BitSet(pieces.size());
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> exact = new HashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            String text = pieces.get(i).text();
            if (saysSo(text)) {
                found.set(i);
            }
            if (text.length() <= LONGEST) {
                seen.merge(masked(text), 1, Integer::sum);
                exact.merge(text, 1, Integer::sum);
            }
        }
        for (int i = 0; i < pieces.size(); i++) {
            if (isNumberedRepeat(pieces.get(i), seen, exact)) {
                found.set(i);
            }
        }
        BitSet sure = (BitSet) found.clone();
        for (int i = sure.nextSetBit(0); i >= 0; i = sure.nextSetBit(i + 1)) {
            for (int near = Math.max(0, i - NEAR);
                    near <= Math.min(pieces.size() - 1, i + NEAR);
                    near++) {
                if (!found.get(near) && isAside(pieces.get(near), seen)) {
                    found.set(near);
                }
            }
        }
        return found;
    }

    private static boolean saysSo(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        String small = text.toLowerCase(Locale.ROOT);
        boolean rights =
                text.startsWith("©")
                        || small.startsWith("copyright ")
                        || (text.contains("©") && text.length() < 90);
        return rights || PAGE.matcher(small).matches();
    }

    /** The same line with another number at its end: a footer that counts pages. */
    private static boolean isNumberedRepeat(
            Piece piece, Map<String, Integer> seen, Map<String, Integer> exact) {
        String text = piece.text();
        return text.length() > 12
                && text.length() <= LONGEST
                && Character.isDigit(text.charAt(text.length() - 1))
                && piece.column() == 0
                && !piece.startsSmall()
                && seen.getOrDefault(masked(text), 0) > exact.getOrDefault(text, 0)
                && Labels.at(text) == null
                && !Markers.startsWithMarker(text);
    }

    private static boolean isAside(Piece piece, Map<String, Integer> seen) {
        String text = piece.text();
        boolean number = text.length() <= 4 && text.chars().allMatch(Character::isDigit);
        boolean again = text.length() <= LONGEST && seen.getOrDefault(masked(text), 0) > 1;
        return number
                || (again
                        && !Markers.startsWithMarker(text)
                        && !LeadIns.isLeadIn(text)
                        && Headings.of(text) == null
                        && !piece.startsSmall());
    }

    private static String masked(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            masked.append(Character.isDigit(character) ? '0' : character);
        }
        return masked.toString();
    }
}
