package org.colloquy.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.assessment.EnrolmentRequest;
import org.colloquy.assessment.Enrolments;
import org.colloquy.assessment.SessionRequest;
import org.colloquy.assessment.Sessions;
import org.colloquy.common.Id;
import org.colloquy.criteria.Criterion;
import org.colloquy.criteria.Unit;
import org.colloquy.criteria.UnitDraft;
import org.colloquy.criteria.UnitReader;
import org.colloquy.criteria.Units;
import org.colloquy.people.Centre;
import org.colloquy.people.People;
import org.colloquy.people.Person;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;

/**
 * Opens the sample centre. Nothing in it is faked: the unit goes through the parser, the sound
 * through the same steps as a learner's, and it is transcribed on the spot.
 */
public final class SampleCentre {
    private static final String TIME_ZONE = "Europe/London";

    /** An account of the sample centre, with the password that it was opened with. */
    public record Account(String name, Role role, String email, String password) {}

    /** What was opened. */
    public record Opened(List<Account> accounts, String sessionId, String recordingId) {
        public Opened {
            accounts = List.copyOf(accounts);
        }
    }

    /** Brings bytes in as a recording of a session, and has it prepared and transcribed. */
    @FunctionalInterface
    public interface Intake {
        /** Gives the recording's id. */
        String take(
                Viewer assessor, String sessionId, String fileName, String mediaType, byte[] bytes);
    }

    private final People people;
    private final Units units;
    private final Enrolments enrolments;
    private final Sessions sessions;
    private final Intake intake;
    private final Clock clock;

    public SampleCentre(
            People people,
            Units units,
            Enrolments enrolments,
            Sessions sessions,
            Intake intake,
            Clock clock) {
        this.people = people;
        this.units = units;
        this.enrolments = enrolments;
        this.sessions = sessions;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Sets the sample centre up. Its passwords are made here and told once.
     *
     * @throws org.colloquy.common.Problem.Conflict where there is a centre already, sample or not
     */
    public Opened open() {
        UnitDraft draft = UnitReader.preview(resource("unit.txt"), "unit.txt").draft();
        byte[] sound = resource("discussion.opus");
        String password = Id.create();
        List<Person> made =
                people.setUp(
                        new Centre("Sample centre", null, TIME_ZONE, true),
                        Arrays.stream(SamplePeople.values())
                                .map(person -> person.details(password))
                                .toList());
        Map<SamplePeople, Person> cast = new EnumMap<>(SamplePeople.class);
        for (SamplePeople person : SamplePeople.values()) {
            cast.put(person, made.get(person.ordinal()));
        }
        Viewer assessor = viewer(cast, SamplePeople.ASSESSOR);
        Unit unit = units.create(viewer(cast, SamplePeople.ADMINISTRATOR).personId(), draft);
        String enrolment = enrol(cast, SamplePeople.LEARNER, unit);
        enrol(cast, SamplePeople.OTHER_LEARNER, unit);
        String session = sessions.create(assessor, plan(enrolment, unit)).id();
        String recording = intake.take(assessor, session, "discussion.opus", "audio/ogg", sound);
        return new Opened(
                Arrays.stream(SamplePeople.values())
                        .map(
                                person ->
                                        new Account(
                                                person.fullName(),
                                                person.role(),
                                                person.email(),
                                                password))
                        .toList(),
                session,
                recording);
    }

    private String enrol(Map<SamplePeople, Person> cast, SamplePeople learner, Unit unit) {
        return enrolments
                .create(
                        viewer(cast, SamplePeople.ADMINISTRATOR),
                        new EnrolmentRequest(
                                viewer(cast, learner).personId(),
                                unit.id(),
                                viewer(cast, SamplePeople.ASSESSOR).personId(),
                                viewer(cast, SamplePeople.IQA).personId()))
                .id();
    }

    private SessionRequest plan(String enrolmentId, Unit unit) {
        Map<String, String> criterionIds =
                unit.criteria().stream()
                        .collect(Collectors.toMap(Criterion::number, Criterion::id));
        ZonedDateTime now = clock.instant().atZone(ZoneId.of(TIME_ZONE));
        LocalTime minute = now.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        return new SessionRequest(
                enrolmentId,
                "professional-discussion",
                now.toLocalDate().toString(),
                minute.toString(),
                "Meeting room 2",
                "face-to-face",
                "en",
                "Planned last week. The learner brings the complaint form and the Friday list.",
                List.of(
                        new SessionRequest.PersonThere(
                                SamplePeople.ASSESSOR.fullName(), "assessor"),
                        new SessionRequest.PersonThere(SamplePeople.LEARNER.fullName(), "learner")),
                SampleQuestion.ALL.stream()
                        .map(
                                question ->
                                        new SessionRequest.QuestionRequest(
                                                null,
                                                question.text(),
                                                question.criteria().stream()
                                                        .map(criterionIds::get)
                                                        .toList()))
                        .toList());
    }

    private static Viewer viewer(Map<SamplePeople, Person> cast, SamplePeople who) {
        Person person = cast.get(who);
        if (person == null) {
            throw new IllegalStateException(who + " was not made");
        }
        return new Viewer(person.id(), person.name(), Set.copyOf(person.roles()));
    }

    private static byte[] resource(String name) {
        try (InputStream in = SampleCentre.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("This build lacks the sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The sample " + name, unreadable);
        }
    }
}
