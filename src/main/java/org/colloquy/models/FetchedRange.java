package org.colloquy.models;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that an answer holds.
 *
 * @param start its first byte
 * @param total of the whole file, null where the server does not say
 */
record FetchedRange(long start, @Nullable Long total) {
    private static final Pattern CONTENT_RANGE =
            Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    /** Null where a partial answer does not go on at the byte that was asked for. */
    static @Nullable FetchedRange of(
            HttpResponse<InputStream> response, long wanted, boolean partial) {
        if (!partial) {
            long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            return new FetchedRange(0, length < 0 ? null : length);
        }
        Matcher range =
                CONTENT_RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
        if (!range.matches() || Long.parseLong(range.group(1)) != wanted) {
            return null;
        }
        return new FetchedRange(wanted, Long.parseLong(range.group(3)));
    }
}
