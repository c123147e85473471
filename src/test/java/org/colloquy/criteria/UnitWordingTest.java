package org.colloquy.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** However a unit is laid out, no word of its criteria is lost, moved or added. */
class UnitWordingTest {
    private static final List<String> WORDS =
            List.of(
                    "plan",
                    "the",
                    "work",
                    "of",
                    "others",
                    "and",
                    "check",
                    "it",
                    "1.5",
                    "metres",
                    "(see",
                    "Act",
                    "2018)",
                    "level",
                    "title",
                    "risk-based",
                    "learner’s",
                    "R&D",
                    "50%",
                    "part",
                    "aims,",
                    "“safe”",
                    "unit",
                    "evidence",
                    "assessment",
                    "12",
                    "a)",
                    "and/or",
                    "Level",
                    "Part",
                    "B",
                    "outcome",
                    "criteria");

    private final Random random = new Random(20261123);

    private String wording() {
        String first = List.of("Explain", "Describe", "Use", "Agree").get(random.nextInt(4));
        int length = 1 + random.nextInt(30);
        return first
                + " "
                + random.ints(length, 0, WORDS.size())
                        .mapToObj(WORDS::get)
                        .collect(Collectors.joining(" "));
    }

    /** Breaks a text into lines that do not start with a number or a capital. */
    private String wrapped(String text, String indent) {
        StringBuilder lines = new StringBuilder();
        int width = 0;
        for (String word : text.split(" ")) {
            boolean small = Character.isLowerCase(word.charAt(0)) && !word.equals("a)");
            if (width > 30 && small && random.nextBoolean()) {
                lines.append('\n').append(indent);
                width = 0;
            } else if (width > 0) {
                lines.append(' ');
            }
            lines.append(word);
            width += word.length() + 1;
        }
        return lines.toString();
    }

    @Test
    void keepsEveryWordInItsPlace() {
        for (int round = 0; round < 300; round++) {
            List<String> expected = new ArrayList<>();
            List<String> layouts = List.of("plain", "tabs", "html", "cells", "spaced", "markdown");
            String layout = layouts.get(round % layouts.size());
            StringBuilder text = new StringBuilder("Unit title: Round " + round + "\n\n");
            text.append("Learning outcomes\tAssessment criteria\n");
            if (layout.equals("markdown")) {
                text.append("\n| Learning outcome | Assessment criteria |\n|---|---|\n");
            }
            int outcomes = 1 + random.nextInt(4);
            for (int outcome = 1; outcome <= outcomes; outcome++) {
                String outcomeText = "Be able to " + wording();
                expected.add(outcome + "|" + outcomeText);
                List<String> criteria = new ArrayList<>();
                int count = 1 + random.nextInt(12);
                for (int one = 1; one <= count; one++) {
                    String criterion = wording();
                    criteria.add(outcome + "." + one + " " + criterion);
                    expected.add(outcome + "." + one + "|" + criterion);
                }
                append(text, layout, outcome + " " + outcomeText, criteria);
            }
            UnitPreview preview = UnitTexts.read(text.toString());
            assertEquals(
                    String.join("\n", expected) + "\n",
                    UnitTexts.criteria(preview),
                    layout + " in round " + round + ":\n" + text);
        }
    }

    private void append(StringBuilder text, String layout, String outcome, List<String> criteria) {
        switch (layout) {
            case "tabs" -> {
                text.append(outcome).append('\t').append(wrapped(criteria.getFirst(), ""));
                criteria.stream()
                        .skip(1)
                        .forEach(one -> text.append("\n\t").append(wrapped(one, "")));
                text.append('\n');
            }
            case "html" ->
                    text.append("<p>")
                            .append(html(outcome))
                            .append("</p>\t")
                            .append(
                                    criteria.stream()
                                            .map(one -> "<p>" + html(one) + "</p>")
                                            .collect(Collectors.joining(" ")))
                            .append('\n');
            case "cells" -> {
                text.append("<table><tr>\n<td>").append(wrapped(html(outcome), "   "));
                text.append("</td>\n<td>");
                criteria.forEach(
                        one -> text.append(wrapped(html(one), "      ")).append("<br/>\n"));
                text.append("</td></tr></table>\n");
            }
            case "spaced" -> {
                text.append(wrapped(outcome, "")).append("\n\n");
                criteria.forEach(
                        one -> text.append("  ").append(wrapped(one, "     ")).append("\n\n"));
            }
            case "markdown" ->
                    text.append("| **")
                            .append(outcome)
                            .append("** | ")
                            .append(String.join("<br>", criteria))
                            .append(" |\n");
            default -> {
                text.append(wrapped(outcome, "")).append('\n');
                criteria.forEach(one -> text.append(wrapped(one, "")).append('\n'));
            }
        }
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("’", "&rsquo;");
    }
}
