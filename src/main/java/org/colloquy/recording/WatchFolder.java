package org.colloquy.recording;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The folder that files arrive in from phones and recorders, with a folder in it for each person,
 * named by their e-mail address. Only plain files that lie in it themselves are looked at: no
 * links, no folders, nothing hidden, nothing that is still being copied. Nothing is ever deleted:
 * what was taken in is moved into the folder {@code taken} beside it.
 */
final class WatchFolder {
    /** Unchanged for so long a file counts as copied. */
    static final Duration QUIET = Duration.ofSeconds(10);

    static final String TAKEN = "taken";

    private static final int MOST_FILES = 500;
    private static final int LONGEST_NAME = 250;

    /** What browsers, phones and copying programs call a file that is not all there yet. */
    private static final List<String> PARTIAL =
            List.of(
                    ".part",
                    ".partial",
                    ".crdownload",
                    ".download",
                    ".opdownload",
                    ".filepart",
                    ".tmp",
                    ".temp",
                    ".!ut",
                    ".lock");

    private static final List<String> SYSTEM = List.of("thumbs.db", "desktop.ini");

    /** What a file was like, and since when it has been. */
    private record Seen(long lengthBytes, Instant changedAt, Instant since) {}

    private final Path base;
    private final Clock clock;
    private final Map<Path, Map<String, Seen>> seen = new ConcurrentHashMap<>();

    WatchFolder(Path base, Clock clock) {
        this.base = base;
        this.clock = clock;
    }

    /**
     * Makes the folder where there is none.
     *
     * @throws Problem.Unavailable where it cannot be
     */
    void open() {
        makeFolder(base);
    }

