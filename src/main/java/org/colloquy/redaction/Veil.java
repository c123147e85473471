package org.colloquy.redaction;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colloquy.common.Text;
import org.colloquy.recording.Mark;
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
 * @param notedTags ids of tags that were made of marks whose notes are hidden
 */
public record Veil(Hidden hidden, Set<String> names, Set<String> notedTags) {
    /** Hides nothing. */
    public static final Veil NONE = new Veil(Hidden.NONE, Set.of(), Set.of());

    /**
     * One marks a moment while something is said or just afterwards: so long it takes to
     * understand, to decide and to find the key.
     */
    private static final long NOTED_AFTER_MILLIS = 15_000;

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_NAME = 2;

    public Veil {
        names = Set.copyOf(names);
        notedTags = Set.copyOf(notedTags);
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

    /**
     * A mark with its note as the viewer reads it: none of it where what it was noted of is hidden,
     * else without the names.
     */
    public Mark mask(Mark mark) {
        String question = mark.questionText();
        return isEmpty()
                ? mark
                : mark.reading(
                        hidesNote(mark) ? Masking.maskAll(mark.note()) : clean(mark.note()),
                        question == null ? null : clean(question));
    }

    /** Whether a mark has a note of which the viewer reads nothing. */
    public boolean hidesNote(Mark mark) {
        return !mark.note().isEmpty() && hidesNote(hidden, mark);
    }

    static boolean hidesNote(Hidden hidden, Mark mark) {
        Double length = mark.lengthSeconds();
        long start = Math.round(mark.seconds() * 1000);
        long end = start + Math.round((length == null ? 0 : length) * 1000);
        return hidden.meets(Math.max(0, start - NOTED_AFTER_MILLIS), end);
    }

    /**
     * Why a passage is evidence, as the viewer reads it: nothing of it where the whole passage is
     * hidden or the reason was noted of what is, else without the names.
     *
     * @param isHidden whether all words of the passage are hidden
     */
    public String reason(String tagId, boolean isHidden, String reason) {
        return isHidden || notedTags.contains(tagId) ? Masking.maskAll(reason) : clean(reason);
    }

    /** Whether the text has any of the names. */
    public boolean names(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).anyMatch(this::isName);
    }

    private boolean isName(String word) {
        return parts(word).anyMatch(names::contains);
    }

    /**
     * What a word is made of: "Smith-Jones's" of "smith" and "jones". An accent is the same whether
     * it was typed with its letter or after it.
     */
    static Stream<String> parts(String word) {
        String composed = Normalizer.normalize(word, Normalizer.Form.NFC);
        return Arrays.stream(BETWEEN.split(composed.toLowerCase(Locale.ROOT)))
                .filter(part -> part.length() >= SHORTEST_NAME);
    }
}
