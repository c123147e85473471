package org.colloquy.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The last lines that a worker wrote to its standard error. */
final class ErrorTail {
    private static final int LINES = 60;
    private static final int LINE_LENGTH = 500;
    private static final Pattern NOT_FOR_PEOPLE =
            Pattern.compile(
                    "\\s+at .*|\\s+\\.\\.\\. .*|Caused by: .*|Picked up .*|WARNING: .*|#.*|\\s*");
    private static final Pattern EXCEPTION =
            Pattern.compile(
                    "(?:Exception in thread \"[^\"]*\" )?[\\w.$]+(?:Exception|Error): (.*)");

    private final Deque<String> lines = new ArrayDeque<>();

    /** Reads until the worker closes the stream. Runs in its own thread. */
    void drain(InputStream in) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) : line);
            }
        }
    }

    synchronized void add(String line) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    synchronized List<String> all() {
        return List.copyOf(lines);
    }

    /** What a person may read of it: the last lines, at most two, without stack traces. */
    String forPeople() {
        List<String> plain =
                all().stream()
                        .filter(line -> !NOT_FOR_PEOPLE.matcher(line).matches())
                        .map(line -> EXCEPTION.matcher(line).replaceFirst("$1"))
                        .toList();
        return String.join(" ", plain.subList(Math.max(0, plain.size() - 2), plain.size()));
    }
}
