package org.colloquy.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.colloquy.SettableClock;
import org.colloquy.common.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchFolderTest {
    @TempDir Path base;
    private final SettableClock clock = SettableClock.atTen();
    private WatchFolder watch;
    private Path folder;

    @BeforeEach
    void open() {
        watch = new WatchFolder(base.resolve("watch"), clock);
        folder = watch.of("anna@centre.example");
    }

    private Path file(String name, String text, Duration age) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
        return file;
    }

    private List<String> names() {
        return watch.list(folder).stream().map(ArrivedFile::name).toList();
    }

    @Test
    void everybodyHasAFolderOfTheirOwn() {
        assertEquals(base.resolve("watch/anna@centre.example"), folder);
        assertTrue(Files.isDirectory(folder));
        assertEquals("a%2f_..%2f_b@c.example", WatchFolder.folderName("a/../b@c.example"));
        assertEquals("%2e_.@x", WatchFolder.folderName("..@x"));
        assertNotEquals(WatchFolder.folderName("a%2f_b@c"), WatchFolder.folderName("a/b@c"));
    }

    @Test
    void aNameThatTheSystemDoesNotHaveIsNoFile() {
        assertEquals(Optional.empty(), WatchFolder.resolved(folder, "a\0b.wav"));
        assertEquals(Optional.empty(), watch.findWhole(folder, "a\0b.wav"));
        assertEquals(Optional.of(folder.resolve("a.wav")), WatchFolder.resolved(folder, "a.wav"));
    }

    @Test
    void aFolderThatLeadsElsewhereIsNotUsed() throws IOException {
        Files.createSymbolicLink(
                base.resolve("watch/ben@centre.example"), Files.createDirectory(base.resolve("x")));
        assertThrows(Problem.Unavailable.class, () -> watch.of("ben@centre.example"));
    }

    @Test
    void wholeFilesAreListedTheNewestFirst() throws IOException {
        file("old.m4a", "abc", Duration.ofDays(2));
        file("new Ö.m4a", "abcd", Duration.ofMinutes(1));
        assertEquals(List.of("new Ö.m4a", "old.m4a"), names());
        assertEquals(4, watch.list(folder).getFirst().lengthBytes());
        assertEquals(clock.instant().minusSeconds(60), watch.list(folder).getFirst().changedAt());
    }

    @Test
    void whatIsNoFileOfTheirsIsNot() throws IOException {
        Path secret = Files.writeString(base.resolve("secret"), "secret");
        Files.createSymbolicLink(folder.resolve("link.wav"), secret);
        Files.createDirectory(folder.resolve("folder.wav"));
        for (String name :
                List.of(
                        ".hidden.wav",
                        "~$a.wav",
                        "a.wav.part",
                        "a.wav.crdownload",
                        "a.TMP",
                        "Thumbs.db",
                        "two\nlines.wav")) {
            file(name, "abc", Duration.ofDays(1));
        }
        file("empty.wav", "", Duration.ofDays(1));
        assertEquals(List.of(), names());
        assertEquals(Optional.empty(), watch.findWhole(folder, "link.wav"));
        assertEquals(Optional.empty(), watch.findWhole(folder, "../../secret"));
        assertEquals(Optional.empty(), watch.findWhole(folder, "folder.wav"));
        assertEquals(Optional.empty(), watch.findWhole(folder, ".."));
        assertEquals(Optional.empty(), watch.findWhole(folder, ""));
        assertThrows(IOException.class, () -> watch.read(folder, "link.wav"));
    }

    @Test
    void aFileThatGrowsWaitsUntilItHasBeenQuietForTenSeconds() throws IOException {
        file("a.wav", "abc", Duration.ofSeconds(3));
        assertEquals(List.of(), names());
        assertThrows(Problem.Conflict.class, () -> watch.findWhole(folder, "a.wav"));
        clock.advance(Duration.ofSeconds(6));
        file("a.wav", "abcdef", Duration.ZERO);
        assertEquals(List.of(), names());
        clock.advance(Duration.ofSeconds(9));
        assertEquals(List.of(), names());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(List.of("a.wav"), names());
    }

    @Test
    void aCopyThatKeepsAnOldTimeIsSeenToGrow() throws IOException {
        file("a.wav", "abc", Duration.ofDays(7));
        assertEquals(List.of("a.wav"), names());
        file("a.wav", "abcdef", Duration.ofDays(7));
        assertEquals(List.of(), names());
        clock.advance(Duration.ofSeconds(10));
        assertEquals(List.of("a.wav"), names());
    }

    @Test
    void aTimeInTheFutureDoesNotKeepAFileAwayForEver() throws IOException {
        Path file = file("a.wav", "abc", Duration.ofDays(-30));
        assertEquals(List.of(), names());
        clock.advance(Duration.ofSeconds(10));
        assertEquals(List.of("a.wav"), names());
        assertTrue(Files.exists(file));
    }

    @Test
    void whatWasTakenIsMovedAndNothingIsWrittenOver() throws IOException {
        for (String text : List.of("one", "two", "three")) {
            file("a.wav", text, Duration.ofDays(1));
            watch.moveToTaken(folder, "a.wav");
        }
        watch.moveToTaken(folder, "a.wav");
        assertFalse(Files.exists(folder.resolve("a.wav")));
        assertEquals("one", Files.readString(folder.resolve("taken/a.wav")));
        assertEquals("two", Files.readString(folder.resolve("taken/a (2).wav")));
        assertEquals("three", Files.readString(folder.resolve("taken/a (3).wav")));
    }
}
