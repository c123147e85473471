package org.colloquy.transcript;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * A voice of one transcript and what people call it: "Speaker 1" until somebody names it. That name
 * stands in the database, in exports and in the log, always in English; a page is told the number
 * beside it and says it in its own language.
 */
public record Speaker(int number, String name) {
    /** Who speaks where nobody is known, in the log of who speaks. */
    static final String NOBODY = "nobody known";

    private static final String BEFORE_NUMBER = "Speaker ";
    private static final Pattern UNNAMED = Pattern.compile(BEFORE_NUMBER + "([1-9]\\d?)");

    /** One that nobody has named. */
    public static Speaker unnamed(int number) {
        return new Speaker(number, BEFORE_NUMBER + number);
    }

    /** Whether people gave it its name. */
    public boolean hasName() {
        return !equals(unnamed(number));
    }

    /** The number of a speaker that is called so because nobody has named it; null: named. */
    public static @Nullable Integer unnamedNumber(@Nullable String name) {
        Matcher matcher = UNNAMED.matcher(name == null ? "" : name);
        return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
    }

    /** What it is called, as a page says it. */
    Text said() {
        return hasName()
                ? Text.asItIs(name)
                : Text.of("Speaker {number}", Map.of("number", Integer.toString(number)));
    }

    /** As the log of who speaks has it: a name, several with commas, or {@link #NOBODY}. */
    public static Text said(String names) {
        List<Text> said = Arrays.stream(names.split(", ", -1)).map(Speaker::one).toList();
        return said.stream()
                .reduce(
                        (before, next) ->
                                Text.of("{before}, {next}", Map.of("before", before, "next", next)))
                .orElseThrow();
    }

    private static Text one(String name) {
        Integer number = unnamedNumber(name);
        return name.equals(NOBODY)
                ? Text.of("nobody known")
                : number == null ? Text.asItIs(name) : unnamed(number).said();
    }
}
