package org.colloquy.speech.sentences;

import java.util.Set;

/** What English writes with a capital without anybody having to say so. */
final class EnglishNames {
    private static final Set<String> ALWAYS =
            Set.of(
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                    "january",
                    "february",
                    "april",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "christmas",
                    "easter",
                    "english",
                    "british",
                    "scottish",
                    "welsh",
                    "irish",
                    "french",
                    "german",
                    "polish",
                    "spanish",
                    "italian",
                    "european",
                    "america",
                    "american",
                    "england",
                    "scotland",
                    "wales",
                    "ireland",
                    "britain",
                    "europe",
                    "london",
                    "microsoft",
                    "google");

    /** Months that are also other words. */
    private static final Set<String> SOMETIMES = Set.of("may", "march");

    private static final Set<String> BEFORE_MONTH =
            Set.of("in", "of", "since", "last", "next", "early", "late", "until", "by");

    private EnglishNames() {}

    static boolean isName(Said said, int i) {
        String word = said.word(i).replaceAll("'s$", "");
        return ALWAYS.contains(word)
                || SOMETIMES.contains(word) && BEFORE_MONTH.contains(said.word(i - 1));
    }
}
