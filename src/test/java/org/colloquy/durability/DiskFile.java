package org.colloquy.durability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A file on a disk that may lose its power: what is forced, and the changes since. The changes are
 * kept in order; a power cut takes each sector, and the length, as it was after any of them.
 */
final class DiskFile {
    /**
     * @param index of the event: later ones are greater
     * @param bytes written; null: only the length was set
     * @param end the length that was set, or where the bytes end
     */
    private record Change(int index, long offset, byte[] bytes, boolean sizes, long end) {}

    private byte[] forced;
    private int length;
    private final List<Change> since = new ArrayList<>();

    DiskFile(byte[] forced) {
        this.forced = forced.clone();
        this.length = forced.length;
    }

    void write(int index, long offset, byte[] bytes) {
        since.add(new Change(index, offset, bytes, false, offset + bytes.length));
    }

    void size(int index, long newLength) {
        since.add(new Change(index, 0, new byte[0], true, newLength));
    }

    /** What was changed before that event is on disk for good. */
    void force(int before) {
        int count = 0;
        while (count < since.size() && since.get(count).index() < before) {
            apply(since.get(count));
            count++;
        }
        since.subList(0, count).clear();
    }

    private void apply(Change change) {
        int end = Math.toIntExact(change.end());
        if (end > forced.length) {
            forced = Arrays.copyOf(forced, Math.max(end, forced.length * 2));
        }
        if (change.sizes()) {
            if (end < length) {
                Arrays.fill(forced, end, length, (byte) 0);
            }
            length = end;
        } else {
            System.arraycopy(
                    change.bytes(), 0, forced, (int) change.offset(), change.bytes().length);
            length = Math.max(length, end);
        }
    }

    /** Lost all that may be lost. */
    byte[] forced() {
        return Arrays.copyOf(forced, length);
    }

    /** As the running system sees it: with every change. */
    byte[] now() {
        DiskFile copy = new DiskFile(forced());
        since.forEach(copy::apply);
        return copy.forced();
    }

    /**
     * What a power cut may leave: the length after any change, each sector after any change that
     * touches it.
     *
     * @param keepForced how likely a sector is as it was forced, whatever came later, 0 to 1
     * @param garbage whether anything may lie where the length grew and no byte came; else zeros
     */
    byte[] cut(Random random, int sectorBytes, double keepForced, boolean garbage) {
        long[] lengths = new long[since.size() + 1];
        lengths[0] = length;
        for (int i = 0; i < since.size(); i++) {
            Change change = since.get(i);
            lengths[i + 1] = change.sizes() ? change.end() : Math.max(lengths[i], change.end());
        }
        byte[] left = new byte[Math.toIntExact(lengths[random.nextInt(lengths.length)])];
        for (int from = 0; from < left.length; from += sectorBytes) {
            int to = Math.min(left.length, from + sectorBytes);
            int version =
                    random.nextDouble() < keepForced ? 0 : versionOf(from, to, lengths, random);
            sector(left, from, to, version);
            int written = (int) Math.max(from, Math.min(to, lengths[version]));
            if (garbage && written < to) {
                byte[] anything = new byte[to - written];
                random.nextBytes(anything);
                System.arraycopy(anything, 0, left, written, anything.length);
            }
        }
        return left;
    }

    /** After how many changes the sector is taken: none, or any that touches it. */
    private int versionOf(long from, long to, long[] lengths, Random random) {
        List<Integer> choices = new ArrayList<>(List.of(0));
        for (int i = 0; i < since.size(); i++) {
            Change change = since.get(i);
            boolean touches =
                    change.sizes()
                            ? Math.min(lengths[i], change.end()) < to
                            : change.offset() < to && change.end() > from;
            if (touches) {
                choices.add(i + 1);
            }
        }
        return choices.get(random.nextInt(choices.size()));
    }

    /** Puts that part of the file together as it was after so many changes. */
    private void sector(byte[] into, int from, int to, int changes) {
        int there = Math.min(to, length);
        if (there > from) {
            System.arraycopy(forced, from, into, from, there - from);
        }
        for (Change change : since.subList(0, changes)) {
            if (change.sizes()) {
                int cut = (int) Math.max(from, change.end());
                if (cut < to) {
                    Arrays.fill(into, cut, to, (byte) 0);
                }
            } else {
                int first = (int) Math.max(from, change.offset());
                int last = (int) Math.min(to, change.end());
                if (first < last) {
                    System.arraycopy(
                            change.bytes(),
                            (int) (first - change.offset()),
                            into,
                            first,
                            last - first);
                }
            }
        }
    }
}
