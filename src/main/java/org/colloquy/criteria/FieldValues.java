package org.colloquy.criteria;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values in the head of a unit. Only short texts come here. */
final class FieldValues {
    private static final int LONGEST = 200;
    private static final Pattern OFQUAL = Pattern.compile("\\b[A-Z]/\\d{3}/\\d{4}\\b");
    private static final Pattern UNIT =
            Pattern.compile(
                    "Unit ([A-Z]{0,4} ?\\d{1,4}[A-Za-z]?)(?: ?[:–—-] ?| |$)(.*)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTRY =
            Pattern.compile("entry(?: level)? ?-? ?([123])?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEVEL_NUMBER =
            Pattern.compile("level ?:? ?(\\d{1,2})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(?:[.,]\\d{1,2})?");
    private static final Pattern RANGE = Pattern.compile("\\d+ ?(?:-|–|to|and) ?\\d+");
    private static final Pattern BARE_LEVEL =
            Pattern.compile(
                    "(?:(?:level )?\\d{1,2}|entry(?: level)? ?[123])(?: \\([^)]{1,20}\\))?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDITS_BEHIND =
            Pattern.compile("\\d{1,3} credits?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOURS_BEHIND =
            Pattern.compile(
                    "\\d{1,4} (?:glh|guided learning hours)(?: \\(glh\\))?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED_LEVEL =
            Pattern.compile("(?:[NQR][CQ]F )?Level \\d", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_CREDIT =
            Pattern.compile("\\d{1,3}(?: credits?| points?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_HOURS =
            Pattern.compile("\\d{1,4}(?: ?(?:hours|hrs|glh))?", Pattern.CASE_INSENSITIVE);
    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight");

    private FieldValues() {}

    /** Whether a value that follows its label without a colon can be one. */
    static boolean fits(Field field, String label, String value) {
        String clean = withoutDash(value);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            return false;
        }
        return switch (field) {
            case TITLE ->
                    label.length() > 5
                            && Character.isUpperCase(label.charAt(0))
                            && Character.isUpperCase(clean.codePointAt(0));
            case NUMBER ->
                    !label.equalsIgnoreCase("number")
                            && !label.equalsIgnoreCase("unit")
                            && oneToken(clean);
            case REFERENCE, SECTOR_REFERENCE ->
                    OFQUAL.matcher(clean).lookingAt() || (oneToken(clean) && hasDigit(clean));
            case LEVEL -> isCapital(label) && BARE_LEVEL.matcher(clean).matches();
            case CREDIT -> isCapital(label) && BARE_CREDIT.matcher(clean).matches();
            case HOURS -> isCapital(label) && BARE_HOURS.matcher(clean).matches();
            case OTHER ->
                    label.length() > 2 && Character.isDigit(clean.charAt(0)) && clean.length() < 20;
        };
    }

    private static boolean isCapital(String label) {
        return Character.isUpperCase(label.codePointAt(0));
    }

    private static boolean oneToken(String value) {
        return value.indexOf(' ') < 0 && value.length() <= 20;
    }

    private static boolean hasDigit(String value) {
        return value.chars().anyMatch(Character::isDigit);
    }

    static String withoutDash(String value) {
        String clean = value.strip();
        while (!clean.isEmpty() && "–—-=".indexOf(clean.charAt(0)) >= 0) {
            clean = clean.substring(1).strip();
        }
        return clean;
    }

    /** "5 credits", "25 GLH": the label stands behind its value. */
    static @Nullable Field labelBehind(String text) {
        if (text.length() > 40 || text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return null;
        }
        if (CREDITS_BEHIND.matcher(text).matches()) {
            return Field.CREDIT;
        }
        return HOURS_BEHIND.matcher(text).matches() ? Field.HOURS : null;
    }

    /** Whether a text is "Level 3", "QCF Level 3": a level that stands before a colon itself. */
    static boolean namesLevel(String text) {
        return NAMED_LEVEL.matcher(text.strip()).matches();
    }

    /** The Ofqual number in a text, "D/601/1553", or null. */
    static @Nullable String ofqual(String value) {
        Matcher matcher = OFQUAL.matcher(value.substring(0, Math.min(LONGEST, value.length())));
        return matcher.find() ? matcher.group() : null;
    }

    /** "Unit 23: Title" as number and title; the title may be empty; null for other texts. */
    static String @Nullable [] unit(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        Matcher matcher = UNIT.matcher(text);
        return matcher.matches()
                ? new String[] {matcher.group(1).replace(" ", ""), matcher.group(2).strip()}
                : null;
    }

    /** "4" of "Level 4", "Entry 3" of "Entry Level 3"; null where no level is named. */
    static @Nullable String level(String value) {
        String text = value.substring(0, Math.min(LONGEST, value.length()));
        Matcher entry = ENTRY.matcher(text);
        if (entry.find()) {
            return entry.group(1) == null ? "Entry" : "Entry " + entry.group(1);
        }
        Matcher named = LEVEL_NUMBER.matcher(text);
        if (named.find()) {
            return named.group(1);
        }
        Matcher number = NUMBER.matcher(text);
        if (number.find()) {
            return number.group().length() <= 2 ? number.group() : null;
        }
        for (String word : text.toLowerCase(Locale.ROOT).split("[ /()]+", 6)) {
            int index = WORDS.indexOf(word);
            if (index > 0) {
                return Integer.toString(index);
            }
        }
        return null;
    }

    /** The whole number at the start of a value; null for none, a fraction or a range. */
    static @Nullable Integer whole(String value) {
        String text = value.substring(0, Math.min(LONGEST, value.length()));
        Matcher number = NUMBER.matcher(text);
        if (!number.find() || RANGE.matcher(text).find()) {
            return null;
        }
        String digits = number.group().replaceFirst("[.,]0+$", "");
        return digits.chars().allMatch(Character::isDigit) ? Integer.valueOf(digits) : null;
    }
}
