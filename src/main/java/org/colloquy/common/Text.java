package org.colloquy.common;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person reads, in a form that can be said in another language: a text with places in it,
 * and what stands in them. The English text is its name in the catalogue of the page, which finds
 * it there and fills the same values in; so a text is written as one literal, and never put
 * together from values ({@code web/tools/texts.mjs} holds us to that).
 *
 * <p>A place is a name in braces. Whole numbers and fractions are written as English writes them
 * (20,000); a number that is a name, of a turn or a version, is given as a string. A value that is
 * itself to be translated is a text. Values are filled in as they are: braces in them mean nothing.
 *
 * @param message the English sentence, filled in
 * @param text the text with its places; of one that depends on a number, the form for many; empty
 *     where it is the same in every language
 * @param values by the names of their places; there may be more, for a program to act on
 */
public record Text(String message, String text, Map<String, Object> values) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** These stand beside the values in every answer. */
    private static final Set<String> TAKEN = Set.of("kind", "message", "text");

    private static final String COUNT = "count";

    public Text {
        Map<String, Object> kept = new LinkedHashMap<>(values);
        kept.replaceAll((name, value) -> plain(value));
        values = Collections.unmodifiableMap(kept);
    }

    public static Text of(String text) {
        return of(text, Map.of());
    }

    public static Text of(String text, Map<String, ?> values) {
        return new Text(filled(text, values), text, Map.copyOf(values));
    }

    /** Depends on how many there are; {@code {count}} is the number. */
    public static Text plural(long count, String one, String other) {
        return plural(count, one, other, Map.of());
    }

    /** Depends on how many there are; {@code {count}} is the number. */
    public static Text plural(long count, String one, String other, Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put(COUNT, count);
        String text = filled(other, all);
        return new Text(count == 1 ? filled(one, all) : text, other, all);
    }

    /** Words that are the same in every language: a name, what a person wrote. */
    public static Text asItIs(String message) {
        return new Text(message, "", Map.of());
    }

    /** The same with more beside it for a program to act on. */
    public Text with(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new Text(message, text, all);
    }

    /** One sentence after another. */
    public static Text joined(List<Text> sentences) {
        return sentences.stream()
                .reduce(
                        (before, next) ->
                                Text.of("{before} {next}", Map.of("before", before, "next", next)))
                .orElse(asItIs(""));
    }

    /** As it is stored in one column; {@link #stored} reads it. */
    public static @Nullable String toStore(@Nullable Text text) {
        if (text == null) {
            return null;
        }
        boolean plain =
                text.values.isEmpty() && (text.text.isEmpty() || text.message.equals(text.text));
        return plain ? text.message : Json.write(text);
    }

    /** Reads what {@link #toStore} wrote, and plain sentences from before there were texts. */
    public static @Nullable Text stored(@Nullable String stored) {
        if (stored == null) {
            return null;
        }
        return stored.startsWith("{\"message\":")
                ? Json.readText(stored)
                : new Text(stored, stored, Map.of());
    }

    @Override
    public String toString() {
        return message;
    }

    private static String filled(String text, Map<String, ?> values) {
        for (String name : values.keySet()) {
            assert !TAKEN.contains(name) : "“" + name + "” is no name for a value: " + text;
        }
        Matcher places = PLACE.matcher(text);
        StringBuilder sentence = new StringBuilder();
        while (places.find()) {
            Object value = values.get(places.group(1));
            assert value != null : "Nothing stands in “" + places.group(1) + "” of: " + text;
            String there = value == null ? places.group() : written(value);
            places.appendReplacement(sentence, Matcher.quoteReplacement(there));
        }
        return places.appendTail(sentence).toString();
    }

    private static String written(Object value) {
        if (!(value instanceof Number number)) {
            return value.toString();
        }
        DecimalFormat format =
                new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.UK));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** What goes out as JSON as it is; everything else by its words. */
    private static Object plain(Object value) {
        return value instanceof Number
                        || value instanceof Boolean
                        || value instanceof Text
                        || value instanceof Map
                        || value instanceof Collection
                ? value
                : value.toString();
    }
}
