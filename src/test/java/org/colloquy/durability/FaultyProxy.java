package org.colloquy.durability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network that fails, by seed: it stands before a server of this machine and resets, cuts, loses
 * and refuses a share of all requests, and delays others. Each request has a connection of its own.
 */
final class FaultyProxy implements AutoCloseable {
    /** What happens to a request. */
    enum Fault {
        /** The connection is reset before anything of it came through. */
        RESET,
        /** Something between answers that nobody is there. */
        REFUSED,
        /** It is cut off within its body. */
        REQUEST_CUT,
        /** The server does it, and nobody hears of it. */
        ANSWER_LOST,
        /** The server does it, and its answer ends in the middle. */
        ANSWER_CUT
    }

    private static final Pattern LENGTH =
            Pattern.compile("(?im)^content-length:\\s*(\\d+)\\s*$");
    private static final Pattern CHUNKED =
            Pattern.compile("(?im)^transfer-encoding:\\s*chunked\\s*$");
    private static final Pattern CONNECTION = Pattern.compile("(?im)^connection:[^\r\n]*\r\n");
    private static final double SHARE_DELAYED = 0.1;
    private static final double MOST_DELAY_SECONDS = 0.25;
    private static final int MOST_HEAD_BYTES = 64 * 1024;

    private final ServerSocket door;
    private final int target;
    private final double share;
    private final Random random;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private int requests;
    private int delayed;
    private long bodyBytes;

    /**
     * @param target the port of the server
     * @param share of all requests that fail, 0 to 1
     */
    FaultyProxy(int target, double share, long seed) throws IOException {
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.target = target;
        this.share = share;
        this.random = new Random(seed);
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    synchronized int requests() {
        return requests;
    }

    synchronized int failed() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int delayed() {
        return delayed;
    }

    /** Of all bodies that clients sent, as far as they were read. */
    synchronized long bodyBytes() {
        return bodyBytes;
    }

    synchronized Map<Fault, Integer> faults() {
        return Map.copyOf(faults);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            String head = head(client.getInputStream());
            if (!head.isEmpty()) {
                pass(client, head);
            }
        } catch (IOException gone) {
            // One side went away, which is what networks do.
            reset(client);
        }
    }

    /** What is drawn for one request, at once, so that the draws come in the order of requests. */
    private record Luck(Fault fault, double delaySeconds, double place) {}

    private synchronized Luck draw() {
        requests++;
        Fault fault = null;
        double delay = 0;
        if (random.nextDouble() < share) {
            fault = Fault.values()[random.nextInt(Fault.values().length)];
            faults.merge(fault, 1, Integer::sum);
        } else if (random.nextDouble() < SHARE_DELAYED) {
            delay = random.nextDouble() * MOST_DELAY_SECONDS;
            delayed++;
        }
        return new Luck(fault, delay, random.nextDouble());
    }

    private void pass(Socket client, String head) throws IOException {
        Luck luck = draw();
        if (luck.fault() == Fault.RESET) {
            reset(client);
            return;
        }
        byte[] body = body(client.getInputStream(), head);
        synchronized (this) {
            bodyBytes += body.length;
        }
        if (luck.fault() == Fault.REFUSED) {
            client.getOutputStream().write(ascii("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            return;
        }
        LockSupport.parkNanos((long) (luck.delaySeconds() * 1e9));
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            server.setTcpNoDelay(true);
            OutputStream out = server.getOutputStream();
            out.write(ascii(closing(head)));
            if (luck.fault() == Fault.REQUEST_CUT) {
                out.write(body, 0, (int) (luck.place() * body.length));
                out.flush();
                reset(server);
                reset(client);
                return;
            }
            out.write(body);
            out.flush();
            byte[] answer = server.getInputStream().readAllBytes();
            if (luck.fault() == Fault.ANSWER_LOST) {
                reset(client);
                return;
            }
            int length =
                    luck.fault() == Fault.ANSWER_CUT
                            ? (int) (luck.place() * answer.length)
                            : answer.length;
            client.getOutputStream().write(answer, 0, length);
        }
    }

    private static String closing(String head) {
        String without = CONNECTION.matcher(head).replaceAll("");
        return without.substring(0, without.length() - 2) + "Connection: close\r\n\r\n";
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            ends = next == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : next == '\r' ? 1 : 0;
            if (ends == 4) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
            if (head.size() > MOST_HEAD_BYTES) {
                throw new IOException("A head without an end");
            }
        }
        return "";
    }

    private static byte[] body(InputStream in, String head) throws IOException {
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            byte[] body = in.readNBytes(Integer.parseInt(length.group(1)));
            if (body.length < Integer.parseInt(length.group(1))) {
                throw new IOException("The client broke off");
            }
            return body;
        }
        return CHUNKED.matcher(head).find() ? chunkedBody(in) : new byte[0];
    }

    /** As it came, with its framing. */
    private static byte[] chunkedBody(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String line = line(in);
            body.writeBytes(ascii(line + "\r\n"));
            int size = Integer.parseInt(line.split(";", 2)[0].strip().toLowerCase(Locale.ROOT), 16);
            body.writeBytes(in.readNBytes(size));
            body.writeBytes(ascii(line(in) + "\r\n"));
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The client broke off");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Ends a connection as a dying machine does. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException already) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
