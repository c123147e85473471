package org.colloquy.evidence;

import java.time.LocalDate;
import java.util.List;
import org.colloquy.assessment.Method;
import org.colloquy.assessment.Session;

/**
 * A learner's unit, criterion by criterion, with the passages that are evidence for each.
 *
 * @param outcomes in the order of the unit
 */
public record Coverage(
        String enrolmentId, String unitId, String unitTitle, List<Outcome> outcomes) {

    public Coverage {
        outcomes = List.copyOf(outcomes);
    }

    public record Outcome(String number, String text, List<Covered> criteria) {
        public Outcome {
            criteria = List.copyOf(criteria);
        }
    }

    /** A criterion and its passages in order of time: session by session, then within each. */
    public record Covered(Tag.Criterion criterion, List<Found> passages) {
        public Covered {
            passages = List.copyOf(passages);
        }
    }

    /**
     * A tag and where it was found.
     *
     * @param method of the session
     * @param sessionDate "2026-11-23"
     */
    public record Found(Tag tag, Method method, String sessionDate) {
        /** "Professional discussion, 23 Nov 2026". */
        public String sessionTitle() {
            return Session.title(method, LocalDate.parse(sessionDate));
        }
    }
}
