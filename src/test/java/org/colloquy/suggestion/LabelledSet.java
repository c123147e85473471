package org.colloquy.suggestion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Passages as people speak, each with its criterion, from a text in the resources. */
public record LabelledSet(List<LabelledUnit> units) {

    /** A unit with the passages that are about it. */
    public record LabelledUnit(String title, List<Wording> criteria, List<Labelled> passages) {}

    /**
     * @param right the index of its criterion
     * @param question what was asked before it; empty for nothing
     */
    public record Labelled(int right, String question, String text) {}

    public static LabelledSet read(String name) {
        List<LabelledUnit> units = new ArrayList<>();
        String outcome = "";
        String number = null;
        String question = "";
        for (String line : lines(name)) {
            if (line.isBlank() || line.startsWith("#") || line.startsWith("also ")) {
                continue;
            }
            if (line.startsWith("unit ")) {
                units.add(
                        new LabelledUnit(line.substring(5), new ArrayList<>(), new ArrayList<>()));
            } else if (line.startsWith("outcome ")) {
                outcome = line.substring(8).replaceFirst("^[0-9]+ ", "");
            } else if (line.startsWith("passage ")) {
                number = line.substring(8).strip().split(" ")[0];
                question = "";
            } else if (line.startsWith("question ")) {
                question = line.substring(9);
            } else if (number == null || line.matches("^[0-9]+\\.[0-9]+ .*")) {
                int space = line.indexOf(' ');
                units.getLast()
                        .criteria()
                        .add(
                                new Wording(
                                        units.size() + "/" + line.substring(0, space),
                                        line.substring(space + 1),
                                        outcome));
                number = null;
            } else {
                LabelledUnit unit = units.getLast();
                String id = units.size() + "/" + number;
                int right = unit.criteria().stream().map(Wording::id).toList().indexOf(id);
                if (right < 0) {
                    throw new IllegalStateException(name + ": no criterion " + id);
                }
                unit.passages().add(new Labelled(right, question, line));
                number = "";
            }
        }
        return new LabelledSet(units);
    }

    static List<String> lines(String name) {
        try (InputStream in =
                Objects.requireNonNull(LabelledSet.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
