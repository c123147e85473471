package org.colloquy.durability;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.colloquy.common.Hashes;
import tools.jackson.databind.JsonNode;

/**
 * Pushes a long recording over a network of which a share of all requests fails: {@code Network JAR
 * FOLDER PUSH TUS SHARE SEED MINUTES SPEED}. PUSH is the page's own delivery, bundled for Node; TUS
 * a folder with @tus/server, @tus/file-store, tus-js-client and the two scripts for them. The same
 * bytes, at the same pace, by the same dice go to a server of tus. Prints a line for each way: name,
 * whether the bytes are identical, their number, requests, failed, delayed, bytes of bodies, seconds,
 * how often somebody had to press again, length that was decoded.
 */
public final class Network {
    private static final int PART_SECONDS = 300;
    private static final int BITS_PER_SECOND = 96_000;
    private static final double TOLERANCE_SECONDS = 2;

    private final Path folder;
    private final double share;
    private final long seed;
    private final String speed;
    private final List<String> parts;
    private final String sha256;
    private boolean wrong;

    private Network(Path folder, double share, long seed, String speed, List<String> parts)
            throws IOException {
        this.folder = folder;
        this.share = share;
        this.seed = seed;
        this.speed = speed;
        this.parts = parts;
        MessageDigest whole = Hashes.sha256();
        for (String part : parts) {
            whole.update(Files.readAllBytes(Path.of(part)));
        }
        this.sha256 = Hashes.hex(whole.digest());
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        Path tus = Path.of(arguments[3]).toAbsolutePath();
        long seed = Long.parseLong(arguments[5]);
        int count = Integer.parseInt(arguments[6]) * 60 / PART_SECONDS;
        List<String> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            Path file = folder.resolve("part%02d.webm".formatted(part));
            if (!Files.exists(file)) {
                Files.write(
                        file,
                        LiveSound.make(seed + part, PART_SECONDS, BITS_PER_SECOND, folder)
                                .bytes());
            }
            parts.add(file.toString());
        }
        Network network =
                new Network(
                        folder, Double.parseDouble(arguments[4]), seed, arguments[7], parts);
        network.ofThePage(
                Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[2]).toAbsolutePath());
        for (String way : List.of("file", "pieces", "live")) {
            network.ofTus(tus, way);
        }
        if (network.wrong) {
            System.exit(1);
        }
    }

    private void ofThePage(Path jar, Path push) throws Exception {
        Path data = folder.resolve("data");
        Centre centre = Centre.prepare(data);
        LiveServer server =
                LiveServer.launch(
                        data,
                        new LiveServer.Launch(
                                jar.toString(), List.of(), Map.of(), folder.resolve("server.log")));
        String address = server.address().get(1, TimeUnit.MINUTES);
        try (FaultyProxy proxy = new FaultyProxy(URI.create(address).getPort(), share, seed)) {
            JsonNode sent;
            try (NodeProgram page =
                    NodeProgram.start(
                            folder,
                            push,
                            parts,
                            Map.of(
                                    "ADDRESS",
                                    proxy.address(),
                                    "COOKIE",
                                    "colloquy_sign_in=" + centre.token(),
                                    "SESSION",
                                    centre.sessionId(),
                                    "SPEED",
                                    speed,
                                    "SECONDS",
                                    Integer.toString(PART_SECONDS)))) {
                sent = page.answer();
            }
            System.err.println(sent + " " + proxy.faults());
            String id = sent.get("recordingId").asString();
            Path original = data.resolve("recordings").resolve(id).resolve("original");
            boolean same = Hashes.sha256(original).equals(sha256);
            double decoded = decodedSeconds(new Api(address, centre.token()), id);
            boolean whole = Math.abs(decoded - parts.size() * PART_SECONDS) < TOLERANCE_SECONDS;
            wrong |= !same || !whole;
            print("page", same ? "identical" : "different", sent, proxy, 0, decoded);
        } finally {
            server.stop();
        }
    }

    private static double decodedSeconds(Api api, String id) throws Exception {
        JsonNode ready = Decoded.awaitReady(api, "/api/recordings/" + id);
        if (!ready.get("state").asString().equals("ready")) {
            System.err.println("It cannot be heard: " + ready);
            return 0;
        }
        return ready.get("durationSeconds").asDouble();
    }

    private void ofTus(Path tus, String way) throws Exception {
        Path kept = Files.createDirectories(folder.resolve("tus-" + way));
        try (NodeProgram server =
                NodeProgram.start(
                        tus, tus.resolve("tus-server.mjs"), List.of(kept.toString()), Map.of())) {
            URI address = URI.create(server.line().replace("Open ", ""));
            try (FaultyProxy proxy = new FaultyProxy(address.getPort(), share, seed);
                    NodeProgram client =
                            NodeProgram.start(
                                    tus,
                                    tus.resolve("tus-push.mjs"),
                                    parts,
                                    Map.of(
                                            "ADDRESS",
                                            proxy.address() + address.getPath(),
                                            "SPEED",
                                            speed,
                                            "SECONDS",
                                            Integer.toString(PART_SECONDS),
                                            "WAY",
                                            way))) {
                JsonNode sent = client.answer();
                System.err.println(sent + " " + proxy.faults());
                print("tus " + way, stored(kept, sent), sent, proxy, sent.get("again").asInt(), 0);
            }
        }
    }

    /** What the server of tus has in the end. */
    private String stored(Path kept, JsonNode sent) throws IOException {
        if (!sent.get("url").isString()) {
            return "nothing";
        }
        String url = sent.get("url").asString();
        Path stored = kept.resolve(url.substring(url.lastIndexOf('/') + 1));
        return Hashes.sha256(stored).equals(sha256)
                ? "identical"
                : "gave up at %.1f %%"
                        .formatted(100.0 * Files.size(stored) / sent.get("bytes").asLong());
    }

    private static void print(
            String name,
            String stored,
            JsonNode sent,
            FaultyProxy proxy,
            int again,
            double decoded) {
        System.out.printf(
                "%s\t%s\t%d\t%d\t%d\t%d\t%d\t%.0f\t%d\t%.1f%n",
                name,
                stored,
                sent.get("bytes").asLong(),
                proxy.requests(),
                proxy.failed(),
                proxy.delayed(),
                proxy.bodyBytes(),
                sent.get("seconds").asDouble(),
                again,
                decoded);
    }
}
