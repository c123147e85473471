package org.colloquy.criteria;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * HTML tags in copied text. Only names of HTML are tags: "<organisation>" and "< 5" are wording and
 * stay.
 */
final class Tags {
    /** What a tag does to the text around it. */
    enum Effect {
        /** nothing: bold, a span, a link */
        INLINE,
        /** a new line of the same paragraph */
        BREAK,
        /** a new paragraph */
        BLOCK,
        HEADING,
        ITEM,
        ROW,
        CELL,
        /** its content is no wording: scripts, styles */
        SKIPPED
    }

    /** A tag in the source and how many characters it takes. */
    record Found(String name, boolean closing, Effect effect, int length) {}

    private static final int LONGEST = 4000;
    private static final Set<String> INLINE =
            Set.of(
                    "a",
                    "abbr",
                    "b",
                    "big",
                    "cite",
                    "code",
                    "em",
                    "font",
                    "i",
                    "img",
                    "ins",
                    "label",
                    "mark",
                    "o:p",
                    "s",
                    "small",
                    "span",
                    "strong",
                    "sub",
                    "sup",
                    "tt",
                    "u",
                    "wbr",
                    "input",
                    "button",
                    "st1:place",
                    "meta",
                    "link",
                    "col",
                    "colgroup");
    private static final Set<String> BLOCK =
            Set.of(
                    "address",
                    "article",
                    "aside",
                    "blockquote",
                    "body",
                    "caption",
                    "center",
                    "dd",
                    "div",
                    "dl",
                    "dt",
                    "fieldset",
                    "figure",
                    "footer",
                    "form",
                    "header",
                    "hr",
                    "html",
                    "main",
                    "ol",
                    "p",
                    "pre",
                    "section",
                    "table",
                    "tbody",
                    "tfoot",
                    "thead",
                    "ul");
    private static final Map<String, Effect> OTHERS =
            Map.ofEntries(
                    Map.entry("br", Effect.BREAK),
                    Map.entry("li", Effect.ITEM),
                    Map.entry("tr", Effect.ROW),
                    Map.entry("td", Effect.CELL),
                    Map.entry("th", Effect.CELL),
                    Map.entry("script", Effect.SKIPPED),
                    Map.entry("style", Effect.SKIPPED),
                    Map.entry("head", Effect.SKIPPED),
                    Map.entry("title", Effect.SKIPPED),
                    Map.entry("nav", Effect.SKIPPED),
                    Map.entry("svg", Effect.SKIPPED),
                    Map.entry("noscript", Effect.SKIPPED),
                    Map.entry("h1", Effect.HEADING),
                    Map.entry("h2", Effect.HEADING),
                    Map.entry("h3", Effect.HEADING),
                    Map.entry("h4", Effect.HEADING),
                    Map.entry("h5", Effect.HEADING),
                    Map.entry("h6", Effect.HEADING));

    private Tags() {}

    /** The tag or comment that starts at this "<", or null where that is wording. */
    static @Nullable Found at(String source, int start) {
        if (source.startsWith("<!--", start)) {
            int end = source.indexOf("-->", start + 4);
            return end < 0 ? null : new Found("!", false, Effect.INLINE, end + 3 - start);
        }
        if (source.regionMatches(true, start, "<!doctype", 0, 9)) {
            int end = source.indexOf('>', start);
            return end < 0 ? null : new Found("!", false, Effect.BLOCK, end + 1 - start);
        }
        int at = start + 1;
        boolean closing = at < source.length() && source.charAt(at) == '/';
        if (closing) {
            at++;
        }
        int nameStart = at;
        while (at < source.length()
                && at - nameStart < 12
                && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == ':')) {
            at++;
        }
        Effect effect = effect(source.substring(nameStart, at).toLowerCase(Locale.ROOT));
        int end = effect == null ? -1 : end(source, at);
        if (effect == null || end < 0) {
            return null;
        }
        String name = source.substring(nameStart, at).toLowerCase(Locale.ROOT);
        return new Found(name, closing, effect, end - start);
    }

    private static @Nullable Effect effect(String name) {
        if (INLINE.contains(name)) {
            return Effect.INLINE;
        }
        return BLOCK.contains(name) ? Effect.BLOCK : OTHERS.get(name);
    }

    /** The place after the ">" of a tag whose name ends here, or -1 where there is none near. */
    private static int end(String source, int nameEnd) {
        int limit = Math.min(source.length(), nameEnd + LONGEST);
        if (nameEnd < limit && " \t\r\n/>".indexOf(source.charAt(nameEnd)) < 0) {
            return -1;
        }
        char quote = 0;
        for (int i = nameEnd; i < limit; i++) {
            char character = source.charAt(i);
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '"' || character == '\'') {
                quote = character;
            } else if (character == '>') {
                return i + 1;
            } else if (character == '<') {
                return -1;
            }
        }
        return -1;
    }
}
