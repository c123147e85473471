package org.colloquy.criteria;

/** The marks of Markdown that a unit's text may carry. */
final class Markdown {
    private static final String ESCAPABLE = "\\`*_{}[]()#+-.!|<>~";

    private Markdown() {}

    /** Whether some line is the rule below a table's head: "|---|:--|". */
    static boolean hasTable(String source) {
        int at = 0;
        while (at < source.length()) {
            int end = lineEnd(source, at);
            int length = end - at;
            if (length >= 5 && length < 400) {
                String line = source.substring(at, end).strip();
                if (line.indexOf('|') >= 0 && line.contains("--") && onlyRule(line)) {
                    return true;
                }
            }
            at = end + 1;
        }
        return false;
    }

    /** Whether the text has headings or bold in Markdown's way. */
    static boolean looksLike(String source) {
        return source.startsWith("# ")
                || source.startsWith("## ")
                || source.contains("\n# ")
                || source.contains("\n## ")
                || source.contains("\n### ")
                || source.contains("**");
    }

    static boolean isRule(String cell) {
        return cell.contains("-") && onlyRule(cell.strip());
    }

    private static boolean onlyRule(String text) {
        return text.chars().allMatch(character -> "|-: ".indexOf(character) >= 0);
    }

    static boolean escapes(String source, int at) {
        return at + 1 < source.length() && ESCAPABLE.indexOf(source.charAt(at + 1)) >= 0;
    }

    /** Elements of HTML that hold running text, where the end of a source line is only a space. */
    static boolean isParagraph(String element) {
        return element.equals("p")
                || element.equals("dd")
                || element.equals("dt")
                || element.equals("caption");
    }

    static int headingLevel(String text) {
        int level = 0;
        while (level < text.length() && text.charAt(level) == '#') {
            level++;
        }
        boolean heading =
                level > 0 && level <= 6 && level < text.length() && text.charAt(level) == ' ';
        return heading ? level : 0;
    }

    static int lineEnd(String source, int from) {
        int at = from;
        while (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /**
     * Without pairs of asterisks or double underscores around words. An asterisk after a word, as
     * for a footnote, has no partner before a word and stays.
     */
    static String withoutEmphasis(String text) {
        if (text.indexOf('*') < 0 && !text.contains("__")) {
            return text;
        }
        String bold = strip(strip(text, "**"), "__");
        return strip(bold, "*");
    }

    private static String strip(String text, String mark) {
        StringBuilder stripped = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf(mark, at);
            int close = open < 0 ? -1 : text.indexOf(mark, open + mark.length());
            if (close < 0) {
                break;
            }
            if (opens(text, open, mark.length()) && closes(text, close, mark.length())) {
                stripped.append(text, at, open).append(text, open + mark.length(), close);
                at = close + mark.length();
            } else {
                stripped.append(text, at, close);
                at = close;
            }
        }
        return stripped.append(text, at, text.length()).toString();
    }

    private static boolean opens(String text, int at, int length) {
        boolean free = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        int next = at + length;
        return free && next < text.length() && isWordStart(text.charAt(next));
    }

    private static boolean isWordStart(char character) {
        return character != ' ' && character != '*' && character != '_';
    }

    private static boolean closes(String text, int at, int length) {
        boolean word = at > 0 && isWordStart(text.charAt(at - 1));
        int next = at + length;
        return word && (next >= text.length() || !Character.isLetterOrDigit(text.charAt(next)));
    }
}
