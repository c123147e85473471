package org.colloquy.criteria;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The character references of HTML that copied text holds: named ones in common use, and numbers.
 */
final class Entities {
    private static final int LONGEST = 10;

    private static final Map<String, String> NAMED =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", " "),
                    Map.entry("ensp", " "),
                    Map.entry("emsp", " "),
                    Map.entry("thinsp", " "),
                    Map.entry("shy", "\u00ad"),
                    Map.entry("lsquo", "‘"),
                    Map.entry("rsquo", "’"),
                    Map.entry("ldquo", "“"),
                    Map.entry("rdquo", "”"),
                    Map.entry("ndash", "–"),
                    Map.entry("mdash", "—"),
                    Map.entry("hellip", "…"),
                    Map.entry("bull", "•"),
                    Map.entry("middot", "·"),
                    Map.entry("copy", "©"),
                    Map.entry("reg", "®"),
                    Map.entry("trade", "™"),
                    Map.entry("pound", "£"),
                    Map.entry("euro", "€"),
                    Map.entry("deg", "°"),
                    Map.entry("frac12", "½"),
                    Map.entry("times", "×"),
                    Map.entry("eacute", "é"),
                    Map.entry("egrave", "è"),
                    Map.entry("ouml", "ö"),
                    Map.entry("uuml", "ü"),
                    Map.entry("auml", "ä"),
                    Map.entry("ccedil", "ç"));

    /** What a reference stands for, and how many characters it takes in the source. */
    record Found(String text, int length) {}

    private Entities() {}

    /** The reference that starts at this ampersand, or null where it is only an ampersand. */
    static @Nullable Found at(String source, int ampersand) {
        int limit = Math.min(source.length(), ampersand + 2 + LONGEST);
        for (int end = ampersand + 1; end < limit; end++) {
            char character = source.charAt(end);
            if (character == ';') {
                String text = value(source.substring(ampersand + 1, end));
                return text == null ? null : new Found(text, end + 1 - ampersand);
            }
            if (!Character.isLetterOrDigit(character) && character != '#') {
                return null;
            }
        }
        return null;
    }

    private static @Nullable String value(String name) {
        if (!name.startsWith("#")) {
            return NAMED.get(name);
        }
        try {
            boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
            int code =
                    hexadecimal
                            ? Integer.parseInt(name.substring(2), 16)
                            : Integer.parseInt(name.substring(1));
            boolean printable = code >= ' ' && Character.isValidCodePoint(code);
            return printable ? Character.toString(code) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
