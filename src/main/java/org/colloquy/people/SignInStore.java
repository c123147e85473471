package org.colloquy.people;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code sign_in}. */
final class SignInStore {
    record SignIn(String personId, Instant createdAt, Instant lastSeenAt) {}

    private SignInStore() {}

    static void insert(Handle handle, String tokenSha256, String personId, Instant now) {
        handle.createUpdate("INSERT INTO sign_in VALUES (:token, :person, :now, :now)")
                .bind("token", tokenSha256)
                .bind("person", personId)
                .bind("now", now)
                .execute();
    }

    static Optional<SignIn> find(Handle handle, String tokenSha256) {
        return handle.createQuery("SELECT * FROM sign_in WHERE token_sha256 = :token")
                .bind("token", tokenSha256)
                .map(
                        (row, context) ->
                                new SignIn(
                                        row.getString("person_id"),
                                        row.getTimestamp("created_at").toInstant(),
                                        row.getTimestamp("last_seen_at").toInstant()))
                .findOne();
    }

    static void touch(Handle handle, String tokenSha256, Instant now) {
        handle.createUpdate("UPDATE sign_in SET last_seen_at = :now WHERE token_sha256 = :token")
                .bind("now", now)
                .bind("token", tokenSha256)
                .execute();
    }

    static void delete(Handle handle, String tokenSha256) {
        handle.createUpdate("DELETE FROM sign_in WHERE token_sha256 = :token")
                .bind("token", tokenSha256)
                .execute();
    }

    static void deleteOf(Handle handle, String personId) {
        handle.createUpdate("DELETE FROM sign_in WHERE person_id = :person")
                .bind("person", personId)
                .execute();
    }

    static void deleteUnseenSince(Handle handle, Instant since) {
        handle.createUpdate("DELETE FROM sign_in WHERE last_seen_at < :since")
                .bind("since", since)
                .execute();
    }
}
