package org.colloquy.criteria;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@link Marker} at the start of a text. Only its first characters are ever matched. */
final class Markers {
    private static final int HEAD = 60;

    private static final Pattern DOTTED =
            Pattern.compile(
                    "\\(?(?:(?:AC|A\\.C\\.|PC|LO|Criterion|Assessment criterion|Performance"
                            + " criterion|Assessment standard) ?)?([1-9]\\d?)\\.([1-9]\\d{0,2})"
                            + "(?!\\.?\\d)\\)?[.):]?(?=\\s|$|\\p{Lu}\\p{L})",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern GRADED =
            Pattern.compile("\\(?(?:(\\d?[A-H])\\.)?([PMD]\\d{1,2})\\)?[.):]?(?=\\s|$)");
    private static final Pattern LETTERED =
            Pattern.compile("\\(?([1-9]\\d?)?[. ]?\\(?([a-z])(?:[.)]|(?<=\\d[a-z]))[:]?(?=\\s|$)");
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:LO|L\\.O\\.|Learning outcome|Unit outcome|Outcome|Learning objective)"
                            + " ?(?:number |no\\.? )?\\(?0?([1-9]\\d?)(?!\\.?\\d)\\)?"
                            + "(?=[\\s:.)–—-]|$)[ :.)–—-]*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern AIM =
            Pattern.compile("Learning aim ([A-H])(?=[\\s:.)–—-]|$)[ :.)–—-]*");
    private static final Pattern BARE =
            Pattern.compile("\\(?([1-9]\\d?)(?:[.):]+(?=\\s|$|\\p{L})|(?=\\s|$))");

    private Markers() {}

    static @Nullable Marker read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String head = text.substring(0, Math.min(HEAD, text.length()));
        Matcher dotted = DOTTED.matcher(head);
        if (dotted.lookingAt() && plausible(dotted, head)) {
            int outcome = Integer.parseInt(dotted.group(1));
            int position = Integer.parseInt(dotted.group(2));
            return new Marker.Dotted(
                    outcome + "." + dotted.group(2), outcome, position, rest(text, dotted.end()));
        }
        Matcher graded = GRADED.matcher(head);
        if (graded.lookingAt()) {
            String aim = graded.group(1) == null ? "" : graded.group(1);
            String number = aim.isEmpty() ? graded.group(2) : aim + "." + graded.group(2);
            return new Marker.Graded(number, aim, rest(text, graded.end()));
        }
        Matcher named = NAMED.matcher(head);
        if (named.lookingAt()) {
            return new Marker.Named(named.group(1), rest(text, named.end()));
        }
        Matcher aim = AIM.matcher(head);
        if (aim.lookingAt()) {
            return new Marker.Named(aim.group(1), rest(text, aim.end()));
        }
        Matcher lettered = LETTERED.matcher(head);
        if (lettered.lookingAt()) {
            int outcome = lettered.group(1) == null ? 0 : Integer.parseInt(lettered.group(1));
            return new Marker.Lettered(
                    lettered.group(2).charAt(0), outcome, rest(text, lettered.end()));
        }
        Matcher bare = BARE.matcher(head);
        if (bare.lookingAt()) {
            return new Marker.Bare(Integer.parseInt(bare.group(1)), rest(text, bare.end()));
        }
        return null;
    }

    /** "1.1Identify" is a criterion whose space was lost; "1.5M" or "1.5KG" is a measure. */
    private static boolean plausible(Matcher dotted, String head) {
        int end = dotted.end();
        return end >= head.length()
                || head.charAt(end) == ' '
                || (Character.isUpperCase(head.charAt(end))
                        && end + 1 < head.length()
                        && Character.isLowerCase(head.charAt(end + 1)));
    }

    static boolean startsWithMarker(String text) {
        return read(text) != null;
    }

    /** Whether "2.3" and a space stand at this place of a line. */
    static boolean startsWithDotted(String text, int from) {
        String head = text.substring(from, Math.min(text.length(), from + HEAD));
        Matcher dotted = DOTTED.matcher(head);
        return dotted.lookingAt() && plausible(dotted, head);
    }

    private static String rest(String text, int from) {
        String rest = text.substring(from).strip();
        boolean dash = rest.startsWith("– ") || rest.startsWith("- ") || rest.startsWith("— ");
        return dash ? rest.substring(2).strip() : rest;
    }

    /** Whether wording starts as learning outcomes do. */
    static boolean startsLikeOutcome(String wording) {
        String small =
                wording.substring(0, Math.min(40, wording.length())).toLowerCase(Locale.ROOT);
        return small.startsWith("be able to")
                || small.startsWith("understand")
                || small.startsWith("know ")
                || small.startsWith("be aware")
                || small.startsWith("the learner will")
                || small.startsWith("have ");
    }
}
