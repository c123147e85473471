package org.colloquy.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Whether a file stops in the middle, for the formats that FFmpeg reads to there without a word.
 */
final class FileEnd {
    /** More than the longest Ogg page: 27 + 255 + 255 * 255 bytes. */
    private static final int TAIL = 2 * 65_536;

    private static final int PAGE_HEADER = 27;

    /** Programs that do not know the length beforehand write one near these, or 0. */
    private static final long UNKNOWN_LENGTH = 0x7FFF_0000L;

    private static final int CHUNK_HEADER = 8;
    private static final int RIFF_HEADER = 12;
    private static final int CAF_HEADER = 8;
    private static final int CAF_CHUNK_HEADER = 12;

    private FileEnd() {}

    /**
     * @param format FFmpeg's name of it
     */
    static boolean isCut(Excerpt file, String format) throws IOException {
        return switch (format) {
            case "ogg" -> {
                long start = Math.max(0, file.size() - TAIL);
                yield isOggCut(file.read(start, (int) (file.size() - start)).array());
            }
            case "wav" -> isWavCut(file);
            case "avi" -> isAviCut(file);
            case "caf" -> isCut(file, CAF_HEADER, FileEnd::cafChunk);
            default -> format.startsWith("mov,") && isCut(file, 0, FileEnd::isoBox);
        };
    }

    /** The chunk "data" is longer than what is left of the file. */
    private static boolean isWavCut(Excerpt file) throws IOException {
        long at = RIFF_HEADER;
        while (at + CHUNK_HEADER <= file.size()) {
            ByteBuffer header = file.read(at, CHUNK_HEADER).order(ByteOrder.LITTLE_ENDIAN);
            String name = new String(header.array(), 0, 4, StandardCharsets.ISO_8859_1);
            long length = Integer.toUnsignedLong(header.getInt(4));
            at += CHUNK_HEADER;
            if (name.equals("data")) {
                return length < UNKNOWN_LENGTH && at + length > file.size();
            }
            at += length + length % 2;
        }
        return false;
    }

    /** The first list, which has all sound but that of very long files, goes beyond the end. */
    private static boolean isAviCut(Excerpt file) throws IOException {
        ByteBuffer header = file.read(0, CHUNK_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        long length = Integer.toUnsignedLong(header.getInt(4));
        return length < UNKNOWN_LENGTH && CHUNK_HEADER + length > file.size();
    }

    /** Reads the length of a part, its own header included, from its first 16 bytes. */
    @FunctionalInterface
    private interface PartLength {
        /** 0: up to the end of the file, whatever that is. */
        long of(ByteBuffer header);
    }

    /** ISO/IEC 14496-12, section 4.2: a length of 1 says that a long one follows. */
    private static long isoBox(ByteBuffer header) {
        long length = Integer.toUnsignedLong(header.getInt(0));
        return length == 1 ? header.getLong(8) : length;
    }

    /** Apple's Core Audio Format: type, then the length without these two; -1 is unknown. */
    private static long cafChunk(ByteBuffer header) {
        long length = header.getLong(4);
        return length < 0 ? 0 : length + CAF_CHUNK_HEADER;
    }

    /** Whether one of the parts, which lie one behind the other, goes beyond the end. */
    private static boolean isCut(Excerpt file, long start, PartLength partLength)
            throws IOException {
        long at = start;
        while (at + CHUNK_HEADER <= file.size()) {
            long length = partLength.of(file.read(at, 2 * Long.BYTES));
            if (length < CHUNK_HEADER) {
                return false;
            }
            at += length;
        }
        return at > file.size();
    }

    /** The last page is not whole. The layout of a page is in RFC 3533, section 6. */
    static boolean isOggCut(byte[] tail) {
        for (int at = tail.length - 4; at >= 0; at--) {
            if (tail[at] == 'O'
                    && tail[at + 1] == 'g'
                    && tail[at + 2] == 'g'
                    && tail[at + 3] == 'S') {
                int end = endOfPage(tail, at);
                return end < 0 || end > tail.length;
            }
        }
        return true;
    }

    private static int endOfPage(byte[] bytes, int start) {
        if (start + PAGE_HEADER > bytes.length) {
            return -1;
        }
        int segments = bytes[start + PAGE_HEADER - 1] & 0xFF;
        int end = start + PAGE_HEADER + segments;
        for (int i = 0; i < segments; i++) {
            int at = start + PAGE_HEADER + i;
            if (at >= bytes.length) {
                return -1;
            }
            end += bytes[at] & 0xFF;
        }
        return end;
    }
}
