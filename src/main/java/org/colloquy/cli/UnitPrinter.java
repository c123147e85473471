package org.colloquy.cli;

import java.io.PrintWriter;
import org.colloquy.criteria.UnitDraft;
import org.colloquy.criteria.UnitPreview;
import org.colloquy.criteria.UnitPreview.Doubt;
import org.colloquy.criteria.UnitSummary;
import org.jspecify.annotations.Nullable;

/** Units as text for a person at the command line. */
final class UnitPrinter {
    private UnitPrinter() {}

    static void print(UnitPreview preview, PrintWriter out) {
        UnitDraft draft = preview.draft();
        field(out, "Title", draft.title());
        field(out, "Unit number", draft.number());
        field(out, "Reference", draft.reference());
        field(out, "Level", draft.level());
        field(out, "Credit value", draft.creditValue());
        field(out, "Guided learning hours", draft.guidedLearningHours());
        field(out, "Purpose", draft.purpose());
        Boolean simulation = draft.simulationAllowed();
        field(
                out,
                "Simulation",
                simulation == null ? null : simulation ? "allowed" : "not allowed");
        field(out, "Evidence requirements", draft.evidenceRequirements());
        draft.outcomes()
                .forEach(
                        outcome -> {
                            out.println(outcome.number() + "  " + outcome.text());
                            outcome.criteria()
                                    .forEach(
                                            one ->
                                                    out.println(
                                                            "  "
                                                                    + one.number()
                                                                    + "  "
                                                                    + one.text()));
                        });
        draft.methods().forEach(one -> field(out, "Method " + one.name(), one.text()));
        preview.problems().forEach(doubt -> out.println("? " + sentence(doubt)));
    }

    private static void field(PrintWriter out, String name, @Nullable Object value) {
        out.println(name + ": " + (value == null ? "(not found)" : value));
    }

    /** The doubt with its line, unless its words name it already. */
    static String sentence(Doubt doubt) {
        Integer line = doubt.line();
        String message = doubt.message().message();
        boolean named = line == null || message.contains("ine " + line);
        return named ? message : "Line " + line + ": " + message;
    }

    static String line(UnitSummary unit) {
        String number = unit.number() == null ? "" : unit.number() + "  ";
        return unit.id()
                + "  "
                + number
                + unit.title()
                + " ("
                + unit.criterionCount()
                + " criteria)";
    }
}
