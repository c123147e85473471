package org.colloquy.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.colloquy.common.DayText;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * One recorded event, planned or past.
 *
 * @param startTime in the centre's zone
 * @param language ISO 639-1, what is spoken
 */
public record Session(
        String id,
        String enrolmentId,
        Method method,
        LocalDate date,
        @Nullable LocalTime startTime,
        @Nullable String place,
        Mode mode,
        String language,
        String notes,
        List<Participant> people,
        List<PlannedQuestion> questions,
        String createdBy,
        Instant createdAt) {
    public Session {
        people = List.copyOf(people);
        questions = List.copyOf(questions);
    }

    /** "Professional discussion, 23 Nov 2026". */
    public String title() {
        return title(method, date);
    }

    /** The same for a page, which says it in its own language. */
    public Text said() {
        return said(method, date);
    }

    /** The title of a session of that method on that day. */
    public static String title(Method method, LocalDate date) {
        return said(method, date).message();
    }

    /** The same for a page, which says it in its own language. */
    public static Text said(Method method, LocalDate date) {
        return Text.of(
                "{method}, {date}", Map.of("method", method.said(), "date", DayText.of(date)));
    }
}
