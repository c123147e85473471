package org.colloquy.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.colloquy.Application;
import org.colloquy.common.Problem;
import org.colloquy.durability.Promise.Kind;
import org.colloquy.settings.Settings;
import org.colloquy.web.WebServer;
import org.jdbi.v3.core.JdbiException;

/**
 * One power cut in the life of a server: the disk as it may be found afterwards is opened with the
 * real program, and held against what was promised before.
 */
final class PowerCut {
    private final CutLoad load;
    private final long atNanos;
    private final Disk.Loss loss;
    private final Predicate<String> ignoredForces;
    private final Random random;

    /**
     * @param ignoredForces forces of these paths do nothing: for proof that a loss is found
     */
    PowerCut(CutLoad load, Random random, Predicate<String> ignoredForces) {
        this.load = load;
        this.random = random;
        this.atNanos = moment(load, random);
        this.loss = Disk.Loss.draw(random);
        this.ignoredForces = ignoredForces;
    }

    /** Any moment, or one at which something was just done or just promised. */
    private static long moment(CutLoad load, Random random) {
        long any =
                load.begunNanos()
                        + (long) (random.nextDouble() * (load.endNanos() - load.begunNanos()));
        return switch (random.nextInt(3)) {
            case 0 -> any;
            case 1 ->
                    load.events().stream()
                            .mapToLong(DiskEvent::atNanos)
                            .filter(at -> at >= any)
                            .min()
                            .orElse(any);
            default ->
                    load.ledger().recordings().stream()
                            .flatMap(id -> load.ledger().of(id).stream())
                            .mapToLong(Promise::atNanos)
                            .filter(at -> at >= any)
                            .min()
                            .orElse(any);
        };
    }

    /**
     * What is wrong after the cut.
     *
     * @param folder is made, and gone again afterwards
     * @param toTheEnd goes on with every recording, closes and decodes it
     */
    List<String> check(Path folder, boolean toTheEnd) throws Exception {
        Path data = folder.resolve("data");
        try {
            leave(data);
            return opened(data, toTheEnd).stream().map(sentence -> sentence + where()).toList();
        } finally {
            delete(folder);
        }
    }

    private String where() {
        return " (cut %.3f s after the pages began; %s)"
                .formatted((atNanos - load.begunNanos()) / 1e9, loss);
    }

    private void leave(Path data) throws IOException {
        Disk disk = new Disk(load.start(), ignoredForces);
        load.events().stream().filter(event -> event.atNanos() <= atNanos).forEach(disk::follow);
        for (String mapped : disk.mapped()) {
            // SQLite shares this one between processes and makes it anew where nobody has it open.
            if (!mapped.endsWith("-shm")) {
                throw new IllegalStateException(
                        "The program writes " + mapped + " through memory: this proof is blind");
            }
        }
        disk.cut(data, loss, random);
        Files.deleteIfExists(data.resolve("colloquy.db-shm"));
    }

    private List<String> opened(Path data, boolean toTheEnd) throws Exception {
        Ledger promised = load.ledger().until(atNanos);
        Settings settings =
                Settings.read(
                        Map.of(
                                "data",
                                data.toString(),
                                "port",
                                "0",
                                "models",
                                data.resolveSibling("no-models").toString()),
                        Map.of(),
                        Map.of());
        try (Application application = Application.open(settings, Clock.systemUTC());
                WebServer server = application.serve()) {
            List<String> wrong = new ArrayList<>(new FolderCheck(data, promised).ofAll());
            if (toTheEnd && wrong.isEmpty()) {
                Api api = new Api("http://localhost:" + server.port(), load.centre().token());
                wrong.addAll(goOn(api, promised));
                wrong.addAll(new FolderCheck(data, promised).ofAll());
            }
            return wrong;
        } catch (Problem | JdbiException unusable) {
            return List.of("The program does not start: " + unusable.getMessage());
        }
    }

    /** Every page goes on with its recording, from wherever the server is. */
    private List<String> goOn(Api api, Ledger promised) throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<String, LivePage> pages = new LinkedHashMap<>();
        for (String id : promised.recordings()) {
            pages.put(id, page(id, promised));
        }
        // The next one: the server may have begun it without having said so.
        load.ledger().recordings().stream()
                .filter(id -> !pages.containsKey(id))
                .min(Comparator.comparingLong(id -> load.ledger().of(id).getFirst().atNanos()))
                .ifPresent(id -> pages.put(id, page(id, promised)));
        for (LivePage page : pages.values()) {
            try {
                page.goOn(api);
            } catch (AssertionError refused) {
                wrong.add(page.talk().name() + " cannot go on: " + refused.getMessage());
            }
        }
        for (LivePage page : pages.values()) {
            if (page.isDone()) {
                wrong.addAll(new Decoded(api, page.talk(), page.id()).wrong());
            }
        }
        return wrong;
    }

    private LivePage page(String id, Ledger promised) {
        int acknowledged =
                (int)
                        promised.of(id).stream()
                                .filter(promise -> promise.kind() == Kind.PIECE)
                                .count();
        return LivePage.goingOn(
                load.talks().get(id), id, acknowledged, load.centre().sessionId(), promised);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
