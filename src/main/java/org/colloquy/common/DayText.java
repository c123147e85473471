package org.colloquy.common;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A day as people write it: "23 Nov 2026". Each language says its months and puts them in order.
 */
public final class DayText {
    private static final List<Text> MONTHS =
            List.of(
                    Text.of("Jan"),
                    Text.of("Feb"),
                    Text.of("Mar"),
                    Text.of("Apr"),
                    Text.of("May"),
                    Text.of("Jun"),
                    Text.of("Jul"),
                    Text.of("Aug"),
                    Text.of("Sep"),
                    Text.of("Oct"),
                    Text.of("Nov"),
                    Text.of("Dec"));

    private DayText() {}

    public static Text of(LocalDate day) {
        return Text.of(
                "{day} {month} {year}",
                Map.of(
                        "day",
                        Integer.toString(day.getDayOfMonth()),
                        "month",
                        MONTHS.get(day.getMonthValue() - 1),
                        "year",
                        Integer.toString(day.getYear())));
    }
}
