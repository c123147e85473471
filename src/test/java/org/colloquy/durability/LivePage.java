package org.colloquy.durability;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.colloquy.durability.Api.NoAnswer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One page that records one talk, and does after a death of the server what the real page does: it
 * asks what has arrived, sends the rest, and closes. It writes down whatever it was promised, and
 * says at once where the server forgot.
 */
final class LivePage {
    /** What it is about to ask for, for those who want to kill the server in that moment. */
    enum Step {
        BEGIN,
        PIECE,
        CLOSE,
        CLOSED
    }

    private static final int REPEAT_ONE_IN = 12;

    private final Talk talk;
    private final String sessionId;
    private final Ledger ledger;
    private final Random random;
    private final Consumer<Step> steps;
    private final Pace pace;
    private @Nullable String id;
    private boolean begun;
    private boolean done;
    private int acknowledged;

    /** How long it waits between two pieces. */
    @FunctionalInterface
    interface Pace {
        void rest() throws InterruptedException;
    }

    LivePage(
            Talk talk,
            String sessionId,
            Ledger ledger,
            Random random,
            Pace pace,
            Consumer<Step> steps) {
        this.talk = talk;
        this.sessionId = sessionId;
        this.ledger = ledger;
        this.random = random;
        this.pace = pace;
        this.steps = steps;
    }

    /**
     * The page that comes after a death: it has what the browser stored, which is the id and all
     * pieces from the first one that was not acknowledged.
     */
    static LivePage goingOn(
            Talk talk, String id, int acknowledged, String sessionId, Ledger ledger) {
        LivePage page = new LivePage(talk, sessionId, ledger, new Random(1), () -> {}, step -> {});
        page.id = id;
        page.acknowledged = acknowledged;
        return page;
    }

    Talk talk() {
        return talk;
    }

    /** Null before the recording has an id. */
    @Nullable String id() {
        return id;
    }

    /** Whether everything was sent and the recording is closed. */
    boolean isDone() {
        return done;
    }

    /**
     * Goes on from wherever it was until the recording is closed.
     *
     * @throws NoAnswer where the server died; call again with the next one
     */
    void goOn(Api api) throws NoAnswer, InterruptedException {
        String recording = begin(api);
        String path = "/api/recordings/" + recording;
        JsonNode kept = api.get(path).expect(200).json();
        int next = kept.get("receivedChunks").asInt();
        // A piece whose answer was lost may be there; one that was acknowledged must.
        if (next < acknowledged || next > acknowledged + 1) {
            throw new AssertionError(
                    "%s: %d pieces were acknowledged, and the server wants piece %d"
                            .formatted(talk.name(), acknowledged, next));
        }
        boolean closed = !kept.get("state").asString().equals("receiving");
        List<Piece> pieces = talk.pieces();
        while (!closed && next < pieces.size()) {
            send(api, recording, pieces.get(next));
            next++;
            if (random.nextInt(REPEAT_ONE_IN) == 0) {
                send(api, recording, pieces.get(random.nextInt(next)));
            }
            pace.rest();
        }
        close(api, recording);
    }

    /** The id that the recording will have, given out before it is begun; always the same. */
    String askForId(Api api) throws NoAnswer, InterruptedException {
        if (id == null) {
            Map<String, Object> none = new HashMap<>();
            none.put("recordingId", null);
            id =
                    api.post("/api/sessions/" + sessionId + "/recording-key", none)
                            .expect(200, 201)
                            .json()
                            .get("recordingId")
                            .asString();
        }
        return id;
    }

    private String begin(Api api) throws NoAnswer, InterruptedException {
        String asked = askForId(api);
        if (!begun) {
            steps.accept(Step.BEGIN);
            api.post(
                            "/api/sessions/" + sessionId + "/recordings",
                            Map.of(
                                    "id",
                                    asked,
                                    "fileName",
                                    talk.name(),
                                    "mediaType",
                                    "audio/webm;codecs=opus",
                                    "source",
                                    "microphone"))
                    .expect(200, 201);
            begun = true;
            ledger.add(Promise.begun(asked));
        }
        return asked;
    }

    private void send(Api api, String recording, Piece piece)
            throws NoAnswer, InterruptedException {
        steps.accept(Step.PIECE);
        JsonNode receipt = api.put(recording, piece).expect(200).json();
        if (receipt.get("number").asInt() != piece.number()) {
            throw new AssertionError("A receipt for another piece: " + receipt);
        }
        if (piece.number() >= acknowledged) {
            acknowledged = piece.number() + 1;
            ledger.add(Promise.piece(recording, piece));
        }
    }

    private void close(Api api, String recording) throws NoAnswer, InterruptedException {
        steps.accept(Step.CLOSE);
        JsonNode closed =
                api.post(
                                "/api/recordings/" + recording + "/complete",
                                Map.of("lengthBytes", talk.bytes().length, "sha256", talk.sha256()))
                        .expect(200)
                        .json();
        if (!closed.get("sha256").asString().equals(talk.sha256())) {
            throw new AssertionError(talk.name() + " was closed with another hash: " + closed);
        }
        ledger.add(Promise.closed(recording, talk));
        done = true;
        steps.accept(Step.CLOSED);
    }
}
