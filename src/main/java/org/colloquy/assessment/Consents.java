package org.colloquy.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What the people of a session agreed to or were told of, and took back. Nothing is ever deleted: a
 * use given again after it was taken back is another row. Who may note it is asked at the door;
 * what follows from a withdrawal is asked of {@link #refusal} by whoever records and transcribes,
 * and of {@link Access} by whoever shows.
 */
public final class Consents {
    /** Told of a withdrawal, after it is stored. */
    @FunctionalInterface
    public interface Listener {
        void withdrawn(String sessionId, Scope scope);
    }

    private static final int MOST = 2_000;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Listener listener;

    public Consents(Database database, Clock clock, Listener listener) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.listener = listener;
    }

    /** Those of the session, in the order in which they were noted; withdrawn ones too. */
    public List<Consent> list(String sessionId) {
        return jdbi.withHandle(handle -> ConsentStore.ofSession(handle, sessionId));
    }

    /** Who is asked in the session: those named with it, else its learner and its assessor. */
    public List<Participant> people(String sessionId) {
        return jdbi.withHandle(handle -> PeopleThere.of(handle, sessionId));
    }

    /**
     * Notes what a person agreed to or was told of. What stands already in that very way stays as
     * it is, and a repeat of what was withdrawn since does not give it again.
     *
     * @throws Problem.BadInput where the person is not one of the session, nothing is chosen, or
     *     there never was that notice
     */
    public void give(String personId, String sessionId, ConsentRequest request) {
        Instant givenAt = PeopleThere.time(request.at(), clock);
        if (request.scopes().isEmpty()) {
            throw new Problem.BadInput("Choose at least one thing that the person agrees to.");
        }
        Participant person =
                new Participant(request.person().name().strip(), request.person().role().strip());
        jdbi.useTransaction(
                handle -> {
                    List<Consent> known = ConsentStore.ofSession(handle, sessionId);
                    requireThere(handle, sessionId, person, known);
                    if (Notices.find(handle, request.noticeVersion()).isEmpty()) {
                        throw new Problem.BadInput(
                                "There is no notice number {version}.",
                                Map.of("version", request.noticeVersion()));
                    }
                    for (Scope scope : new LinkedHashSet<>(request.scopes())) {
                        if (known.stream().anyMatch(old -> same(old, person, scope, request))) {
                            continue;
                        }
                        if (known.size() >= MOST) {
                            throw new Problem.TooLarge(
                                    "This session has too many acknowledgements to take more.");
                        }
                        ConsentStore.insert(
                                handle,
                                Id.create(),
                                sessionId,
                                person,
                                scope,
                                request,
                                givenAt,
                                personId,
                                Database.now(clock));
                    }
                });
    }

    /** What stands, said again in the same way; or what was withdrawn, sent once more. */
    private static boolean same(
            Consent old, Participant person, Scope scope, ConsentRequest request) {
        return old.person().equals(person)
                && old.scope() == scope
                && old.basis() == request.basis()
                && old.how() == request.how()
                && old.noticeVersion() == request.noticeVersion()
                && (old.stands() || isSentAgain(old, request.at()));
    }

    private static boolean isSentAgain(Consent old, @Nullable String at) {
        return at != null
                && !at.isBlank()
                && Instant.parse(at.strip()).toEpochMilli() == old.givenAt().toEpochMilli();
    }

    /** Who was renamed or taken out of the session meanwhile can still give again. */
    private static void requireThere(
            Handle handle, String sessionId, Participant person, List<Consent> known) {
        Stream<Participant> people =
                Stream.concat(
                        PeopleThere.of(handle, sessionId).stream(),
                        known.stream().map(Consent::person));
        if (people.noneMatch(person::equals)) {
            throw PeopleThere.notThere(person);
        }
    }

    /**
     * Takes back what a person agreed to: from now on, as {@link #refusal} and {@link Access} say;
     * nothing is deleted. Harmless to repeat.
     *
     * @return the session
     * @throws Problem.NotFound where there is no such consent
     */
    public String withdraw(
            String personId, String consentId, Consent.How how, @Nullable String note) {
        String clean = PeopleThere.note(note);
        record Done(String sessionId, Scope scope) {}
        Done done =
                jdbi.inTransaction(
                        handle -> {
                            Consent consent =
                                    ConsentStore.find(handle, consentId)
                                            .orElseThrow(
                                                    () ->
                                                            new Problem.NotFound(
                                                                    "There is no such"
                                                                            + " acknowledgement."));
                            String session = ConsentStore.sessionOf(handle, consentId);
                            if (consent.stands()) {
                                ConsentStore.withdraw(
                                        handle,
                                        session,
                                        consent,
                                        personId,
                                        how,
                                        clean,
                                        Database.now(clock));
                            }
                            return new Done(session, consent.scope());
                        });
        listener.withdrawn(done.sessionId(), done.scope());
        return done.sessionId();
    }

    /** Why that may not be done in the session now; empty where nobody took it back. */
    public Optional<Text> refusal(String sessionId, Scope scope) {
        List<String> names =
                jdbi.withHandle(handle -> ConsentStore.takenBackBy(handle, sessionId, scope));
        return names.isEmpty() ? Optional.empty() : Optional.of(sentence(names, scope));
    }

    /**
     * @throws Problem.Conflict where somebody took that use back
     */
    public void require(String sessionId, Scope scope) {
        refusal(sessionId, scope)
                .ifPresent(
                        sentence -> {
                            throw new Problem.Conflict(sentence);
                        });
    }

    private static Text sentence(List<String> names, Scope scope) {
        Map<String, Object> people =
                Map.of(
                        "people",
                        names.size() == 1
                                ? names.getFirst()
                                : Text.of(
                                        "{people} and {last}",
                                        Map.of(
                                                "people",
                                                String.join(
                                                        ", ", names.subList(0, names.size() - 1)),
                                                "last",
                                                names.getLast())));
        return switch (scope) {
            case RECORD ->
                    Text.plural(
                            names.size(),
                            "{people} has withdrawn from being recorded in this "
                                    + "session, so no recording can be begun or added. What was "
                                    + "recorded before is kept. Once they agree again, note "
                                    + "that with the session, then record.",
                            "{people} have withdrawn from being recorded in this "
                                    + "session, so no recording can be begun or added. What was "
                                    + "recorded before is kept. Once they agree again, note "
                                    + "that with the session, then record.",
                            people);
            case TRANSCRIBE ->
                    Text.plural(
                            names.size(),
                            "{people} has withdrawn from having this session "
                                    + "transcribed, so nothing of it is transcribed. The "
                                    + "recording and what was written before are kept. Once "
                                    + "they agree again, note that with the session, then "
                                    + "transcribe.",
                            "{people} have withdrawn from having this session "
                                    + "transcribed, so nothing of it is transcribed. The "
                                    + "recording and what was written before are kept. Once "
                                    + "they agree again, note that with the session, then "
                                    + "transcribe.",
                            people);
            case VERIFY ->
                    Text.plural(
                            names.size(),
                            "{people} has withdrawn from having this session shown to "
                                    + "quality assurers. They do not see its recordings, "
                                    + "transcripts, notes or tags; the assessor, the learner "
                                    + "and the administrator still do.",
                            "{people} have withdrawn from having this session shown "
                                    + "to quality assurers. They do not see its recordings, "
                                    + "transcripts, notes or tags; the assessor, the learner "
                                    + "and the administrator still do.",
                            people);
            case STANDARDISE ->
                    Text.plural(
                            names.size(),
                            "{people} has withdrawn from having this session used when "
                                    + "assessors agree on standards.",
                            "{people} have withdrawn from having this session used when "
                                    + "assessors agree on standards.",
                            people);
        };
    }
}
