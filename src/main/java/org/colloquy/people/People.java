package org.colloquy.people;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The centre and its people: who there is, what they are, and their passwords. */
public final class People {
    private final Jdbi jdbi;
    private final Clock clock;

    public People(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    /** Empty until somebody has set the centre up. */
    public Optional<Centre> findCentre() {
        return jdbi.withHandle(PersonStore::findCentre);
    }

    /**
     * Sets the centre up with its first people, in one step.
     *
     * @throws Problem.Conflict where there is a centre already
     * @throws Problem.BadInput for a name or a time zone that makes no sense
     */
    public List<Person> setUp(Centre centre, List<PersonDetails> first) {
        if (centre.name().isBlank() || centre.name().length() > 200) {
            throw new Problem.BadInput("The centre's name needs 1 to 200 characters.");
        }
        try {
            ZoneId.of(centre.timeZone());
        } catch (DateTimeException unknown) {
            throw new Problem.BadInput(
                    "“{timeZone}” is no time zone; use one like Europe/London.",
                    Map.of("timeZone", centre.timeZone()),
                    unknown);
        }
        List<@Nullable String> hashes = first.stream().map(People::hashOf).toList();
        Instant now = Database.now(clock);
        return jdbi.inTransaction(
                handle -> {
                    if (PersonStore.findCentre(handle).isPresent()) {
                        throw new Problem.Conflict(
                                "This centre is set up already. Sign in instead.");
                    }
                    PersonStore.insertCentre(handle, centre, now);
                    return java.util.stream.IntStream.range(0, first.size())
                            .mapToObj(i -> insert(handle, first.get(i), hashes.get(i), now))
                            .toList();
                });
    }

    /** All, in order of name; those of one role where one is given. */
    public List<Person> list(@Nullable Role role) {
        return jdbi.withHandle(PersonStore::list).stream()
                .filter(person -> role == null || person.is(role))
                .toList();
    }

    public Person get(String id) {
        return jdbi.withHandle(handle -> require(handle, id));
    }

    /**
     * Adds a person. Administrators add anybody, assessors add learners.
     *
     * @throws Problem.Forbidden for anybody else
     * @throws Problem.Conflict where the e-mail address is somebody's already
     */
    public Person create(Viewer viewer, PersonDetails details) {
        boolean onlyLearner = details.roles().equals(List.of(Role.LEARNER));
        if (!viewer.is(Role.ADMINISTRATOR) && !(viewer.is(Role.ASSESSOR) && onlyLearner)) {
            throw new Problem.Forbidden(
                    "An assessor can add learners; for other roles ask an administrator.");
        }
        List<Right> rights = details.rights();
        if (rights != null && !rights.isEmpty() && !viewer.is(Role.ADMINISTRATOR)) {
            throw new Problem.Forbidden("Only an administrator can give somebody a right.");
        }
        String hash = hashOf(details);
        return jdbi.inTransaction(
                handle -> {
                    refuseTakenEmail(handle, details.email(), null);
                    return insert(handle, details, hash, Database.now(clock));
                });
    }

    /**
     * Changes a person.
     *
     * @throws Problem.Conflict where it would leave the centre without an administrator, or the
     *     e-mail address is somebody else's
     */
    public Person update(String id, PersonDetails details) {
        String hash = hashOf(details);
        return jdbi.inTransaction(
                handle -> {
                    require(handle, id);
                    refuseTakenEmail(handle, details.email(), id);
                    PersonStore.update(handle, id, details);
                    if (hash != null) {
                        PersonStore.setPasswordHash(handle, id, hash);
                    }
                    if (hash != null || details.disabled()) {
                        SignInStore.deleteOf(handle, id);
                    }
                    boolean administered =
                            PersonStore.list(handle).stream()
                                    .anyMatch(
                                            person ->
                                                    person.is(Role.ADMINISTRATOR)
                                                            && person.canSignIn()
                                                            && !person.disabled());
                    if (!administered) {
                        throw new Problem.Conflict(
                                "The centre needs one administrator who can sign in.");
                    }
                    return require(handle, id);
                });
    }

    /**
     * A person's own change of password; the other places where they are signed in are signed out.
     *
     * @throws Problem.Forbidden where the old one is wrong
     */
    public void changePassword(Viewer viewer, String old, String fresh) {
        PersonDetails.checkPassword(fresh);
        String hash =
                jdbi.withHandle(handle -> PersonStore.findPasswordHash(handle, viewer.personId()))
                        .orElse(null);
        if (!Passwords.matches(old, hash)) {
            throw new Problem.Forbidden("The old password is not right; nothing was changed.");
        }
        String freshHash = Passwords.hash(fresh);
        jdbi.useTransaction(
                handle -> {
                    PersonStore.setPasswordHash(handle, viewer.personId(), freshHash);
                    SignInStore.deleteOf(handle, viewer.personId());
                });
    }

    private static @Nullable String hashOf(PersonDetails details) {
        String password = details.password();
        return password == null ? null : Passwords.hash(password);
    }

    private static Person insert(
            Handle handle, PersonDetails details, @Nullable String hash, Instant now) {
        String id = Id.create();
        PersonStore.insert(handle, id, details, now);
        if (hash != null) {
            PersonStore.setPasswordHash(handle, id, hash);
        }
        return require(handle, id);
    }

    private static Person require(Handle handle, String id) {
        return PersonStore.find(handle, id)
                .orElseThrow(() -> new Problem.NotFound("There is no such person."));
    }

    private static void refuseTakenEmail(
            Handle handle, @Nullable String email, @Nullable String owner) {
        if (email == null) {
            return;
        }
        PersonStore.findByEmail(handle, email)
                .filter(person -> !person.id().equals(owner))
                .ifPresent(
                        person -> {
                            throw new Problem.Conflict(
                                    "{email} is the e-mail address of {person}.",
                                    Map.of("email", email, "person", person.name()));
                        });
    }
}
