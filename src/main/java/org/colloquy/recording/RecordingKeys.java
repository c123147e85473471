package org.colloquy.recording;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Makes the key of a recording from a secret of this data folder: the same for the same recording
 * of the same session, always, so that nobody has to keep it.
 */
final class RecordingKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final Jdbi jdbi;

    RecordingKeys(Database database) {
        this.jdbi = database.jdbi();
    }

    /**
     * @param recordingId null: of a recording still to be begun
     */
    RecordingKey of(String sessionId, @Nullable String recordingId) {
        String id = recordingId == null ? Id.create() : checked(recordingId);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret(), ALGORITHM));
            mac.update("recording key 1\n".getBytes(StandardCharsets.US_ASCII));
            mac.update(sessionId.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '\n');
            return new RecordingKey(
                    id,
                    Base64.getEncoder()
                            .encodeToString(mac.doFinal(id.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    /**
     * @throws Problem.BadInput where it cannot be the id of a recording
     */
    static String checked(String recordingId) {
        try {
            return Id.check(recordingId);
        } catch (Problem.NotFound noId) {
            throw new Problem.BadInput(
                    "A recording is begun with an id that this server gave out for it.", noId);
        }
    }

    private byte[] secret() {
        byte[] fresh = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(fresh);
        String kept =
                jdbi.inTransaction(
                        handle -> {
                            handle.createUpdate(
                                            """
                                            INSERT INTO recording_secret (id, secret)
                                            VALUES (1, :secret) ON CONFLICT DO NOTHING
                                            """)
                                    .bind("secret", HexFormat.of().formatHex(fresh))
                                    .execute();
                            return handle.createQuery("SELECT secret FROM recording_secret")
                                    .mapTo(String.class)
                                    .one();
                        });
        return HexFormat.of().parseHex(kept);
    }
}
