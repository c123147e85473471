package org.colloquy.speech.whisper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Joins pieces of text to words. */
final class TokenWords {
    /** Written without spaces between words: each character or syllable piece is a word here. */
    private static final Set<String> WITHOUT_SPACES =
            Set.of("zh", "ja", "th", "lo", "my", "yue", "km", "bo");

    private static final String OPENING = "\"'“‘«¿¡([{「『（《";
    private static final int LONGEST_CHARACTER = 4;
    private static final int PAUSE_FRAMES = 10;

    private TokenWords() {}

    /**
     * A word and the ids it was written with.
     *
     * @param first index of its first id
     * @param spoken index after the last of its ids with a letter or digit: what follows is
     *     punctuation, which takes no time
     * @param end index after its last id
     */
    record TokenWord(String text, int first, int spoken, int end) {
        TokenWord joined(TokenWord next, String gap) {
            boolean nextSpoken = speaks(next.text);
            return new TokenWord(
                    text + gap + next.text, first, nextSpoken ? next.spoken : spoken, next.end);
        }
    }

    /**
     * @param firstFrames when each id, and the end, begins, in frames of 20 ms
     */
    static List<TokenWord> split(
            int[] ids, int[] firstFrames, Vocabulary vocabulary, String language) {
        boolean spaces = !WITHOUT_SPACES.contains(language);
        List<TokenWord> words = new ArrayList<>();
        boolean opened = false;
        for (TokenWord unit : units(ids, vocabulary)) {
            boolean spaced = !unit.text.isEmpty() && Character.isWhitespace(unit.text.charAt(0));
            TokenWord word = new TokenWord(unit.text.strip(), unit.first, unit.spoken, unit.end);
            if (word.text.isEmpty()) {
                opened = false;
                continue;
            }
            boolean opens = !speaks(word.text) && isOpening(word.text) && (spaced || !spaces);
            boolean joins =
                    !words.isEmpty()
                            && (opened
                                    || !speaks(word.text) && !opens
                                    || spaces
                                            && !spaced
                                            && !parted(words.getLast(), word, firstFrames));
            if (joins) {
                words.add(words.removeLast().joined(word, ""));
            } else {
                words.add(word);
            }
            opened = opens || !speaks(words.getLast().text);
        }
        words.removeIf(word -> !speaks(word.text));
        return words;
    }

    /** Ids joined until their bytes are whole characters. */
    private static List<TokenWord> units(int[] ids, Vocabulary vocabulary) {
        List<TokenWord> units = new ArrayList<>();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        int first = 0;
        for (int i = 0; i < ids.length; i++) {
            pending.writeBytes(vocabulary.bytes(ids[i]));
            byte[] bytes = pending.toByteArray();
            boolean last = i == ids.length - 1;
            if (whole(bytes) || last || i - first >= LONGEST_CHARACTER) {
                String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFFFD", "");
                units.add(new TokenWord(text, first, i + 1, i + 1));
                pending.reset();
                first = i + 1;
            }
        }
        return units;
    }

    private static boolean whole(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException inTheMiddle) {
            return false;
        }
    }

    static boolean speaks(String text) {
        return text.codePoints()
                .anyMatch(
                        point ->
                                Character.isLetterOrDigit(point)
                                        || "%&+=€$£¥°#@".indexOf(point) >= 0);
    }

    private static boolean isOpening(String text) {
        return text.codePoints().allMatch(point -> OPENING.indexOf(point) >= 0);
    }

    /**
     * Whether a word begins though no space was written: after "well..." or "well—" always, after
     * the end of a sentence where there was a pause.
     */
    private static boolean parted(TokenWord before, TokenWord next, int[] firstFrames) {
        String text = before.text;
        if (text.endsWith("...") || text.endsWith("…") || text.endsWith("—")) {
            return true;
        }
        boolean sentence = text.endsWith(".") || text.endsWith("?") || text.endsWith("!");
        return sentence && firstFrames[next.first] - firstFrames[before.spoken] >= PAUSE_FRAMES;
    }
}
