package org.colloquy.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Makes a QuickTime file's sound lie in another file: an alias record in its "dref" box. */
final class ExternalReference {
    private static final String[] ABOVE = {"moov", "trak", "mdia", "minf", "dinf", "dref"};
    private static final String VOLUME = "hd";
    private static final int ALIAS_HEADER = 150;

    private ExternalReference() {}

    /** The layout of an alias record is that which FFmpeg's mov_read_dref reads. */
    static byte[] in(byte[] movie, Path other) {
        byte[] path = (VOLUME + other).getBytes(StandardCharsets.UTF_8);
        int padded = path.length + path.length % 2;
        ByteBuffer alias = ByteBuffer.allocate(8 + 4 + ALIAS_HEADER + 4 + padded + 4);
        alias.putInt(alias.capacity()).put("alis".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        alias.position(12 + 10)
                .put((byte) VOLUME.length())
                .put(VOLUME.getBytes(StandardCharsets.US_ASCII));
        byte[] name = other.getFileName().toString().getBytes(StandardCharsets.UTF_8);
        alias.position(12 + 50).put((byte) name.length).put(name);
        // One level up and one down; then type 2, the absolute path, and the end mark.
        alias.putShort(12 + 130, (short) 1).putShort(12 + 132, (short) 1);
        alias.position(12 + ALIAS_HEADER).putShort((short) 2).putShort((short) path.length);
        alias.put(path);
        alias.position(12 + ALIAS_HEADER + 4 + padded).putShort((short) -1).putShort((short) 0);
        int dref = 0;
        for (String box : ABOVE) {
            dref = find(movie, box, dref);
        }
        int entry = dref + 4 + 4 + 4;
        int oldLength = ByteBuffer.wrap(movie).getInt(entry);
        int grown = alias.capacity() - oldLength;
        ByteBuffer hostile = ByteBuffer.allocate(movie.length + grown);
        hostile.put(movie, 0, entry).put(alias.array());
        hostile.put(movie, entry + oldLength, movie.length - entry - oldLength);
        int at = 0;
        for (String box : ABOVE) {
            at = find(movie, box, at);
            hostile.putInt(at - 4, hostile.getInt(at - 4) + grown);
        }
        return hostile.array();
    }

    private static int find(byte[] in, String what, int from) {
        String text = new String(in, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(what, from);
        if (at < 0) {
            throw new IllegalArgumentException("The file has no box " + what);
        }
        return at;
    }
}