    /**
     * The folder of the person with that e-mail address, made where there is none.
     *
     * @throws Problem.Unavailable where it cannot be made, or leads out of the watch folder
     */
    Path of(String email) {
        Path folder =
                resolved(base, folderName(email))
                        .orElseThrow(
                                () ->
                                        new Problem.Unavailable(
                                                "No folder can have the name of "
                                                        + "{email} on this machine: Colloquy "
                                                        + "was started without a UTF-8 locale. "
                                                        + "Start it with LC_ALL=C.UTF-8.",
                                                Map.of("email", email)));
        makeFolder(folder);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new Problem.Unavailable(
                    "The folder {folder} is a link to somewhere else, so nothing is "
                            + "taken from it. Make it a folder of its own.",
                    Map.of("folder", folder));
        }
        return folder;
    }

    /** Empty where the system has no such name, as for "ü" where it is set to plain ASCII. */
    static Optional<Path> resolved(Path folder, String name) {
        try {
            return Optional.of(folder.resolve(name));
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    /** Letters, digits and a few signs as they are; all else by number, so that no two are one. */
    static String folderName(String email) {
        StringBuilder name = new StringBuilder();
        email.codePoints()
                .forEach(
                        sign -> {
                            if (Character.isLetterOrDigit(sign) || "@._+-".indexOf(sign) >= 0) {
                                name.appendCodePoint(sign);
                            } else {
                                name.append('%').append(Integer.toHexString(sign)).append('_');
                            }
                        });
        // A name that begins with a point would be hidden, or be the folder above.
        return name.charAt(0) == '.' ? "%2e_" + name.substring(1) : name.toString();
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new Problem.Unavailable(
                    "The watch folder {folder} cannot be made or read. Give another "
                            + "with --watch, or change its permissions.",
                    Map.of("folder", folder),
                    failed);
        }
    }

    /** The files that can be taken in, the newest first. */
    List<ArrivedFile> list(Path folder) {
        Instant now = clock.instant();
        Map<String, Seen> before = seen.getOrDefault(folder, Map.of());
        Map<String, Seen> after = new HashMap<>();
        List<ArrivedFile> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path path : stream) {
                String name = path.getFileName().toString();
                ArrivedFile file = isSane(name) ? find(path).orElse(null) : null;
                if (file != null) {
                    Seen since = seen(before.get(name), file, now);
                    after.put(name, since);
                    if (isQuiet(since, now)) {
                        files.add(file);
                    }
                }
            }
        } catch (IOException failed) {
            throw new Problem.Unavailable(
                    "Your folder {folder} cannot be read ({why}). Ask who looks "
                            + "after this computer.",
                    Map.of("folder", folder, "why", String.valueOf(failed.getMessage())),
                    failed);
        }
        seen.put(folder, after);
        files.sort(
                Comparator.comparing(ArrivedFile::changedAt)
                        .reversed()
                        .thenComparing(ArrivedFile::name));
        return files.size() > MOST_FILES ? List.copyOf(files.subList(0, MOST_FILES)) : files;
    }

    /**
     * A file by its name, whole.
     *
     * @return empty where there is none
     * @throws Problem.Conflict where it is still being copied
     */
    Optional<ArrivedFile> findWhole(Path folder, String name) {
        Optional<ArrivedFile> file =
                isSane(name) ? resolved(folder, name).flatMap(WatchFolder::find) : Optional.empty();
        if (file.isPresent()) {
            Instant now = clock.instant();
            Seen before = seen.getOrDefault(folder, Map.of()).get(name);
            if (!isQuiet(seen(before, file.get(), now), now)) {
                throw new Problem.Conflict(
                        "“{name}” is still being copied, or was changed a moment ago. Wait "
                                + "until it has been unchanged for ten seconds, then take it in.",
                        Map.of("name", name));
            }
        }
        return file;
    }

    /** What was seen before stays, while the file does. */
    private static Seen seen(@Nullable Seen before, ArrivedFile file, Instant now) {
        return before != null
                        && before.lengthBytes() == file.lengthBytes()
                        && before.changedAt().equals(file.changedAt())
                ? before
                : new Seen(
                        file.lengthBytes(),
                        file.changedAt(),
                        // First seen: its own time tells, unless that is of another clock.
                        before == null && !file.changedAt().isAfter(now) ? file.changedAt() : now);
    }

    private static boolean isQuiet(Seen since, Instant now) {
        return !now.isBefore(since.since().plus(QUIET));
    }

    private static Optional<ArrivedFile> find(Path path) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(
                            path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() && attributes.size() > 0
                    ? Optional.of(
                            new ArrivedFile(
                                    path.getFileName().toString(),
                                    attributes.size(),
                                    attributes
                                            .lastModifiedTime()
                                            .toInstant()
                                            .truncatedTo(ChronoUnit.MILLIS)))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static boolean isSane(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && !name.startsWith(".")
                && !name.startsWith("~")
                && name.chars().noneMatch(sign -> sign == '/' || sign == '\\')
                && name.codePoints().noneMatch(WatchFolder::isUnreadable)
                && PARTIAL.stream().noneMatch(lower::endsWith)
                && !SYSTEM.contains(lower);
    }

    /** Control signs, and what stands for bytes that are no text. */
    private static boolean isUnreadable(int sign) {
        return Character.isISOControl(sign)
                || sign == 0xfffd
                || Character.getType(sign) == Character.SURROGATE;
    }

    /** For reading; not through a link that took the file's place meanwhile. */
    SeekableByteChannel read(Path folder, String name) throws IOException {
        return Files.newByteChannel(
                folder.resolve(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /** Whether the file is still as it was. */
    boolean isUnchanged(Path folder, ArrivedFile file) {
        return find(folder.resolve(file.name())).filter(file::equals).isPresent();
    }

    /** Moves a file that was taken in out of the way, under another name where there is one. */
    void moveToTaken(Path folder, String name) throws IOException {
        Path taken = folder.resolve(TAKEN);
        Files.createDirectories(taken);
        if (!Files.isDirectory(taken, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(taken + " is a link");
        }
        for (int number = 1; ; number++) {
            try {
                Files.move(folder.resolve(name), taken.resolve(numbered(name, number)));
                return;
            } catch (FileAlreadyExistsException another) {
                if (number == 10_000) {
                    throw another;
                }
            } catch (NoSuchFileException gone) {
                return;
            }
        }
    }

    /** "talk.m4a", "talk (2).m4a". */
    private static String numbered(String name, int number) {
        if (number == 1) {
            return name;
        }
        int point = name.lastIndexOf('.');
        return point <= 0
                ? name + " (" + number + ")"
                : name.substring(0, point) + " (" + number + ")" + name.substring(point);
    }
}
