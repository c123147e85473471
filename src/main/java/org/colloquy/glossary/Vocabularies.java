package org.colloquy.glossary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.colloquy.assessment.EnrolmentSummary;
import org.colloquy.assessment.Enrolments;
import org.colloquy.assessment.Participant;
import org.colloquy.assessment.Session;
import org.colloquy.assessment.Sessions;
import org.colloquy.criteria.Units;

/** What guides recognition in each session. */
public final class Vocabularies {
    private final Sessions sessions;
    private final Enrolments enrolments;
    private final Units units;
    private final Glossaries glossaries;

    public Vocabularies(
            Sessions sessions, Enrolments enrolments, Units units, Glossaries glossaries) {
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.units = units;
        this.glossaries = glossaries;
    }

    /**
     * @throws org.colloquy.common.Problem.NotFound where there is no such session
     */
    public SessionVocabulary ofSession(String sessionId) {
        Session session = sessions.get(sessionId);
        EnrolmentSummary enrolment = enrolments.get(session.enrolmentId());
        return new SessionVocabulary(
                UnitTerms.of(units.get(enrolment.unit().id())),
                names(session, enrolment),
                glossaries.get().terms());
    }

    /** Whole names and their parts: people call each other by either. */
    private static List<String> names(Session session, EnrolmentSummary enrolment) {
        Set<String> names = new LinkedHashSet<>();
        names.add(enrolment.learner().name());
        names.add(enrolment.assessor().name());
        session.people().stream().map(Participant::name).forEach(names::add);
        for (String name : new ArrayList<>(names)) {
            for (String part : name.strip().split("\\s+")) {
                if (part.length() >= 3) {
                    names.add(part);
                }
            }
        }
        names.removeIf(String::isBlank);
        return List.copyOf(names);
    }
}
