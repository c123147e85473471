package org.colloquy.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One message between a worker process and its parent: on the wire a fixed first byte, a type byte,
 * a four-byte length and that many bytes. The payload is not copied: whoever receives it owns it.
 */
public final class Frame {
    /** The most bytes that one frame carries: 4 MiB. Longer things go in several. */
    public static final int MAX_PAYLOAD = 4 << 20;

    /** First byte of each frame, so that a stray print into the pipe is noticed at once. */
    private static final int MARK = 0xC7;

    private final int type;
    private final byte[] payload;

    public Frame(int type, byte[] payload) {
        if (type < 0 || type > 255) {
            throw new IllegalArgumentException("The type of a frame is 0 to 255, not " + type);
        }
        this.type = type;
        this.payload = payload;
    }

    public int type() {
        return type;
    }

    public byte[] payload() {
        return payload;
    }

    /** The payload as UTF-8. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    static void write(DataOutputStream out, int type, byte[] bytes, int offset, int length)
            throws IOException {
        if (length > MAX_PAYLOAD) {
            throw new IllegalArgumentException(
                    "A frame carries " + MAX_PAYLOAD + " bytes at most, not " + length);
        }
        out.writeByte(MARK);
        out.writeByte(type);
        out.writeInt(length);
        out.write(bytes, offset, length);
        out.flush();
    }

    /** The next frame, null where the other side closed the pipe between two frames. */
    static @Nullable Frame read(DataInputStream in) throws IOException {
        int mark = in.read();
        if (mark < 0) {
            return null;
        }
        if (mark != MARK) {
            throw new IOException("Something that is no frame came through the pipe");
        }
        int type = in.readUnsignedByte();
        int length = in.readInt();
        if (length < 0 || length > MAX_PAYLOAD) {
            throw new IOException("A frame claims to carry " + length + " bytes");
        }
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new Frame(type, payload);
    }
}
