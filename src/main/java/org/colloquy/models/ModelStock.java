package org.colloquy.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.common.Text;
import org.colloquy.models.ModelsState.ModelEntry;
import org.colloquy.speech.Engine;
import org.colloquy.speech.InstalledModel;
import org.colloquy.speech.Models;

/** The models of this machine: what there is, installing, and removing. */
public final class ModelStock implements AutoCloseable {
    private static final long MOST_UPLOADED_BYTES = 8L << 30;
    private static final Text CARRIED_NOTE =
            Text.of("Comes with Colloquy; understands about a hundred languages.");

    private final Catalogue catalogue;
    private final Models models;
    private final Installer installer;
    private final DiskSpace disk;
    private final Map<String, RunningInstall> installs = new ConcurrentHashMap<>();

    /**
     * @param installFolder where new models are put; made when it is needed
     */
    public ModelStock(Catalogue catalogue, Models models, Path installFolder, Clock clock) {
        this(catalogue, models, installFolder, clock, DiskSpace.REAL, Duration.ofSeconds(2));
    }

    ModelStock(
            Catalogue catalogue,
            Models models,
            Path installFolder,
            Clock clock,
            DiskSpace disk,
            Duration pause) {
        this.catalogue = catalogue;
        this.models = models;
        this.disk = disk;
        this.installer = new Installer(installFolder, clock, disk, pause);
    }

    /** Everything there is: carried and installed models, then those that can be fetched. */
    public ModelsState state() {
        List<ModelEntry> entries = new ArrayList<>();
        List<InstalledModel> installed = models.list();
        installed.stream()
                .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
                .forEach(model -> entries.add(entry(model)));
        for (CatalogueEntry entry : catalogue.entries()) {
            if (installed.stream().noneMatch(model -> model.name().equals(entry.name()))) {
                RunningInstall install = installs.get(entry.name());
                entries.add(
                        new ModelEntry(
                                entry.name(),
                                Engine.VOSK.text(),
                                entry.languages(),
                                entry.sizeBytes(),
                                false,
                                false,
                                entry.sha256(),
                                entry.licence(),
                                entry.note(),
                                catalogue.address(entry).toString(),
                                install == null ? null : install.state()));
            }
        }
        return new ModelsState(entries, installer.folder().toString(), freeBytes());
    }

    /** The carried model comes first. */
    private static int rank(InstalledModel model) {
        return model.engine() == Engine.WHISPER ? 0 : 1;
    }

    private ModelEntry entry(InstalledModel model) {
        Optional<CatalogueEntry> known = catalogue.find(model.name());
        boolean carried = model.engine() == Engine.WHISPER;
        String language = model.language();
        return new ModelEntry(
                model.name(),
                model.engine().text(),
                language == null ? List.of() : List.of(language),
                model.sizeBytes(),
                true,
                carried,
                ModelFile.find(model.folder())
                        .map(ModelFile::sha256)
                        .orElseGet(() -> models.identity(model).sha256()),
                carried
                        ? "MIT"
                        : known.map(CatalogueEntry::licence).orElse("see the model's README"),
                carried ? CARRIED_NOTE : known.map(CatalogueEntry::note).orElse(Text.asItIs("")),
                known.map(entry -> catalogue.address(entry).toString()).orElse(null),
                null);
    }

    private long freeBytes() {
        try {
            Path place = installer.folder();
            while (!Files.exists(place) && place.getParent() != null) {
                place = place.getParent();
            }
            return disk.freeBytes(place);
        } catch (IOException unknown) {
            return 0;
        }
    }

    /**
     * Starts to fetch and install a model in the background; one that runs already goes on.
     *
     * @throws Problem.NotFound where the catalogue does not have it
     */
    public ModelsState start(String name) {
        CatalogueEntry entry = require(name);
        if (!isInstalled(name)) {
            installs.compute(
                    name,
                    (key, before) ->
                            before != null && before.isRunning()
                                    ? before
                                    : RunningInstall.start(install -> fetch(entry, install)));
        }
        return state();
    }

    private void fetch(CatalogueEntry entry, RunningInstall install) {
        installer.install(entry, catalogue.address(entry), install::bytes, install, install);
    }

    /** Stops an install; what has come is kept, so that it can go on later. */
    public ModelsState cancel(String name) {
        RunningInstall install = installs.remove(name);
        if (install != null) {
            install.cancel();
        }
        return state();
    }

