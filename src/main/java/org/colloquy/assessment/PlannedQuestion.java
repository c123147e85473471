package org.colloquy.assessment;

import java.util.List;

/** A question that the assessor means to ask, and the criteria it is aimed at. */
public record PlannedQuestion(String id, String text, List<String> criterionIds) {
    public PlannedQuestion {
        criterionIds = List.copyOf(criterionIds);
    }
}
