package org.colloquy.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The disk below one folder, followed through what a program did to it, and what is left of it when
 * the power goes. Stricter than any file system people use: forcing a file does not force its name,
 * a name is forced through its folder only, and what is not forced may be there or not, in any
 * order and in parts.
 */
final class Disk {
    /**
     * How much of what was not forced is lost.
     *
     * @param sectorBytes that are written whole or not at all
     * @param keepForced how likely a sector, or a name, is as it was forced
     * @param garbage whether anything may lie where a file grew
     */
    record Loss(int sectorBytes, double keepForced, boolean garbage) {
        static Loss draw(Random random) {
            double keep =
                    switch (random.nextInt(4)) {
                        case 0 -> 1;
                        case 1 -> 0;
                        default -> random.nextDouble();
                    };
            return new Loss(random.nextBoolean() ? 512 : 4096, keep, random.nextBoolean());
        }
    }

    /** A change of names: what lies at a path from then on; null: nothing. Two where one moved. */
    private record NameChange(int index, String folder, List<Entry> entries) {}

    private record Entry(String path, @Nullable Object node) {}

    /** A folder, told apart from others by its identity. */
    private static final class Folder {}

    private record Force(int before, long inode) {}

    private final Map<Long, Object> byInode = new HashMap<>();
    private final Map<String, Object> names = new HashMap<>();
    private final Map<String, Object> forcedNames = new HashMap<>();
    private final List<NameChange> nameChanges = new ArrayList<>();
    private final Map<Long, Force> forces = new HashMap<>();
    private final Set<String> mapped = new HashSet<>();
    private final Predicate<String> ignored;
    private int index;

    /**
     * @param start the folder as it was before, all of it on disk
     * @param ignored forces of these paths do nothing: for proof that forces matter
     */
    Disk(Path start, Predicate<String> ignored) throws IOException {
        this.ignored = ignored;
        names.put("", new Folder());
        try (Stream<Path> all = Files.walk(start)) {
            for (Path path : all.filter(each -> !each.equals(start)).toList()) {
                names.put(
                        start.relativize(path).toString(),
                        Files.isDirectory(path)
                                ? new Folder()
                                : new DiskFile(Files.readAllBytes(path)));
            }
        }
        forcedNames.putAll(names);
    }

    /** Files that a program wrote through memory: nothing is known about their bytes. */
    Set<String> mapped() {
        return Set.copyOf(mapped);
    }

    void follow(DiskEvent event) {
        index++;
        switch (event) {
            case DiskEvent.Opened opened -> {
                Object node = names.get(opened.path());
                if (node != null) {
                    byInode.put(opened.inode(), node);
                }
            }
            case DiskEvent.Created created -> {
                Object node = created.folder() ? new Folder() : new DiskFile(new byte[0]);
                byInode.put(created.inode(), node);
                change(List.of(new Entry(created.path(), node)));
            }
            case DiskEvent.Written written ->
                    file(written.inode())
                            .ifPresent(
                                    file -> file.write(index, written.offset(), written.bytes()));
            case DiskEvent.Sized sized ->
                    file(sized.inode()).ifPresent(file -> file.size(index, sized.length()));
            case DiskEvent.ForceBegun begun ->
                    forces.put(begun.number(), new Force(index, begun.inode()));
            case DiskEvent.ForceDone done -> force(forces.remove(done.number()));
            case DiskEvent.Renamed renamed -> {
                Object node = names.get(renamed.from());
                change(List.of(new Entry(renamed.from(), null), new Entry(renamed.to(), node)));
            }
            case DiskEvent.Removed removed -> change(List.of(new Entry(removed.path(), null)));
            case DiskEvent.Mapped map -> mapped.add(pathOf(byInode.get(map.inode())).orElse("?"));
        }
    }

    private Optional<DiskFile> file(long inode) {
        return byInode.get(inode) instanceof DiskFile file ? Optional.of(file) : Optional.empty();
    }

    private void change(List<Entry> entries) {
        put(names, entries);
        nameChanges.add(new NameChange(index, folderOf(entries.getLast().path()), entries));
    }

    private static void put(Map<String, Object> into, List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.node() == null) {
                into.remove(entry.path());
            } else {
                into.put(entry.path(), entry.node());
            }
        }
    }

    private void force(@Nullable Force force) {
        if (force == null) {
            return;
        }
        Object node = byInode.get(force.inode());
        Optional<String> path = pathOf(node);
        if (path.filter(ignored).isPresent()) {
            return;
        }
        if (node instanceof DiskFile file) {
            file.force(force.before());
        } else if (path.isPresent()) {
            List<NameChange> now =
                    nameChanges.stream()
                            .filter(change -> change.index() < force.before())
                            .filter(change -> change.folder().equals(path.get()))
                            .toList();
            now.forEach(change -> put(forcedNames, change.entries()));
            nameChanges.removeAll(now);
        }
    }

    private Optional<String> pathOf(@Nullable Object node) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue() == node)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String folderOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Makes the folder that is found when the power is back. */
    void cut(Path into, Loss loss, Random random) throws IOException {
        Map<String, Object> left = new HashMap<>(forcedNames);
        for (NameChange change : nameChanges) {
            if (random.nextDouble() >= loss.keepForced()) {
                put(left, change.entries());
            }
        }
        Files.createDirectories(into);
        // In order of paths: a folder before what is in it.
        for (Map.Entry<String, Object> entry : new TreeMap<>(left).entrySet()) {
            Path path = into.resolve(entry.getKey());
            if (path.equals(into) || !Files.isDirectory(path.getParent())) {
                continue;
            }
            if (entry.getValue() instanceof DiskFile file) {
                Files.write(
                        path,
                        file.cut(random, loss.sectorBytes(), loss.keepForced(), loss.garbage()));
            } else {
                Files.createDirectory(path);
            }
        }
    }
}
