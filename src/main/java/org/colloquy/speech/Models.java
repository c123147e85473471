package org.colloquy.speech;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/** The models at hand, and which of them a request means. May be used by several threads. */
public final class Models {
    /** The Whisper model that Colloquy carries. */
    public static final String WHISPER = "whisper-base";

    /** Where an installed model's folder says what it was installed from; no part of the model. */
    public static final String NOTE = "colloquy-model.json";

    private static final List<String> WHISPER_PARTS =
            List.of("-config.json", "-decoder.onnx", "-encoder.onnx", "-tokenizer.json");
    private static final String VOICE_ACTIVITY = "silero_vad.onnx";
    private static final String VOICES = "speaker-encoder-ge2e.onnx";

    private final ModelFolders folders;
    private final ModelHashes hashes = new ModelHashes();

    public Models(ModelFolders folders) {
        this.folders = folders;
    }

    /** All that are whole; carried files are not checked for damage here. */
    public List<InstalledModel> list() {
        List<InstalledModel> models = new ArrayList<>(VoskFolders.list(folders));
        whisper().ifPresent(models::add);
        return models;
    }

    /**
     * The model that a request means: the named one; else, unless Whisper is wanted, the largest
     * Vosk model of the language; else Whisper.
     *
     * @throws Problem.MissingModel where there is none, with how to get it
     * @throws Problem.BadInput where the named model is for another language
     */
    public InstalledModel choose(SpeechRequest request) {
        String name = request.model();
        if (name != null) {
            return inLanguage(named(name, request.engine()), request.language());
        }
        return switch (request.engine()) {
            case WHISPER -> wholeWhisper();
            case VOSK ->
                    vosk(request.language()).orElseThrow(() -> noVosk(request.language(), folders));
            case AUTO -> {
                Optional<InstalledModel> vosk =
                        request.language() == null ? Optional.empty() : vosk(request.language());
                yield vosk.orElseGet(this::wholeWhisper);
            }
        };
    }

    /**
     * What to ask of another engine than the one that made a transcript: the other engine where
     * none is named, the best of its models where none is named. Speakers are not told apart.
     *
     * @param engine that is wanted, {@code AUTO}: the other one
     * @param firstEngine that made the transcript
     * @param firstModel with which it did
     * @param language of the transcript
     * @throws Problem.MissingModel where there is none, with how to get it
     * @throws Problem.BadInput where the same model would be asked again
     */
    public SpeechRequest another(
            Engine engine,
            @Nullable String model,
            Engine firstEngine,
            String firstModel,
            String language) {
        Engine other =
                engine != Engine.AUTO
                        ? engine
                        : firstEngine == Engine.VOSK ? Engine.WHISPER : Engine.VOSK;
        SpeechRequest request = new SpeechRequest(other, model, language, new Speakers.None());
        InstalledModel chosen;
        try {
            chosen = choose(request);
        } catch (Problem.MissingModel missing) {
            throw new Problem.MissingModel(
                    "A second opinion needs another engine than the one that made this "
                            + "transcript ({firstModel}). {why}",
                    Map.of("firstModel", firstModel, "why", missing.text()));
        }
        if (chosen.name().equals(firstModel)) {
            throw new Problem.BadInput(
                    "A second opinion comes from another model: this transcript was "
                            + "made with {firstModel} itself.",
                    Map.of("firstModel", firstModel));
        }
        return request;
    }

    /** Name and hash of a model, as a transcript keeps them. */
    public Model identity(InstalledModel model) {
        return new Model(model.name(), hashes.sha256(model.folder(), files(model)));
    }

    /** As {@link #identity}, but every file is read again, whatever was known of it. */
    public Model readAnew(InstalledModel model) {
        return new Model(model.name(), new ModelHashes().sha256(model.folder(), files(model)));
    }

    /** The hash that {@link #identity} will give for a Vosk model in that folder. */
    public static String sha256OfVosk(Path folder) {
        return new ModelHashes().sha256(folder, VoskFolders.files(folder));
    }

    /**
     * Reads every carried file again.
     *
     * @throws Problem.MissingModel for the first that is missing or damaged
     */
    public void checkCarried() {
        new ModelHashes().checkAll(folders);
    }

