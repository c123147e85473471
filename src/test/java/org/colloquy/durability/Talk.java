package org.colloquy.durability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.colloquy.common.Hashes;

/**
 * A recording as a page would send it: some parts, cut into pieces at places that mean nothing.
 *
 * @param name what the recording is called
 * @param bytes all pieces, one after the other
 */
record Talk(
        String name, List<Piece> pieces, int parts, byte[] bytes, String sha256, double seconds) {

    /**
     * Draws one.
     *
     * @param parts from which some are taken
     * @param mostParts of one talk
     * @param mostBytes of one piece; most are far smaller
     */
    static Talk draw(
            String name, List<LiveSound> parts, int mostParts, int mostBytes, Random random) {
        int count = 1 + random.nextInt(mostParts);
        List<Piece> pieces = new ArrayList<>();
        int length = 0;
        double seconds = 0;
        List<byte[]> all = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            LiveSound sound = parts.get(random.nextInt(parts.size()));
            for (byte[] bytes : cut(sound.bytes(), mostBytes, random)) {
                pieces.add(new Piece(pieces.size(), part, bytes, Hashes.sha256(bytes)));
            }
            all.add(sound.bytes());
            length += sound.bytes().length;
            seconds += sound.seconds();
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] each : all) {
            System.arraycopy(each, 0, whole, at, each.length);
            at += each.length;
        }
        return new Talk(name, List.copyOf(pieces), count, whole, Hashes.sha256(whole), seconds);
    }

    /** Lengths from a single byte on, short ones more often than long ones. */
    private static List<byte[]> cut(byte[] bytes, int mostBytes, Random random) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < bytes.length; ) {
            double share = random.nextDouble();
            int length = 1 + (int) (share * share * (mostBytes - 1));
            int to = Math.min(bytes.length, from + length);
            pieces.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        return pieces;
    }
}
