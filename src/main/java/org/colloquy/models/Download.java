package org.colloquy.models;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one file over HTTP. What has come is kept in "NAME.zip.part", and the server's mark of
 * that version (ETag or Last-Modified) beside it, so that a broken fetch goes on where it stopped,
 * in this process or a later one. A server that cannot go on, or whose file changed, starts again.
 */
final class Download {
    /** Hears the bytes that are there and how many there will be, null while unknown. */
    @FunctionalInterface
    interface Heard {
        void bytes(long received, @Nullable Long total);
    }

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int TRIES_WITHOUT_PROGRESS = 3;
    private static final long SILENCE_MILLIS = 60_000;

    /** A zip and what is unpacked from it take up to three times the zip. */
    private static final int WITH_UNPACKED = 3;

    private final HttpClient http;
    private final Duration pause;
    private final DiskSpace disk;

    /**
     * @param pause between two tries
     */
    Download(Duration pause, DiskSpace disk) {
        this.pause = pause;
        this.disk = disk;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(20))
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
    }

    /**
     * Fetches into this file.
     *
     * @param part holds what has come so far; it may exist
     * @param mostBytes more than that is refused
     * @throws Problem.Unavailable where the server cannot be reached, refuses or keeps breaking off
     * @throws Problem.BadInput where the server sends something else than the file
     * @throws Problem.Cancelled where the person asked to stop; what has come is kept
     */
    void fetch(URI address, Path part, long mostBytes, Heard heard, Cancellation cancellation) {
        int tries = 0;
        while (true) {
            long before = sizeOf(part);
            try {
                if (fetchOnce(address, part, mostBytes, heard, cancellation)) {
                    return;
                }
                tries = 0;
            } catch (IOException broken) {
                cancellation.check();
                tries = sizeOf(part) > before ? 1 : tries + 1;
                if (tries >= TRIES_WITHOUT_PROGRESS) {
                    throw unreachable(address, part, broken);
                }
            }
            rest();
        }
    }

    private static Problem.Unavailable unreachable(URI address, Path part, IOException broken) {
        long come = sizeOf(part);
        return come > 0
                ? new Problem.Unavailable(
                        "The connection to {host} breaks off; {bytes} bytes have come "
                                + "and are kept, so that installing again goes on from there. Or "
                                + "fetch {address} on another machine and give the file: colloquy "
                                + "models install FILE",
                        Map.of(
                                "host",
                                String.valueOf(address.getHost()),
                                "bytes",
                                come,
                                "address",
                                address),
                        broken)
                : new Problem.Unavailable(
                        "{host} cannot be reached: this machine may have no internet. Or "
                                + "fetch {address} on another machine and give the file: colloquy "
                                + "models install FILE",
                        Map.of("host", String.valueOf(address.getHost()), "address", address),
                        broken);
    }

    /**
     * @return false where it must be tried again from the start
     */
    private boolean fetchOnce(
            URI address, Path part, long mostBytes, Heard heard, Cancellation cancellation)
            throws IOException {
        long come = sizeOf(part);
        Optional<String> mark = PartMark.find(part);
        boolean resumes = come > 0 && mark.isPresent();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(ANSWER_WITHIN)
                        .header("Accept", "application/zip, application/octet-stream, */*;q=0.1");
        if (resumes) {
            request.header("Range", "bytes=" + come + "-").header("If-Range", mark.orElseThrow());
        }
        HttpResponse<InputStream> response = send(request.build());
        try (InputStream body = response.body()) {
            int status = response.statusCode();
            if (status == 416 && resumes) {
                PartMark.delete(part);
                return false;
            }
            if (status != 200 && !(status == 206 && resumes)) {
                throw refused(address, status);
            }
            FetchedRange range = FetchedRange.of(response, come, status == 206);
            if (range == null) {
                PartMark.delete(part);
                return false;
            }
            refusePages(address, response);
            refuseSize(address, range.total(), mostBytes);
            Long total = range.total();
            long whole = total == null ? mostBytes / 2 : total;
            disk.require(part, whole * WITH_UNPACKED - range.start());
            PartMark.keep(part, response);
            copy(body, part, range, mostBytes, address, heard, cancellation);
        }
        return true;
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Problem.Cancelled("Fetching the model was stopped.");
        }
    }

    private void copy(
            InputStream body,
            Path part,
            FetchedRange range,
            long mostBytes,
            URI address,
            Heard heard,
            Cancellation cancellation)
            throws IOException {
        long received = range.start();
        byte[] buffer = new byte[1 << 16];
        try (FileChannel out =
                        FileChannel.open(
                                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                Watch watch = Watch.start(body, SILENCE_MILLIS, cancellation)) {
            out.truncate(received).position(received);
            heard.bytes(received, range.total());
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                cancellation.check();
                watch.heard();
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                received += read;
                if (received > mostBytes) {
                    throw tooLarge(address, mostBytes);
                }
                heard.bytes(received, range.total());
            }
            out.force(true);
        }
        Long total = range.total();
        if (total != null && received != total) {
            throw new IOException("The body ended after " + received + " of " + total + " bytes");
        }
    }

    private static void refusePages(URI address, HttpResponse<InputStream> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("text/")) {
            throw new Problem.BadInput(
                    "{address} answers with a web page, not with the model. A sign-in "
                            + "page of your network may be in between; open the address in a "
                            + "browser to see.",
                    Map.of("address", address));
        }
    }

    private static void refuseSize(URI address, @Nullable Long total, long mostBytes) {
        if (total != null && total > mostBytes) {
            throw tooLarge(address, mostBytes);
        }
    }

    private static Problem.BadInput tooLarge(URI address, long mostBytes) {
        return new Problem.BadInput(
                "{address} sends far more than that model has (more than "
                        + "{mostBytes} bytes); it was stopped.",
                Map.of("address", address, "mostBytes", mostBytes));
    }

    private static Problem refused(URI address, int status) {
        if (status >= 300 && status < 400) {
            return new Problem.Unavailable(
                    "{host} only points from one address to another, without end. "
                            + "Try again later, or fetch {address} by hand and give the file: "
                            + "colloquy models install FILE",
                    Map.of("host", String.valueOf(address.getHost()), "address", address));
        }
        if (status == 404 || status == 410) {
            return new Problem.Unavailable(
                    "There is no model at {address} any more. See "
                            + "https://alphacephei.com/vosk/models, fetch one by hand and give "
                            + "the file: colloquy models install FILE",
                    Map.of("address", address));
        }
        return new Problem.Unavailable(
                "{host} refuses with status {status}. Try again later, or fetch "
                        + "{address} by hand and give the file: colloquy models install FILE",
                Map.of(
                        "host",
                        String.valueOf(address.getHost()),
                        "status",
                        status,
                        "address",
                        address));
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Problem.Cancelled("Fetching the model was stopped.");
        }
    }

    static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
