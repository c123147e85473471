package org.colloquy.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person sends of a session, not checked yet; {@link SessionDetails} is what it becomes. */
public record SessionRequest(
        String enrolmentId,
        String method,
        String date,
        @Nullable String startTime,
        @Nullable String place,
        String mode,
        String language,
        String notes,
        List<PersonThere> people,
        List<QuestionRequest> questions) {

    public record PersonThere(String name, String role) {}

    /**
     * @param id null: a new question
     */
    public record QuestionRequest(@Nullable String id, String text, List<String> criterionIds) {}
}
