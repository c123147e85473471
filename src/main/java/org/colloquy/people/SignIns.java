package org.colloquy.people;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.colloquy.common.Hashes;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Jdbi;

/**
 * Who is signed in. A sign-in is a secret of 256 random bits that the person's browser keeps as a
 * cookie; the database keeps its hash. It ends after twelve hours without a request, or thirty
 * days.
 */
public final class SignIns {
    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Jdbi jdbi;
    private final Clock clock;
    private final TryLimit byAccount;
    private final TryLimit byAddress;

    public SignIns(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.byAccount = new TryLimit(5, Duration.ofMinutes(15), clock);
        this.byAddress = new TryLimit(50, Duration.ofMinutes(15), clock);
    }

    /**
     * Signs in with a password, from that network address.
     *
     * @return the secret for the cookie
     * @throws Problem.NotSignedIn where address or password are wrong; it does not say which
     * @throws Problem.TooMany after five wrong tries on one account, or fifty from one address,
     *     within fifteen minutes
     */
    public String signIn(String email, String password, String address) {
        String account = email.strip().toLowerCase(Locale.ROOT);
        byAccount.take(account);
        byAddress.take(address);
        Optional<Person> person =
                jdbi.withHandle(handle -> PersonStore.findByEmail(handle, account));
        Optional<String> hash =
                person.flatMap(
                        found ->
                                jdbi.withHandle(
                                        handle ->
                                                PersonStore.findPasswordHash(handle, found.id())));
        boolean right = Passwords.matches(password, hash.orElse(null));
        if (!right || person.isEmpty() || person.get().disabled()) {
            throw new Problem.NotSignedIn("E-mail address or password are not right.");
        }
        byAccount.giveBack(account);
        byAddress.giveBack(address);
        return open(person.get());
    }

    /** Signs a person in without a password: the one who has just set the centre up. */
    public String open(Person person) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        Instant now = Database.now(clock);
        jdbi.useTransaction(
                handle -> {
                    SignInStore.deleteUnseenSince(handle, now.minus(IDLE));
                    SignInStore.insert(handle, hash(token), person.id(), now);
                });
        return token;
    }

    /** The person behind a cookie, while the sign-in lasts. */
    public Optional<Viewer> find(String token) {
        Instant now = Database.now(clock);
        return jdbi.withHandle(
                handle ->
                        SignInStore.find(handle, hash(token))
                                .filter(
                                        signIn ->
                                                now.isBefore(signIn.lastSeenAt().plus(IDLE))
                                                        && now.isBefore(
                                                                signIn.createdAt().plus(LONGEST)))
                                .flatMap(
                                        signIn -> {
                                            if (now.isAfter(
                                                    signIn.lastSeenAt().plus(TOUCH_EVERY))) {
                                                SignInStore.touch(handle, hash(token), now);
                                            }
                                            return PersonStore.find(handle, signIn.personId());
                                        })
                                .filter(person -> !person.disabled())
                                .map(
                                        person ->
                                                new Viewer(
                                                        person.id(),
                                                        person.name(),
                                                        Set.copyOf(person.roles()))));
    }

    public void signOut(String token) {
        jdbi.useHandle(handle -> SignInStore.delete(handle, hash(token)));
    }

    private static String hash(String token) {
        return Hashes.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
