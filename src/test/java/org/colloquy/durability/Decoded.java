package org.colloquy.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.colloquy.common.Hashes;
import org.colloquy.durability.Api.NoAnswer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Waits until a closed recording can be heard, and holds it against what was sent. */
final class Decoded {
    /** What a codec may add or take at the ends of each part. */
    private static final double TOLERANCE_SECONDS = 0.1;

    private static final long AT_MOST_NANOS = 180_000_000_000L;
    private static final long BETWEEN_NANOS = 50_000_000L;

    private final Api api;
    private final Talk talk;
    private final String path;

    Decoded(Api api, Talk talk, @Nullable String id) {
        this.api = api;
        this.talk = talk;
        this.path = "/api/recordings/" + id;
    }

    List<String> wrong() throws NoAnswer, InterruptedException {
        List<String> wrong = new ArrayList<>();
        String stored = Hashes.sha256(api.get(path + "/original").expect(200).body());
        if (!stored.equals(talk.sha256())) {
            wrong.add(talk.name() + " is stored with other bytes than were sent");
        }
        JsonNode ready = awaitReady(api, path);
        if (!ready.get("state").asString().equals("ready")) {
            wrong.add(talk.name() + " cannot be heard: " + ready);
        } else {
            double seconds = ready.get("durationSeconds").asDouble();
            if (Math.abs(seconds - talk.seconds()) > TOLERANCE_SECONDS * talk.parts()) {
                wrong.add(
                        "%s lasts %.2f s and is decoded to %.2f s"
                                .formatted(talk.name(), talk.seconds(), seconds));
            }
        }
        return wrong;
    }

    /**
     * A job that failed because its server was killed too often is tried again, as a person may.
     */
    static JsonNode awaitReady(Api api, String path) throws NoAnswer, InterruptedException {
        long end = System.nanoTime() + AT_MOST_NANOS;
        JsonNode now = api.get(path).expect(200).json();
        while (now.get("state").asString().equals("preparing")) {
            JsonNode job = now.get("job");
            if (job.isObject() && job.get("state").asString().equals("failed")) {
                api.post("/api/jobs/" + job.get("id").asString() + "/retry", Map.of()).expect(200);
            }
            if (System.nanoTime() > end) {
                return now;
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
            now = api.get(path).expect(200).json();
        }
        return now;
    }
}
