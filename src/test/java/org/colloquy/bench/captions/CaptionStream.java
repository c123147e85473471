package org.colloquy.bench.captions;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.colloquy.common.Json;

/** Sends sound as a page does that hears somebody speak, and keeps what comes with its time. */
public final class CaptionStream implements WebSocket.Listener {
    static final int FRAME = 960;
    private static final int RATE = 16_000;

    /** A word and where it is said to be. */
    public record Said(String text, double start, double end) {}

    /**
     * What was shown of a channel: everything fixed so far, and what is open.
     *
     * @param seconds when it came, since the first sample was spoken
     * @param fixed how many of the words are fixed
     */
    public record Shown(double seconds, List<Said> words, int fixed) {}

    private final List<String> states = new ArrayList<>();
    private final List<List<Said>> fixed = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<List<Shown>> byChannel = List.of(new ArrayList<>(), new ArrayList<>());
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<Void> listening = new CompletableFuture<>();
    private volatile long begunNanos;

    /**
     * Streams at the pace of speech, once the server is ready to hear, and waits for the last word.
     *
     * @param channels samples of each
     */
    public static CaptionStream run(
            String address, String cookie, String sessionId, List<short[]> channels)
            throws Exception {
        CaptionStream stream = new CaptionStream();
        URI uri =
                URI.create(
                        address.replaceFirst("^http", "ws")
                                + "/api/sessions/"
                                + sessionId
                                + "/captions?microphones="
                                + channels.size());
        try (HttpClient http = HttpClient.newHttpClient()) {
            WebSocket socket =
                    http.newWebSocketBuilder()
                            .header("Cookie", cookie)
                            .header("Origin", address)
                            .buildAsync(uri, stream)
                            .get(20, TimeUnit.SECONDS);
            stream.listening.get(60, TimeUnit.SECONDS);
            stream.stream(socket, channels);
            socket.sendText("end", true).get();
            stream.closed.get(60, TimeUnit.SECONDS);
        }
        return stream;
    }

    private void stream(WebSocket socket, List<short[]> channels) throws Exception {
        begunNanos = System.nanoTime();
        int frames = channels.stream().mapToInt(one -> one.length / FRAME).max().orElse(0);
        for (int frame = 0; frame < frames; frame++) {
            long due = begunNanos + (frame + 1) * 1_000_000_000L * FRAME / RATE;
            long wait = due - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            for (int channel = 0; channel < channels.size(); channel++) {
                ByteBuffer bytes =
                        ByteBuffer.allocate(1 + 2 * FRAME).order(ByteOrder.LITTLE_ENDIAN);
                bytes.put((byte) channel);
                short[] samples = channels.get(channel);
                for (int i = frame * FRAME; i < (frame + 1) * FRAME; i++) {
                    bytes.putShort(i < samples.length ? samples[i] : 0);
                }
                socket.sendBinary(bytes.flip(), true).get();
            }
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            message(Json.read(text.toString(), Map.class));
            text.setLength(0);
        }
        socket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private synchronized void message(Map<?, ?> message) {
        double seconds = (System.nanoTime() - begunNanos) / 1e9;
        if (message.get("state") instanceof String state) {
            states.add(state);
            if (state.equals("listening")) {
                listening.complete(null);
            }
            return;
        }
        int channel = ((Number) message.get("channel")).intValue();
        fixed.get(channel).addAll(words(message.get("fixed")));
        List<Said> all = new ArrayList<>(fixed.get(channel));
        all.addAll(words(message.get("open")));
        byChannel.get(channel).add(new Shown(seconds, all, fixed.get(channel).size()));
    }

    /** Words as JSON has them, of a caption and of a transcript. */
    static List<Said> words(Object list) {
        return ((List<?>) list)
                .stream()
                        .map(Map.class::cast)
                        .map(
                                word ->
                                        new Said(
                                                String.valueOf(word.get("text")),
                                                ((Number) word.get("start")).doubleValue(),
                                                ((Number) word.get("end")).doubleValue()))
                        .toList();
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        listening.completeExceptionally(new IllegalStateException(code + " " + reason));
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable failed) {
        listening.completeExceptionally(failed);
        closed.completeExceptionally(failed);
    }

    /** Everything that was shown of a channel, in order. */
    public List<Shown> shown(int channel) {
        return byChannel.get(channel);
    }

    public List<Said> fixed(int channel) {
        return fixed.get(channel);
    }

    public List<String> states() {
        return states;
    }
}
