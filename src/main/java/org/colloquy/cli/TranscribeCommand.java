package org.colloquy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.media.Media;
import org.colloquy.media.MediaFacts;
import org.colloquy.speech.Engine;
import org.colloquy.speech.Gap;
import org.colloquy.speech.ModelFolders;
import org.colloquy.speech.Speakers;
import org.colloquy.speech.SpeechRequest;
import org.colloquy.speech.SpeechResult;
import org.colloquy.speech.Transcriber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code colloquy transcribe FILE}: the words of one recording, without storing anything. */
@Command(
        name = "transcribe",
        mixinStandardHelpOptions = true,
        description = "Writes down what is said in a sound or video file.")
final class TranscribeCommand implements Callable<Integer> {
    /** Share of the time that reading the sound takes. */
    private static final double READING = 0.05;

    @Spec CommandSpec spec;
    @Mixin DataOptions dataOptions;

    @Parameters(paramLabel = "FILE", description = "any sound or video file")
    Path file;

    @Option(
            names = "--format",
            description =
                    "${COMPLETION-CANDIDATES} (default: txt); rttm says only who speaks when, for"
                            + " tools that read it")
    TranscriptFormat format = TranscriptFormat.txt;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "write here instead of standard output")
    @Nullable Path out;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description =
                    "auto, vosk or whisper; auto takes Vosk where a model of the language is"
                            + " installed (default: auto)")
    String engine = "auto";

    @Option(names = "--model", paramLabel = "NAME", description = "a model by its name")
    @Nullable String model;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "en, ko, ...; without it the language is found out")
    @Nullable String language;

    @Option(
            names = "--speakers",
            paramLabel = "WHO",
            description =
                    "auto, none, a number, or channels where each person has one (default: auto)")
    String speakers = "auto";

    @Option(
            names = "--vocabulary",
            paramLabel = "FILE",
            description =
                    "names and terms that may be said, one a line: Whisper writes them where it"
                            + " hears what sounds like them, Vosk gives those it hears their"
                            + " capitals")
    @Nullable Path vocabulary;

    @Override
    public Integer call() {
        SpeechRequest request =
                usage(
                        () ->
                                new SpeechRequest(
                                        Engine.parse(engine),
                                        model,
                                        language,
                                        Speakers.parse(speakers)));
        if (format == TranscriptFormat.rttm && request.speakers() instanceof Speakers.None) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--format rttm says who speaks when, so --speakers cannot be none.");
        }
        if (vocabulary != null) {
            request = request.withVocabulary(VocabularyFile.read(vocabulary));
        }
        ModelFolders folders = new ModelFolders(dataOptions.settings(Map.of()).modelFolders());
        ResultFile result = ResultFile.open(out);
        Transcriber transcriber = new Transcriber(folders);
        transcriber.check(request);
        SpeechResult heard = transcribe(request, transcriber);
        String text = format.text(heard, nameWithoutEnding());
        PrintWriter standardOutput = spec.commandLine().getOut();
        result.write(text, standardOutput);
        return 0;
    }

    private String nameWithoutEnding() {
        return String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
    }

    private SpeechResult transcribe(SpeechRequest request, Transcriber transcriber) {
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        try (WorkFolder work = WorkFolder.create()) {
            Path wav = work.path().resolve("sound.wav");
            MediaFacts facts =
                    new Media(Media.Limits.DEFAULT)
                            .decode(
                                    file,
                                    String.valueOf(file.getFileName()),
                                    wav,
                                    progress.part(0, READING),
                                    Cancellation.NEVER);
            // The sound went through this process; its memory is for the engine now.
            System.gc();
            SpeechResult heard =
                    transcriber.transcribe(
                            wav, request, progress.part(READING, 1), Cancellation.NEVER);
            progress.done();
            if (facts.warning() != null) {
                spec.commandLine().getErr().println(facts.warning());
            }
            if (!heard.gaps().isEmpty()) {
                spec.commandLine().getErr().println(sentence(heard.gaps()));
            }
            return heard;
        } catch (IOException disk) {
            throw new Problem.Unavailable(
                    "No place could be made for the decoded sound: {why}",
                    Map.of("why", String.valueOf(disk.getMessage())),
                    disk);
        } finally {
            progress.done();
        }
    }

    private static String sentence(List<Gap> gaps) {
        double seconds =
                gaps.stream().mapToDouble(gap -> gap.endSeconds() - gap.startSeconds()).sum();
        return String.format(
                Locale.ROOT,
                "%.0f seconds of speech could not be transcribed and are marked as gaps; everything"
                        + " else is there.",
                seconds);
    }

    /** What an option does not allow is wrong usage. */
    private <T> T usage(Supplier<T> value) {
        try {
            return value.get();
        } catch (Problem.BadInput wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }
}
