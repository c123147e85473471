package org.colloquy.durability;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@code powercut.c} wrote. */
final class DiskLog {
    private static final int HEAD_BYTES = 41;

    private DiskLog() {}

    /** A record that was cut off by the death of the program is left out. */
    static List<DiskEvent> read(Path file) throws IOException {
        List<DiskEvent> events = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            byte[] head = new byte[HEAD_BYTES];
            while (in.readNBytes(head, 0, HEAD_BYTES) == HEAD_BYTES) {
                ByteBuffer numbers = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
                int kind = numbers.get();
                long begun = numbers.getLong();
                long ended = numbers.getLong();
                long inode = numbers.getLong();
                long number = numbers.getLong();
                byte[] one = new byte[numbers.getInt()];
                byte[] two = new byte[numbers.getInt()];
                in.readFully(one);
                in.readFully(two);
                events.add(event(kind, begun, ended, inode, number, one, two));
            }
        } catch (EOFException cutOff) {
            return events;
        }
        return events;
    }

    private static DiskEvent event(
            int kind, long begun, long ended, long inode, long number, byte[] one, byte[] two) {
        return switch (kind) {
            case 1 -> new DiskEvent.Opened(begun, inode, text(one), false);
            case 2 -> new DiskEvent.Created(begun, inode, text(one), false);
            case 3 -> new DiskEvent.Written(begun, inode, number, one);
            case 4 -> new DiskEvent.Sized(begun, inode, number);
            case 5 -> new DiskEvent.ForceBegun(begun, inode, number);
            case 6 -> new DiskEvent.ForceDone(ended, inode, number);
            case 7 -> new DiskEvent.Renamed(begun, text(one), text(two));
            case 8 -> new DiskEvent.Removed(begun, text(one));
            case 9 -> new DiskEvent.Created(begun, inode, text(one), true);
            case 10 -> new DiskEvent.Opened(begun, inode, text(one), true);
            case 11 -> new DiskEvent.Mapped(begun, inode);
            default -> throw new IllegalStateException("A record of the unknown kind " + kind);
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
