package org.colloquy.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes a request wants, RFC 9110 section 14. Several ranges at once, and what cannot be
 * understood, are answered with the whole, as that RFC allows.
 */
sealed interface ByteRange {
    /** All of it, status 200. */
    record Whole() implements ByteRange {}

    /** From {@code first} to {@code last}, both included: status 206. */
    record Part(long first, long last) implements ByteRange {}

    /** Beyond the end: status 416. */
    record Unsatisfiable() implements ByteRange {}

    Pattern ONE = Pattern.compile("\\s*bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    static ByteRange parse(@Nullable String header, long length) {
        Matcher range = ONE.matcher(header == null ? "" : header);
        if (!range.matches()) {
            return new Whole();
        }
        String from = range.group(1);
        String to = range.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? new Whole() : suffix(Long.parseLong(to), length);
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to);
        if (last < first) {
            return new Whole();
        }
        return first >= length ? new Unsatisfiable() : new Part(first, Math.min(last, length - 1));
    }

    /** The last so many bytes. */
    private static ByteRange suffix(long wanted, long length) {
        return wanted == 0 || length == 0
                ? new Unsatisfiable()
                : new Part(Math.max(0, length - wanted), length - 1);
    }
}
