package org.colloquy.durability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.colloquy.durability.Disk.Loss;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the simulated disk keeps and what it may lose. */
class DiskTest {
    private static final int SECTOR = 4;
    private static final Loss ANY = new Loss(SECTOR, 0.5, false);
    private static final int TRIES = 60;

    @TempDir private Path folder;
    private Disk disk;
    private int cuts;

    @BeforeEach
    void startWithOneFile() throws IOException {
        Path start = Files.createDirectories(folder.resolve("start/sub"));
        Files.writeString(start.resolve("old"), "aaaabbbb");
        disk = new Disk(folder.resolve("start"), path -> false);
        follow(new DiskEvent.Opened(0, 1, "sub/old", false));
        follow(new DiskEvent.Opened(0, 2, "sub", true));
    }

    private void follow(DiskEvent event) {
        disk.follow(event);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void force(long inode, long number) {
        follow(new DiskEvent.ForceBegun(0, inode, number));
        follow(new DiskEvent.ForceDone(0, inode, number));
    }

    /** Every content that some cut leaves; "-" where the file is not there. */
    private Set<String> left(String path, Loss loss) throws IOException {
        Set<String> found = new HashSet<>();
        // The first draws of neighbouring seeds are alike: one generator for all.
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            Path after = folder.resolve("cut" + cuts++);
            disk.cut(after, loss, random);
            Path file = after.resolve(path);
            found.add(
                    Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "-");
        }
        return found;
    }

    @Test
    void whatIsNotForcedIsThereByTheSectorOrNot() throws IOException {
        follow(new DiskEvent.Written(0, 1, 2, bytes("XXXX")));
        assertEquals(Set.of("aaaabbbb", "aaXXbbbb", "aaaaXXbb", "aaXXXXbb"), left("sub/old", ANY));
    }

    @Test
    void whatIsForcedStays() throws IOException {
        follow(new DiskEvent.Written(0, 1, 2, bytes("XXXX")));
        force(1, 1);
        assertEquals(Set.of("aaXXXXbb"), left("sub/old", ANY));
    }

    @Test
    void aForceCoversOnlyWhatWasWrittenBeforeItBegan() throws IOException {
        follow(new DiskEvent.Written(0, 1, 0, bytes("X")));
        follow(new DiskEvent.ForceBegun(0, 1, 7));
        follow(new DiskEvent.Written(0, 1, 4, bytes("Y")));
        assertEquals(4, left("sub/old", ANY).size());
        follow(new DiskEvent.ForceDone(0, 1, 7));
        assertEquals(Set.of("Xaaabbbb", "XaaaYbbb"), left("sub/old", ANY));
    }

    @Test
    void ofTwoWritesOverEachOtherEitherMayBeLeft() throws IOException {
        follow(new DiskEvent.Written(0, 1, 0, bytes("1111")));
        follow(new DiskEvent.Written(0, 1, 0, bytes("2222")));
        assertEquals(Set.of("aaaabbbb", "1111bbbb", "2222bbbb"), left("sub/old", ANY));
    }

    @Test
    void aFileMayHaveGrownWithoutItsBytes() throws IOException {
        follow(new DiskEvent.Written(0, 1, 8, bytes("cccc")));
        assertEquals(Set.of("aaaabbbb", "aaaabbbbcccc", "aaaabbbb\0\0\0\0"), left("sub/old", ANY));
        boolean anything =
                left("sub/old", new Loss(SECTOR, 0.5, true)).stream()
                        .anyMatch(
                                text -> text.length() > 8 && !text.substring(8).matches("c*|\0*"));
        assertTrue(anything, "garbage where it grew");
    }

    @Test
    void aCutAwayEndMayBeThereStill() throws IOException {
        follow(new DiskEvent.Sized(0, 1, 4));
        follow(new DiskEvent.Written(0, 1, 4, bytes("YY")));
        Set<String> left = left("sub/old", ANY);
        assertTrue(left.containsAll(Set.of("aaaabbbb", "aaaa", "aaaaYY")), left.toString());
        assertFalse(left.contains("aaaaYYbb"), "what was cut away does not come back behind");
        force(1, 1);
        assertEquals(Set.of("aaaaYY"), left("sub/old", ANY));
    }

    @Test
    void aNewNameIsForcedThroughItsFolderOnly() throws IOException {
        follow(new DiskEvent.Created(0, 3, "sub/new", false));
        follow(new DiskEvent.Written(0, 3, 0, bytes("n")));
        force(3, 1);
        assertEquals(Set.of("-", "n"), left("sub/new", ANY));
        force(2, 2);
        assertEquals(Set.of("n"), left("sub/new", ANY));
    }

    @Test
    void aRenameIsThereWholeOrNotAtAll() throws IOException {
        follow(new DiskEvent.Created(0, 3, "sub/new.part", false));
        follow(new DiskEvent.Written(0, 3, 0, bytes("n")));
        force(3, 1);
        force(2, 2);
        follow(new DiskEvent.Renamed(0, "sub/new.part", "sub/old"));
        assertEquals(Set.of("aaaabbbb", "n"), left("sub/old", ANY));
        assertEquals(Set.of("n", "-"), left("sub/new.part", ANY));
        force(2, 3);
        assertEquals(Set.of("n"), left("sub/old", ANY));
    }

    @Test
    void aRemovedFileMayComeBackWithWhatWasForced() throws IOException {
        follow(new DiskEvent.Removed(0, "sub/old"));
        // The number is free for another file.
        follow(new DiskEvent.Created(0, 1, "sub/old", false));
        follow(new DiskEvent.Written(0, 1, 0, bytes("new")));
        assertEquals(Set.of("-", "aaaabbbb", "", "new", "\0\0\0"), left("sub/old", ANY));
    }

    @Test
    void nothingIsLostWhereNothingIsLosable() throws IOException {
        byte[] noise = new byte[1000];
        new Random(1).nextBytes(noise);
        DiskFile file = new DiskFile(new byte[0]);
        for (int at = 0; at < noise.length; at += 100) {
            file.write(at, at, Arrays.copyOfRange(noise, at, at + 100));
        }
        assertArrayEquals(noise, file.now());
        assertArrayEquals(new byte[0], file.forced());
        file.force(500);
        assertArrayEquals(Arrays.copyOf(noise, 500), file.forced());
        file.force(Integer.MAX_VALUE);
        assertArrayEquals(noise, file.cut(new Random(2), SECTOR, 0.5, true));
    }

    @Test
    void forcesThatAreIgnoredForceNothing() throws IOException {
        disk = new Disk(folder.resolve("start"), path -> path.endsWith("old"));
        follow(new DiskEvent.Opened(0, 1, "sub/old", false));
        follow(new DiskEvent.Written(0, 1, 0, bytes("XXXX")));
        force(1, 1);
        assertEquals(Set.of("aaaabbbb", "XXXXbbbb"), left("sub/old", ANY));
    }

    @Test
    void aFileWrittenThroughMemoryIsNamed() {
        assertEquals(Set.of(), disk.mapped());
        follow(new DiskEvent.Mapped(0, 1));
        assertEquals(Set.of("sub/old"), disk.mapped());
    }
}