    private static List<Path> files(InstalledModel model) {
        return model.engine() == Engine.VOSK
                ? VoskFolders.files(model.folder())
                : WHISPER_PARTS.stream()
                        .map(part -> model.folder().resolve(model.name() + part))
                        .toList();
    }

    /** The voice activity model, checked. */
    public Path voiceActivity() {
        return hashes.check(VOICE_ACTIVITY, folders);
    }

    /** The model that tells voices apart, checked. */
    Path voices() {
        return hashes.check(VOICES, folders);
    }

    private InstalledModel named(String name, Engine engine) {
        if (name.equals(WHISPER) && engine != Engine.VOSK) {
            return wholeWhisper();
        }
        return VoskFolders.list(folders).stream()
                .filter(model -> model.name().equals(name) && engine != Engine.WHISPER)
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static InstalledModel inLanguage(InstalledModel model, @Nullable String wanted) {
        if (wanted != null && model.language() != null && !wanted.equals(model.language())) {
            throw new Problem.BadInput(
                    "The model {model} understands only the language {language}, and "
                            + "{wanted} was asked for: choose another model or another language.",
                    Map.of("model", model.name(), "language", model.language(), "wanted", wanted));
        }
        return model;
    }

    private Problem unknown(String name) {
        Optional<Path> half = folders.find(name).filter(Files::isDirectory);
        if (half.isPresent()) {
            return new Problem.MissingModel(
                    "The folder {folder} is not a whole Vosk model (it has no "
                            + "am/final.mdl). Delete it and run: colloquy models install {name}",
                    Map.of("folder", half.get(), "name", name));
        }
        String installed =
                list().stream().map(InstalledModel::name).collect(Collectors.joining(", "));
        return installed.isEmpty()
                ? new Problem.MissingModel(
                        "The model {name} is not installed in {folders}. Run: colloquy "
                                + "models install {name}",
                        Map.of("name", name, "folders", folders.text()))
                : new Problem.MissingModel(
                        "The model {name} is not installed in {folders} (there is: "
                                + "{installed}). Run: colloquy models install {name}",
                        Map.of("name", name, "folders", folders.text(), "installed", installed));
    }

    private Optional<InstalledModel> vosk(@Nullable String language) {
        return VoskFolders.list(folders).stream()
                .filter(model -> language == null || language.equals(model.language()))
                .max(Comparator.comparingLong(InstalledModel::sizeBytes));
    }

    private static Problem noVosk(@Nullable String language, ModelFolders folders) {
        if (language == null) {
            return new Problem.MissingModel(
                    "There is no Vosk model in {folders}. Run: colloquy models "
                            + "install vosk-model-small-en-us-0.15",
                    Map.of("folders", folders.text()));
        }
        return new Problem.MissingModel(
                language.equals("en")
                        ? "There is no Vosk model for the language {language} in "
                                + "{folders}. Run: colloquy models install "
                                + "vosk-model-small-en-us-0.15"
                        : "There is no Vosk model for the language {language} in "
                                + "{folders}. Unpack one from https://alphacephei.com/vosk/models "
                                + "into that folder, or use --engine whisper.",
                Map.of("language", language, "folders", folders.text()));
    }

    private InstalledModel wholeWhisper() {
        WHISPER_PARTS.forEach(part -> hashes.check(WHISPER + part, folders));
        return whisper().orElseThrow(() -> unknown(WHISPER));
    }

    /** Its files must lie in one folder. */
    private Optional<InstalledModel> whisper() {
        return folders.folders().stream()
                .filter(
                        folder ->
                                WHISPER_PARTS.stream()
                                        .allMatch(
                                                part ->
                                                        Files.isRegularFile(
                                                                folder.resolve(WHISPER + part))))
                .findFirst()
                .map(
                        folder ->
                                new InstalledModel(
                                        Engine.WHISPER,
                                        WHISPER,
                                        folder,
                                        null,
                                        WHISPER_PARTS.stream()
                                                .mapToLong(
                                                        part ->
                                                                folder.resolve(WHISPER + part)
                                                                        .toFile()
                                                                        .length())
                                                .sum()));
    }
}
