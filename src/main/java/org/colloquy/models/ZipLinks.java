package org.colloquy.models;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Finds symbolic links in a zip. The JDK's ZipFile does not tell them apart, so the central
 * directory is read here (APPNOTE.TXT 4.3.12: external attributes at 38, their upper half is the
 * Unix mode where the maker at 4 is Unix).
 */
final class ZipLinks {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int MOST_DIRECTORY = 64 << 20;
    private static final int FILE_TYPE = 0xf000;
    private static final int LINK = 0xa000;

    private ZipLinks() {}

    /** Whether some entry is a link; false for a file whose directory cannot be found. */
    static boolean any(Path zip) throws IOException {
        try (FileChannel file = FileChannel.open(zip, StandardOpenOption.READ)) {
            ByteBuffer end =
                    read(file, Math.max(0, file.size() - 0x10000 - END_LENGTH), file.size());
            for (int at = end.limit() - END_LENGTH; at >= 0; at--) {
                if (end.getInt(at) == END_SIGNATURE) {
                    long length = Integer.toUnsignedLong(end.getInt(at + 12));
                    long start = Integer.toUnsignedLong(end.getInt(at + 16));
                    boolean readable = length <= MOST_DIRECTORY && start + length <= file.size();
                    return readable && anyIn(read(file, start, start + length));
                }
            }
            return false;
        }
    }

    private static boolean anyIn(ByteBuffer directory) {
        int at = 0;
        while (at + ENTRY_LENGTH <= directory.limit() && directory.getInt(at) == ENTRY_SIGNATURE) {
            int mode = directory.getInt(at + 38) >>> 16;
            if ((mode & FILE_TYPE) == LINK) {
                return true;
            }
            at +=
                    ENTRY_LENGTH
                            + Short.toUnsignedInt(directory.getShort(at + 28))
                            + Short.toUnsignedInt(directory.getShort(at + 30))
                            + Short.toUnsignedInt(directory.getShort(at + 32));
        }
        return false;
    }

    private static ByteBuffer read(FileChannel file, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
            // until all of it has come
        }
        return bytes.flip();
    }
}
