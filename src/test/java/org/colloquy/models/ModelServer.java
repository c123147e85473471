package org.colloquy.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A real HTTP server for models, which a test can make fail and lie. */
final class ModelServer implements AutoCloseable {
    /** How one answer is given. */
    @FunctionalInterface
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;

    /** The Range header of each request, "" for none. */
    final List<String> ranges = new CopyOnWriteArrayList<>();

    private ModelServer(Answer answer) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    String range = exchange.getRequestHeaders().getFirst("Range");
                    ranges.add(range == null ? "" : range);
                    try (exchange) {
                        answer.give(exchange);
                    } catch (IOException broken) {
                        // the client went away, as some tests want
                    }
                });
        server.start();
    }

    static ModelServer that(Answer answer) {
        return new ModelServer(answer);
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/models");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Sends all, or the rest that a Range asks for where If-Range fits the ETag. */
    static void send(HttpExchange exchange, byte[] body, String tag) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        boolean fits = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        exchange.getResponseHeaders().set("ETag", tag);
        exchange.getResponseHeaders().set("Content-Type", "application/zip");
        if (range == null || !fits) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            return;
        }
        int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        exchange.getResponseHeaders()
                .set(
                        "Content-Range",
                        "bytes " + from + "-" + (body.length - 1) + "/" + body.length);
        exchange.sendResponseHeaders(206, body.length - from);
        exchange.getResponseBody().write(body, from, body.length - from);
    }

    /** Promises all and breaks off after some bytes. */
    static void breakOff(HttpExchange exchange, byte[] body, int after, String tag)
            throws IOException {
        exchange.getResponseHeaders().set("ETag", tag);
        exchange.sendResponseHeaders(200, body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, after);
        out.flush();
        exchange.close();
    }

    /** A zip as Vosk's site has them, with noise that does not shrink. */
    static byte[] zipOfModel(String name) {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        return zip(
                Map.of(
                        name + "/am/final.mdl", noise,
                        name + "/conf/model.conf", "--beam=13".getBytes(StandardCharsets.UTF_8),
                        name + "/README", "small".getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
