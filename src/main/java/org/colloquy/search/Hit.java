package org.colloquy.search;

import java.util.List;
import org.colloquy.assessment.Method;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was found.
 *
 * @param kind transcript, tag, note, session or unit
 * @param id of the thing: a turn is "transcript:turn"
 * @param start seconds into the recording where the first lit word begins; null without sound
 * @param end seconds where the turn or passage ends
 * @param word id of the first lit word
 * @param text the text around the lit words; "…" at an end where it goes on
 * @param highlights [start, end) of the lit words in {@code text}, in UTF-16 units
 * @param method of its session
 */
public record Hit(
        String kind,
        String id,
        @Nullable String session,
        @Nullable String recording,
        @Nullable String enrolment,
        @Nullable String unit,
        @Nullable Double start,
        @Nullable Double end,
        @Nullable Integer word,
        String title,
        String text,
        List<List<Integer>> highlights,
        @Nullable String learner,
        @Nullable String assessor,
        @Nullable String unitTitle,
        @Nullable String criterion,
        @Nullable String date,
        @Nullable String speaker,
        @Nullable Method method) {
    public Hit {
        highlights = List.copyOf(highlights);
    }
}
