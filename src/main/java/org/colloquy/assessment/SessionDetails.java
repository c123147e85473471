package org.colloquy.assessment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is set of a session, checked.
 *
 * @param startTime in the centre's zone, to the minute
 * @param language ISO 639-1, "en"
 */
record SessionDetails(
        Method method,
        LocalDate date,
        @Nullable LocalTime startTime,
        @Nullable String place,
        Mode mode,
        String language,
        String notes,
        List<Participant> people,
        List<PlannedQuestion> questions) {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_QUESTION = 2_000;
    private static final int LONGEST_NOTES = 20_000;
    private static final int MOST = 200;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    SessionDetails {
        people = List.copyOf(people);
        questions = List.copyOf(questions);
    }

    /**
     * Reads what was sent; a question without an id gets one.
     *
     * @throws Problem.BadInput with what is wrong
     */
    static SessionDetails of(SessionRequest request) {
        return new SessionDetails(
                Method.parse(request.method()),
                date(request.date()),
                time(request.startTime()),
                place(request.place()),
                Mode.parse(request.mode()),
                language(request.language()),
                notes(request.notes()),
                few("people", request.people()).stream().map(SessionDetails::participant).toList(),
                few("questions", request.questions()).stream()
                        .map(SessionDetails::question)
                        .toList());
    }

    private static LocalDate date(String text) {
        if (text.isBlank()) {
            throw new Problem.BadInput("A session needs its date.");
        }
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new Problem.BadInput(
                    "“{what}” is no date; write it as 2026-11-23.",
                    Map.of("what", text),
                    unreadable);
        }
        if (date.getYear() < 1990 || date.getYear() > 2200) {
            throw new Problem.BadInput("The year of {what} cannot be right.", Map.of("what", text));
        }
        return date;
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException unreadable) {
            throw new Problem.BadInput(
                    "“{what}” is no time of day; write it as 10:30.",
                    Map.of("what", text),
                    unreadable);
        }
    }

    private static @Nullable String place(@Nullable String text) {
        return text == null || text.isBlank() ? null : line(Text.of("place"), text);
    }

    private static String language(String text) {
        if (!LANGUAGES.contains(text)) {
            throw new Problem.BadInput(
                    "“{what}” is no language code; use one like en, cy or ko.",
                    Map.of("what", text));
        }
        return text;
    }

    private static String notes(String text) {
        if (text.length() > LONGEST_NOTES) {
            throw new Problem.TooLarge(
                    "The notes have more than {longestNotes} letters.",
                    Map.of("longestNotes", LONGEST_NOTES));
        }
        return text;
    }

    private static Participant participant(SessionRequest.PersonThere person) {
        return new Participant(
                line(Text.of("name of a person"), person.name()),
                line(Text.of("role of a person"), person.role()));
    }

    private static PlannedQuestion question(SessionRequest.QuestionRequest question) {
        String text = question.text().strip();
        if (text.isEmpty()) {
            throw new Problem.BadInput("A planned question has no text; write it or take it out.");
        }
        if (text.length() > LONGEST_QUESTION) {
            throw new Problem.TooLarge(
                    "A planned question has more than {longestQuestion} letters.",
                    Map.of("longestQuestion", LONGEST_QUESTION));
        }
        return new PlannedQuestion(
                question.id() == null ? Id.create() : question.id(),
                text,
                question.criterionIds().stream().distinct().toList());
    }

    private static String line(Text what, String text) {
        String line = text.strip();
        if (line.isEmpty() || line.length() > LONGEST_LINE) {
            throw new Problem.BadInput(
                    "The {what} needs 1 to {longestLine} characters.",
                    Map.of("what", what, "longestLine", LONGEST_LINE));
        }
        return line;
    }

    private static <T> List<T> few(String what, List<T> list) {
        if (list.size() > MOST) {
            throw new Problem.TooLarge(
                    "More than {most} {what} in one session.", Map.of("most", MOST, "what", what));
        }
        return list;
    }
}
