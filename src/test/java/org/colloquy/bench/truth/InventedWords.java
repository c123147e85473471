package org.colloquy.bench.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Progress;
import org.colloquy.speech.ModelFolders;
import org.colloquy.speech.SpeechRequest;
import org.colloquy.speech.SpeechResult;
import org.colloquy.speech.Transcriber;
import org.colloquy.speech.Word;

/** Counts the words that {@code transcribe} prints for files in which nobody speaks. */
public final class InventedWords {
    private InventedWords() {}

    /**
     * @param arguments a folder of WAV files, a language or {@code auto}, folders with models;
     *     prints minutes and words to standard output, each file with words to standard error
     */
    public static void main(String[] arguments) throws IOException {
        List<Path> folders = Stream.of(arguments).skip(2).map(Path::of).toList();
        Transcriber transcriber = new Transcriber(new ModelFolders(folders));
        SpeechRequest request = SpeechRequest.automatic(arguments[1]);
        double seconds = 0;
        int words = 0;
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.filter(file -> file.toString().endsWith(".wav")).sorted().toList();
        }
        for (Path file : files) {
            SpeechResult result =
                    transcriber.transcribe(file, request, Progress.NONE, Cancellation.NEVER);
            seconds += result.durationSeconds();
            words += result.words().size();
            if (!result.words().isEmpty()) {
                System.err.println(
                        file.getFileName()
                                + " ("
                                + result.language()
                                + "): "
                                + result.words().stream().map(Word::text).toList());
            }
        }
        System.out.printf(Locale.ROOT, "%.0f\t%d%n", seconds / 60, words);
    }
}
