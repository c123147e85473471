package org.colloquy.redaction;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colloquy.common.Text;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Turn;

/**
 * All that hides one recording's redacted words from one viewer: by time where words have times,
 * and by what they say where a person wrote a text beside them (a reason, a correction).
 *
 * @param hidden when
 * @param names parts of words that are said in hidden stretches, or were typed there once, and are
 *     said nowhere else in the recording, in lower case. What is said openly elsewhere is no
 *     secret, and without it "the" would be one.
 */
public record Veil(Hidden hidden, Set<String> names) {
    /** Hides nothing. */
    public static final Veil NONE = new Veil(Hidden.NONE, Set.of());

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_NAME = 2;

    public Veil {
        names = Set.copyOf(names);
    }

    public boolean isEmpty() {
        return hidden.isEmpty();
    }

    /** Whether a word from one time to another is hidden. */
    public boolean hides(long startMillis, long endMillis) {
        return hidden.hides(startMillis, endMillis);
    }

    public Transcript mask(Transcript transcript) {
        return Masking.mask(transcript, hidden);
    }

    public Turn mask(Turn turn) {
        return Masking.mask(turn, hidden);
    }

    /** A text that a person wrote, with a block for each of the names in it. */
    public String clean(String text) {
        return names.isEmpty()
                ? text
                : WORD.matcher(text)
                        .replaceAll(
                                word ->
                                        isName(word.group())
                                                ? Masking.BLOCK
                                                : java.util.regex.Matcher.quoteReplacement(
                                                        word.group()));
    }

    /** A sentence of the server: what people wrote can stand in its places. */
    public Text clean(Text text) {
        if (names.isEmpty()) {
            return text;
        }
        Map<String, Object> values = new HashMap<>();
        text.values()
                .forEach(
                        (name, value) ->
                                values.put(
                                        name,
                                        switch (value) {
                                            case String words -> clean(words);
                                            case Text inner -> clean(inner);
                                            default -> value;
                                        }));
        return new Text(clean(text.message()), text.text(), values);
    }

    /** Whether the text has any of the names. */
    public boolean names(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).anyMatch(this::isName);
    }

    private boolean isName(String word) {
        return parts(word).anyMatch(names::contains);
    }

    /** What a word is made of: "Smith-Jones's" of "smith" and "jones". */
    static Stream<String> parts(String word) {
        return Arrays.stream(BETWEEN.split(word.toLowerCase(Locale.ROOT)))
                .filter(part -> part.length() >= SHORTEST_NAME);
    }
}
