package org.colloquy.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colloquy.common.Text;
import org.colloquy.criteria.UnitDraft.MethodDraft;
import org.jspecify.annotations.Nullable;

/** Reads the preferred assessment methods: "Name: description", a list, or names in a sentence. */
final class MethodReader {
    private static final int LONGEST_NAME = 70;
    private static final List<String> KNOWN =
            List.of(
                    "observation",
                    "question",
                    "witness",
                    "testimon",
                    "discussion",
                    "work product",
                    "product evidence",
                    "reflect",
                    "portfolio",
                    "assignment",
                    "case stud",
                    "project",
                    "recognition of prior",
                    "rpl",
                    "simulation",
                    "oral",
                    "written",
                    "apl",
                    "statement",
                    "report",
                    "interview",
                    "examination",
                    "test",
                    "assessment of",
                    "log",
                    "diary",
                    "journal",
                    "presentation",
                    "performance",
                    "task",
                    "account",
                    "recording",
                    "quiz",
                    "storytelling",
                    "products",
                    "multiple choice",
                    "role play",
                    "demonstration");

    private static final class Method {
        final String name;
        final StringBuilder text = new StringBuilder();

        Method(String name) {
            this.name = name;
        }
    }

    private final Wording wording;
    private final Trace trace;
    private final List<Method> methods = new ArrayList<>();
    private @Nullable Method open;
    private int row = -1;

    MethodReader(Wording wording, Trace trace) {
        this.wording = wording;
        this.trace = trace;
    }

    /** Whether a paragraph introduces the methods: "The preferred assessment methods ... are:". */
    static boolean isLeadIn(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        int at = small.indexOf("assessment methods");
        at = at < 0 ? small.indexOf("methods of assessment") : at;
        at = at < 0 ? small.indexOf("assessment method") : at;
        if (at < 0 || text.length() > 600) {
            return false;
        }
        return text.endsWith(":") || namesWithin(text, at) != null;
    }

    /** Takes names that the introduction itself gives: "... methods are observation and ...". */
    void readLeadIn(Piece piece) {
        String small = piece.text().toLowerCase(Locale.ROOT);
        int at =
                Math.max(
                        small.indexOf("assessment method"), small.indexOf("methods of assessment"));
        List<String> names = at < 0 ? null : namesWithin(piece.text(), at);
        if (names != null) {
            names.forEach(name -> begin(piece, name, ""));
            open = null;
        }
        trace.became(piece, Text.of("methods"));
    }

    private static @Nullable List<String> namesWithin(String text, int from) {
        String after = text.substring(from);
        String small = after.toLowerCase(Locale.ROOT);
        int verb = -1;
        for (String word : List.of(" are: ", " include: ", " are ", " include ", ": ")) {
            int found = small.indexOf(word);
            if (found >= 0 && verb < 0) {
                verb = found + word.length();
            }
        }
        return verb < 0 ? null : names(after.substring(verb));
    }

    private static @Nullable List<String> names(String list) {
        List<String> names = new ArrayList<>();
        String plain = list.endsWith(".") ? list.substring(0, list.length() - 1) : list;
        for (String item : plain.split(",\\s*(?:and |or )?|;\\s*(?:and |or )?| and | or ")) {
            String name = item.strip();
            if (name.isEmpty() || name.length() > LONGEST_NAME || !isKnown(name)) {
                return null;
            }
            names.add(Character.toUpperCase(name.charAt(0)) + name.substring(1));
        }
        return names.size() < 2 ? null : names;
    }

    /** Reads a piece below the introduction; false where it belongs to the methods no more. */
    boolean read(Piece piece) {
        String text = piece.unbulleted();
        boolean sameRow = piece.row() == row && piece.column() > 0;
        boolean starts = piece.apart() || piece.bullet() || open == null;
        Method before = open;
        if (sameRow && before != null) {
            return goOn(before, piece, text);
        }
        int colon = nameEnd(text);
        boolean named = colon > 0 && (starts || isKnown(text.substring(0, colon)));
        if (named && isName(text.substring(0, colon))) {
            begin(piece, text.substring(0, colon).strip(), afterMark(text, colon));
            return true;
        }
        if (before != null && !piece.apart() && !piece.bullet() && !isBareName(text)) {
            return goOn(before, piece, text);
        }
        if (isBareName(text)) {
            begin(piece, text.endsWith(":") ? text.substring(0, text.length() - 1) : text, "");
            return true;
        }
        if (before != null && before.text.isEmpty() && text.length() > LONGEST_NAME) {
            return goOn(before, piece, text);
        }
        return piece.bullet() && before != null && goOn(before, piece, piece.text());
    }

    private boolean goOn(Method method, Piece piece, String text) {
        wording.append(method.text, text);
        trace.became(piece, Text.of("method {method}", Map.of("method", method.name)));
        return true;
    }

    private void begin(Piece piece, String name, String text) {
        Method method = new Method(trimmed(name));
        method.text.append(text);
        methods.add(method);
        open = method;
        row = piece.row();
        trace.became(piece, Text.of("method {method}", Map.of("method", method.name)));
    }

    private static String trimmed(String name) {
        boolean mark = name.endsWith(".") || name.endsWith(";") || name.endsWith(",");
        return mark ? name.substring(0, name.length() - 1).strip() : name;
    }

    /** Where a method's name ends: before ":" or a dash between spaces; 0 for no name. */
    private static int nameEnd(String text) {
        int colon = text.indexOf(':');
        for (String dash : List.of(" – ", " — ", " - ")) {
            int at = text.indexOf(dash);
            colon = at > 0 && (colon < 0 || at < colon) ? at : colon;
        }
        return colon > 0 && colon <= LONGEST_NAME && colon < text.length() - 1 ? colon : 0;
    }

    private static String afterMark(String text, int mark) {
        String rest = text.substring(mark).strip();
        return rest.substring(1).strip();
    }

    private static boolean isName(String name) {
        return name.split(" ").length <= 9
                && Character.isUpperCase(name.codePointAt(0))
                && name.indexOf('.') < 0;
    }

    private static boolean isBareName(String text) {
        return text.length() <= LONGEST_NAME
                && text.split(" ").length <= 8
                && !text.substring(0, text.length() - 1).contains(". ")
                && isKnown(text)
                && !text.toLowerCase(Locale.ROOT).startsWith("the ");
    }

    private static boolean isKnown(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return KNOWN.stream().anyMatch(small::contains);
    }

    List<MethodDraft> drafts() {
        return methods.stream()
                .map(one -> new MethodDraft(one.name, Wording.finished(one.text)))
                .toList();
    }
}