    /**
     * Fetches and installs a model of the catalogue, and returns when it is there.
     *
     * @return false where it was there already
     */
    public boolean install(String name, Progress progress, Cancellation cancellation) {
        CatalogueEntry entry = require(name);
        if (isInstalled(name)) {
            return false;
        }
        installer.install(
                entry,
                catalogue.address(entry),
                (received, total) ->
                        progress.at(
                                Text.of("Fetching {model}", Map.of("model", name)),
                                total == null ? null : (double) received / Math.max(1, total)),
                progress,
                cancellation);
        return true;
    }

    /**
     * Installs a zip or a folder that lies on this machine.
     *
     * @return the model's name
     */
    public String installFrom(Path path, Progress progress, Cancellation cancellation) {
        if (!Files.exists(path)) {
            throw new Problem.BadInput(
                    "{path} is neither a model of the catalogue nor a file or folder. "
                            + "See: colloquy models list",
                    Map.of("path", path));
        }
        return Files.isDirectory(path)
                ? installer.installFolder(path, progress, cancellation)
                : installer.installZip(
                        path, String.valueOf(path.getFileName()), progress, cancellation);
    }

    /**
     * Takes the zip of a model that a browser sends, and installs it.
     *
     * @param lengthBytes -1 where it is not known
     */
    public ModelsState upload(InputStream zip, long lengthBytes, String fileName) {
        try {
            Path kept = installer.downloads().resolve("upload-" + Id.create() + ".zip");
            try {
                disk.require(kept, Math.max(0, lengthBytes) * 3);
                try (OutputStream out = Files.newOutputStream(kept)) {
                    copy(zip, out);
                }
                installer.installZip(kept, fileName, Progress.NONE, Cancellation.NEVER);
            } finally {
                Files.deleteIfExists(kept);
            }
        } catch (IOException failed) {
            throw new Problem.Unavailable(
                    "The file could not be received: the connection broke off or the disk is full.",
                    failed);
        }
        return state();
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long received = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            received += read;
            if (received > MOST_UPLOADED_BYTES) {
                throw new Problem.TooLarge("A model of more than 8 GB cannot be installed.");
            }
            out.write(buffer, 0, read);
        }
    }

    /**
     * Removes an installed model.
     *
     * @throws Problem.Conflict for a model that Colloquy carries, or that lies in another folder
     */
    public ModelsState remove(String name) {
        InstalledModel model =
                models.list().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new Problem.NotFound(
                                                "The model {name} is not installed.",
                                                Map.of("name", name)));
        if (model.engine() == Engine.WHISPER) {
            throw new Problem.Conflict(
                    "{name} comes with Colloquy and stays.", Map.of("name", name));
        }
        Path parent = model.folder().toAbsolutePath().getParent();
        if (!installer.folder().equals(parent)) {
            throw new Problem.Conflict(
                    "{name} lies in {parent}, where Colloquy only reads. Delete the "
                            + "folder by hand.",
                    Map.of("name", name, "parent", parent));
        }
        installer.remove(name);
        return state();
    }

    /**
     * Reads every file of a model and compares it with what it should be.
     *
     * @throws Problem.NotFound where neither installed nor in the catalogue
     */
    public ModelCheck verify(String name) {
        Optional<InstalledModel> found =
                models.list().stream().filter(model -> model.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            if (name.equals(Models.WHISPER)) {
                return carriedCheck();
            }
            return ModelCheck.notInstalled(require(name).name());
        }
        InstalledModel model = found.get();
        if (model.engine() == Engine.WHISPER) {
            return carriedCheck();
        }
        String now = models.readAnew(model).sha256();
        return ModelFile.find(model.folder())
                .map(ModelFile::filesSha256)
                .map(then -> ModelCheck.compared(name, then, now))
                .orElseGet(() -> ModelCheck.unknown(name, now));
    }

    private ModelCheck carriedCheck() {
        try {
            models.checkCarried();
            return ModelCheck.asListed(Models.WHISPER);
        } catch (Problem.MissingModel damaged) {
            return ModelCheck.damaged(Models.WHISPER, damaged.text());
        }
    }

    private boolean isInstalled(String name) {
        return models.list().stream().anyMatch(model -> model.name().equals(name));
    }

    /** Whether a name is in the catalogue; else it may be a path. */
    public boolean knows(String name) {
        return catalogue.find(name).isPresent();
    }

    private CatalogueEntry require(String name) {
        return catalogue
                .find(name)
                .orElseThrow(
                        () ->
                                new Problem.NotFound(
                                        "The catalogue has no model {name}.",
                                        Map.of("name", name)));
    }

    @Override
    public void close() {
        installs.values().forEach(RunningInstall::cancel);
    }
}
