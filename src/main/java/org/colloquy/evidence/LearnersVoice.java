package org.colloquy.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.transcript.Speaker;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Which speaker of a transcript is the learner, told by names alone: the speaker who is called like
 * the learner, or the one beside the assessor where there are two. Voices are never compared with
 * other recordings. Nobody, where names do not tell it.
 */
final class LearnersVoice {
    private static final Set<String> LEARNER_ROLES =
            Set.of("learner", "candidate", "apprentice", "student", "trainee");
    private static final Set<String> ASSESSOR_ROLES = Set.of("assessor");

    private final Set<String> learner;
    private final Set<String> assessor;

    /** What learner and assessor may be called, in lower case. */
    LearnersVoice(Set<String> learner, Set<String> assessor) {
        this.learner = learner;
        this.assessor = assessor;
    }

    static LearnersVoice of(Handle handle, String recordingId) {
        record Named(String name, String role) {}
        List<Named> people =
                handle.createQuery(
                                """
                                SELECT there.name, there.role FROM recording r
                                JOIN session_person there ON there.session_id = r.session_id
                                WHERE r.id = :recording
                                UNION ALL
                                SELECT p.name, 'learner' FROM recording r
                                JOIN session s ON s.id = r.session_id
                                JOIN enrolment e ON e.id = s.enrolment_id
                                JOIN person p ON p.id = e.learner_id
                                WHERE r.id = :recording
                                UNION ALL
                                SELECT p.name, 'assessor' FROM recording r
                                JOIN session s ON s.id = r.session_id
                                JOIN enrolment e ON e.id = s.enrolment_id
                                JOIN person p ON p.id = e.assessor_id
                                WHERE r.id = :recording
                                """)
                        .bind("recording", recordingId)
                        .map((row, context) -> new Named(row.getString(1), row.getString(2)))
                        .list();
        return new LearnersVoice(
                names(
                        people.stream()
                                .filter(person -> LEARNER_ROLES.contains(clean(person.role())))
                                .map(Named::name),
                        LEARNER_ROLES),
                names(
                        people.stream()
                                .filter(person -> ASSESSOR_ROLES.contains(clean(person.role())))
                                .map(Named::name),
                        ASSESSOR_ROLES));
    }

    /** Full names and first names, and what one may call a speaker instead. */
    private static Set<String> names(Stream<String> given, Set<String> roles) {
        return Stream.concat(
                        given.map(LearnersVoice::clean)
                                .flatMap(name -> Stream.of(name, name.split(" ")[0])),
                        roles.stream())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The speaker's number; null: not known. */
    @Nullable Integer among(List<Speaker> speakers) {
        List<Speaker> likeLearner = only(speakers, learner, assessor);
        if (likeLearner.size() == 1) {
            return likeLearner.getFirst().number();
        }
        List<Speaker> likeAssessor = only(speakers, assessor, learner);
        if (likeLearner.isEmpty() && likeAssessor.size() == 1 && speakers.size() == 2) {
            Speaker first = speakers.getFirst();
            return first.equals(likeAssessor.getFirst())
                    ? speakers.getLast().number()
                    : first.number();
        }
        return null;
    }

    private static List<Speaker> only(
            List<Speaker> speakers, Set<String> these, Set<String> notThese) {
        return speakers.stream()
                .filter(speaker -> these.contains(clean(speaker.name())))
                .filter(speaker -> !notThese.contains(clean(speaker.name())))
                .toList();
    }

    private static String clean(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
