package org.colloquy.criteria;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Reads test texts, and writes a draft as lines that a test can compare at a glance. */
final class UnitTexts {
    private UnitTexts() {}

    static byte[] resource(String name) {
        try (InputStream in = UnitTexts.class.getResourceAsStream("/units/" + name)) {
            if (in == null) {
                throw new AssertionError("There is no test unit " + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static UnitPreview preview(String name) {
        return UnitReader.preview(resource(name), name);
    }

    static UnitPreview read(String text) {
        return UnitReader.preview(text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** "1|wording of the outcome", "1.1|wording of the criterion", one a line. */
    static String criteria(UnitPreview preview) {
        return preview.draft().outcomes().stream()
                .flatMap(
                        outcome -> {
                            List<String> lines = new java.util.ArrayList<>();
                            lines.add(outcome.number() + "|" + outcome.text());
                            outcome.criteria()
                                    .forEach(one -> lines.add(one.number() + "|" + one.text()));
                            return lines.stream();
                        })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static List<String> messages(UnitPreview preview) {
        return preview.problems().stream().map(doubt -> doubt.message().message()).toList();
    }
}
